import type { Answer, Answerer } from '../answering/answer.ts';
import type { CorpusDocument, DocumentId, Span } from '../corpus/document.ts';
import { EVALUATION_LANGUAGES } from '../evaluation/questions.ts';
import type { EvaluationQuestion, Gold } from '../evaluation/questions.ts';
import type { Snapshot } from '../retrieval/snapshot.ts';
import type { GoldSet } from './gold-questions.ts';
import { spread } from './spread.ts';

/** A question that can be judged: `proof` is the text that a right answer quotes from; null where none is right. */
interface GoldQuestion {
  readonly question: EvaluationQuestion;
  readonly proof: string | null;
}

/** What of a document's questions can be put to its new text. */
export interface StandingGold {
  readonly document: DocumentId;
  readonly standing: readonly GoldQuestion[];
  /** Questions whose evidence no longer stands in the document. */
  readonly leftOut: number;
}

/** In each language counts as one. An answer takes milliseconds, in a large index tens of them. */
const MOST_PER_DOCUMENT = 200;
const MOST_IN_ALL = 2000;

/**
 * What of the questions can be put. Offsets belong to the text that they were written for, the new one or the one before; in the new one
 * the evidence may stand anywhere.
 */
export function standingGold(
  sets: readonly GoldSet[],
  { now, before }: { readonly now: Documents; readonly before: Documents },
): StandingGold[] {
  const most = Math.min(MOST_PER_DOCUMENT, Math.ceil(MOST_IN_ALL / Math.max(1, sets.length)));
  return sets.map(({ document, questions }) => {
    const states = [now.get(document), before.get(document)].filter((one) => one !== undefined);
    const text = now.get(document)?.source ?? '';
    const judged = spread(questions, most).map((question) => ({
      question,
      proof: question.gold === null ? null : proofOf(question.gold, states),
    }));
    const standing = judged.filter(
      ({ question, proof }) => question.gold === null || (proof !== null && text.includes(proof)),
    );
    return { document, standing, leftOut: judged.length - standing.length };
  });
}

type Documents = ReadonlyMap<DocumentId, CorpusDocument>;

/** Null where the answer stands in neither text. */
function proofOf(gold: Gold, states: readonly CorpusDocument[]): string | null {
  const { passage, evidence, answer } = gold;
  const span = evidence ?? passage;
  const [home] = states
    .filter(({ source }) => source.slice(passage.start, passage.end).includes(answer))
    .toSorted((left, right) => edgesAt(span, right) - edgesAt(span, left));
  if (home === undefined) return null;
  return evidence === null ? answer : home.source.slice(evidence.start, evidence.end);
}

/** How many ends of a span are ends of a sentence: of one that was written for the document, both are. */
function edgesAt(span: Span, { passages }: CorpusDocument): number {
  const sentences = passages.flatMap((passage) => passage.sentences);
  const starts = sentences.some(({ start }) => start === span.start) ? 1 : 0;
  return starts + (sentences.some(({ end }) => end === span.end) ? 1 : 0);
}

/** How many answers there are to judge, and how many are right. */
export interface GoldResult {
  readonly asked: number;
  readonly right: number;
}

/** Puts the questions of a document to a snapshot, each in each language it has. */
export async function answerGold(
  { document, standing }: StandingGold,
  snapshot: Snapshot,
  answerer: Answerer,
): Promise<GoldResult> {
  const source = snapshot.documents.get(document)?.source ?? '';
  let [asked, right] = [0, 0];
  for (const { question, proof } of standing) {
    for (const language of EVALUATION_LANGUAGES) {
      const text = question.text[language];
      if (text === null) continue;
      asked += 1;
      const answer = await answerer.answer({ text, history: question.history[language] });
      if (isRight(answer, document, { proof, source })) right += 1;
    }
  }
  return { asked, right };
}

/** Whether the first quote is of the evidence, wherever that stands by now; where there is none, whether the answer is a refusal. */
function isRight(
  { status, citations }: Answer,
  document: DocumentId,
  { proof, source }: { proof: string | null; source: string },
): boolean {
  if (proof === null) return status === 'not-in-document';
  const [first] = citations;
  if (status !== 'answered' || first === undefined || first.document !== document) return false;
  return placesOf(proof, source).some(({ start, end }) => first.start < end && start < first.end);
}

function placesOf(text: string, source: string): Span[] {
  const places: Span[] = [];
  let start = source.indexOf(text);
  while (start !== -1) {
    places.push({ start, end: start + text.length });
    start = source.indexOf(text, start + 1);
  }
  return places;
}
