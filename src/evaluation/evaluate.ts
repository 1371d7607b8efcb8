import type { Answerer } from '../answering/answer.ts';
import type { Hit } from '../retrieval/search.ts';
import { EVALUATION_LANGUAGES } from './questions.ts';
import type { EvaluationLanguage, EvaluationQuestion } from './questions.ts';
import type { Outcome } from './report.ts';
import { isRightEvidence, isRightPassage } from './scores.ts';
import type { Sources } from './scores.ts';

/** What is evaluated. */
export interface Candidate {
  readonly answerer: Answerer;
  readonly search: (query: string, options: { top: number }) => Promise<readonly Hit[]>;
  readonly sources: Sources;
}

const TOP = 10;

/** Puts every question in both languages, one after the other. */
export async function evaluateQuestions(
  questions: readonly EvaluationQuestion[],
  candidate: Candidate,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const question of questions) {
    for (const language of EVALUATION_LANGUAGES) {
      outcomes.push(await put(question, language, candidate));
    }
  }
  return outcomes;
}

async function put(
  question: EvaluationQuestion,
  language: EvaluationLanguage,
  { answerer, search, sources }: Candidate,
): Promise<Outcome> {
  const { gold } = question;
  const text = question.text[language];
  const started = performance.now();
  const answer = await answerer.answer({ text, history: question.history[language] });
  const elapsedMs = performance.now() - started;
  const hits = gold === null ? [] : await search(text, { top: TOP });
  const found = gold === null ? -1 : hits.findIndex(({ passage }) => isRightPassage(passage, gold));
  const source = gold === null ? '' : (sources.get(gold.document)?.source ?? '');
  return {
    id: question.id,
    language,
    type: question.type,
    answerable: gold !== null,
    rank: found === -1 ? null : found + 1,
    refused: answer.status === 'not-in-document',
    evidenceRight: gold !== null && isRightEvidence(answer, gold, source),
    confidence: answer.confidence,
    elapsedMs,
  };
}
