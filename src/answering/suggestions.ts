import { createBoundedMap } from '../bounded-map.ts';
import type { BoundedMap } from '../bounded-map.ts';
import type { Messages } from '../messages.ts';
import { foldQuote } from '../proof/quote-fold.ts';
import type { Snapshot } from '../retrieval/snapshot.ts';
import type { Answer, Answerer, AnswerLanguage, Question } from './answer.ts';
import { contentOf } from './content-words.ts';
import { dependenceOf } from './follow-up.ts';
import { candidatesFor } from './suggestion-candidates.ts';
import type { Candidate } from './suggestion-candidates.ts';

/** What suggesting rests on. */
export interface SuggesterParts {
  /** The snapshot to suggest from, asked anew each time: a re-index swaps it. */
  readonly snapshot: () => Snapshot;
  /** Proves each suggestion by answering it: from the same snapshot, without a model. */
  readonly answerer: Answerer;
  readonly messages: Readonly<Record<AnswerLanguage, Messages>>;
}

/** What is known of a conversation. */
export interface SuggestOptions {
  /** The document that the reader asks alone. Default: all. */
  readonly document?: string;
}

/** Suggests what to ask next. */
export interface Suggester {
  /**
   * Up to three questions that the documents answer surely, in the answer's language: each with another sentence, behind an answer that was
   * found none that it cites, and none that was asked.
   *
   * @param asked the questions of the conversation, oldest first; the answer's own need not be among them.
   */
  suggest(
    answer: Answer,
    asked: readonly string[],
    options?: SuggestOptions,
  ): Promise<readonly string[]>;
}

/** A question that was proven by asking it. */
interface Proven extends Candidate {
  /** The ids of the sentences that answer it. */
  readonly cited: readonly string[];
}

const MOST_SUGGESTED = 3;
/** Above what an answer needs: a question that we put ourselves must not be refused. */
const LEAST_CONFIDENCE = 0.7;
/** Answers whose candidates are remembered, of one snapshot. */
const KEPT = 1000;

/** Makes the suggester. What was proven once for the sentences that an answer cites is proven for as long as their snapshot serves. */
export function createSuggester({ snapshot, answerer, messages }: SuggesterParts): Suggester {
  const known = new WeakMap<Snapshot, BoundedMap<string, Promise<readonly Proven[]>>>();
  const provenBehind = (
    answer: Answer,
    { document }: SuggestOptions,
  ): Promise<readonly Proven[]> => {
    const serving = snapshot();
    const kept = known.get(serving) ?? createBoundedMap(KEPT);
    known.set(serving, kept);
    const key = keyOf(answer, document);
    const before = kept.get(key);
    if (before !== undefined) return before;
    const candidates = candidatesFor(serving, answer, messages[answer.language]);
    const work = proveAll(candidates, answerer, document).catch((error: unknown) => {
      known.delete(serving);
      throw error;
    });
    kept.set(key, work);
    return work;
  };
  return {
    async suggest(answer, asked, options = {}) {
      const history = [...asked.filter((text) => text !== answer.question), answer.question];
      const proven = await provenBehind(answer, options);
      const taken = new Set(
        answer.status === 'answered' ? answer.citations.map(({ sentence }) => sentence) : [],
      );
      const suggested: string[] = [];
      for (const candidate of proven) {
        if (suggested.length === MOST_SUGGESTED) break;
        if (isAsked(candidate, history)) continue;
        const cited = await citedInTurn(candidate, history, answerer, options);
        if (cited.length === 0 || cited.some((sentence) => taken.has(sentence))) continue;
        for (const sentence of cited) taken.add(sentence);
        suggested.push(candidate.text);
      }
      return suggested;
    },
  };
}

/** What candidates depend on. */
function keyOf(answer: Answer, document: string | undefined): string {
  const { language, status, confidence, citations } = answer;
  const cited = citations.map(({ sentence }) => sentence);
  return JSON.stringify([language, status, confidence > 0, document ?? null, cited]);
}

async function proveAll(
  candidates: readonly Candidate[],
  answerer: Answerer,
  document: string | undefined,
): Promise<readonly Proven[]> {
  const proven: Proven[] = [];
  for (const candidate of candidates) {
    const cited = await citedFor(candidate, questionOf(candidate.text, document), answerer);
    if (cited.length > 0) proven.push({ ...candidate, cited });
  }
  return proven;
}

/** The sentences that answer a question surely; none where none does. */
async function citedFor(
  { asksName }: Candidate,
  question: Question,
  answerer: Answerer,
): Promise<readonly string[]> {
  const { status, confidence, citations, emphasis } = await answerer.answer(question);
  const isSaid = !asksName || emphasis.length > 0;
  const isSure = status === 'answered' && confidence >= LEAST_CONFIDENCE && isSaid;
  return isSure ? citations.map(({ sentence }) => sentence) : [];
}

/** The same where the question will be asked behind others: one that may go on from them is asked so. */
async function citedInTurn(
  candidate: Proven,
  history: readonly string[],
  answerer: Answerer,
  { document }: SuggestOptions,
): Promise<readonly string[]> {
  if (dependenceOf(candidate.text) === 'none') return candidate.cited;
  return citedFor(candidate, { ...questionOf(candidate.text, document), history }, answerer);
}

function questionOf(text: string, document: string | undefined): Question {
  return { text, ...(document === undefined ? {} : { document }) };
}

/** Whether it was asked already, in whatever letters, or the last question was about just that. */
function isAsked({ text, about }: Candidate, history: readonly string[]): boolean {
  const letters = foldQuote(text).text;
  const last = new Set(contentOf(history.at(-1) ?? ''));
  return (
    history.some((earlier) => foldQuote(earlier).text === letters) ||
    contentOf(about).every((word) => last.has(word))
  );
}
