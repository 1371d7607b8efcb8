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
interface SuggestOptions {
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

/** A candidate with what is asked of it behind every answer. */
interface Prospect extends Candidate {
  readonly letters: string;
  readonly content: readonly string[];
  /** Whether it is understood alone; one that may go on from others is proven behind those of its conversation. */
  readonly isAlone: boolean;
}

/** What may be suggested behind an answer, with the proofs that were needed so far: the sentences that answer each. */
interface Prospects {
  readonly candidates: readonly Prospect[];
  readonly proofs: Map<Candidate, Promise<readonly string[]>>;
}

const MOST_SUGGESTED = 3;
/** Above what an answer needs: a question that we put ourselves must not be refused. */
const LEAST_CONFIDENCE = 0.7;
/** Answers whose prospects are remembered, of one snapshot, and questions whose letters are. */
const KEPT = 1000;

/** Makes the suggester. What was proven once for the sentences that an answer cites is proven for as long as their snapshot serves. */
export function createSuggester({ snapshot, answerer, messages }: SuggesterParts): Suggester {
  const known = new WeakMap<Snapshot, BoundedMap<string, Prospects>>();
  // Each question is in the conversations of the next ones too.
  const folded = createBoundedMap<string, string>(KEPT);
  const lettersOf = (text: string): string => {
    const letters = folded.get(text) ?? foldQuote(text).text;
    folded.set(text, letters);
    return letters;
  };
  const prospectsBehind = (answer: Answer, { document }: SuggestOptions): Prospects => {
    const serving = snapshot();
    const kept = known.get(serving) ?? createBoundedMap(KEPT);
    known.set(serving, kept);
    const key = keyOf(answer, document);
    const before = kept.get(key);
    if (before !== undefined) return before;
    const candidates = candidatesFor(serving, answer, messages[answer.language]).map(prospect);
    const prospects: Prospects = { candidates, proofs: new Map() };
    kept.set(key, prospects);
    return prospects;
  };
  const prove = (candidate: Candidate, question: Question): Promise<readonly string[]> =>
    citedFor(candidate, question, answerer);
  return {
    async suggest(answer, asked, options = {}) {
      const history = [...asked.filter((text) => text !== answer.question), answer.question];
      const { candidates, proofs } = prospectsBehind(answer, options);
      const taken = new Set(sentencesOf(answer));
      const letters = new Set(history.map(lettersOf));
      const last = new Set(contentOf(answer.question));
      const suggested: string[] = [];
      for (const candidate of candidates) {
        if (suggested.length === MOST_SUGGESTED) break;
        // Asked already, in whatever letters, or the last question was about just that.
        if (letters.has(candidate.letters) || candidate.content.every((word) => last.has(word))) {
          continue;
        }
        const question = { text: candidate.text, ...options };
        const cited = candidate.isAlone
          ? await once(proofs, candidate, () => prove(candidate, question))
          : await prove(candidate, { ...question, history });
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

/** The sentences that answer; those below a refusal don't. */
function sentencesOf({ status, citations }: Answer): string[] {
  return status === 'answered' ? citations.map(({ sentence }) => sentence) : [];
}

function prospect(candidate: Candidate): Prospect {
  const { text, about } = candidate;
  return {
    ...candidate,
    letters: foldQuote(text).text,
    content: contentOf(about),
    isAlone: dependenceOf(text) === 'none',
  };
}

/** Does something for a key once; a failure is forgotten, so that it can be tried again. */
function once<Key, Value>(
  known: Map<Key, Promise<Value>>,
  key: Key,
  work: () => Promise<Value>,
): Promise<Value> {
  const before = known.get(key);
  if (before !== undefined) return before;
  const started = work().catch((error: unknown) => {
    known.delete(key);
    throw error;
  });
  known.set(key, started);
  return started;
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
