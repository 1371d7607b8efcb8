import type { Answerer } from '../answering/answer.ts';
import type { Hit } from '../retrieval/search.ts';
import type { Outcome } from './outcome.ts';
import { EVALUATION_LANGUAGES } from './questions.ts';
import type { EvaluationLanguage, EvaluationQuestion } from './questions.ts';
import { isRightEvidence, rankOfGold } from './scores.ts';
import type { Sources } from './scores.ts';

/** What is evaluated. */
export interface Candidate {
  readonly answerer: Answerer;
  readonly search: (query: string, options: { top: number }) => Promise<readonly Hit[]>;
  readonly sources: Sources;
  /** How many are indexed. */
  readonly passages: number;
}

const TOP = 10;

/** Puts every question in each language it has, one after the other. */
export async function evaluateQuestions(
  questions: readonly EvaluationQuestion[],
  candidate: Candidate,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const question of questions) {
    for (const language of EVALUATION_LANGUAGES) {
      const text = question.text[language];
      if (text !== null) outcomes.push(await put(question, { language, text }, candidate));
    }
  }
  return outcomes;
}

async function put(
  question: EvaluationQuestion,
  { language, text }: { readonly language: EvaluationLanguage; readonly text: string },
  { answerer, search, sources }: Candidate,
): Promise<Outcome> {
  const { id, type, spelling, hand, of, gold } = question;
  const started = performance.now();
  const answer = await answerer.answer({ text, history: question.history[language] });
  const elapsedMs = performance.now() - started;
  const hits = gold === null ? [] : await search(text, { top: TOP });
  const source = gold === null ? '' : (sources.get(gold.document)?.source ?? '');
  return {
    id,
    language,
    type,
    spelling,
    hand,
    of,
    answerable: gold !== null,
    rank:
      gold === null
        ? null
        : rankOfGold(
            hits.map(({ passage }) => passage),
            gold,
          ),
    refused: answer.status === 'not-in-document',
    evidenceRight: gold !== null && isRightEvidence(answer, gold, source),
    confidence: answer.confidence,
    elapsedMs,
  };
}
