import { expectAnswer } from '../language/answer-types/expected-answer.ts';
import type { ExpectedAnswer } from '../language/answer-types/expected-answer.ts';
import { questionType } from '../language/question-type.ts';
import type { QuestionEmbeddings } from '../retrieval/near-passages.ts';
import { readQuery } from '../retrieval/query.ts';
import type { Query } from '../retrieval/query.ts';
import { search } from '../retrieval/search.ts';
import type { Hit } from '../retrieval/search.ts';
import { dictionaryOf } from '../retrieval/snapshot.ts';
import type { Snapshot } from '../retrieval/snapshot.ts';
import type { Question } from './answer.ts';
import { ANSWER_THRESHOLD, confidenceOf } from './confidence.ts';
import { rankEvidence } from './evidence.ts';
import type { Evidence } from './evidence.ts';
import { carriedQuestions, dependenceOf } from './follow-up.ts';
import { Matcher } from './matcher.ts';
import { openingHit } from './opening.ts';
import { AnswerFinder } from './sentence-answers.ts';
import { readSignals } from './signals.ts';
import type { Signals } from './signals.ts';
import { lacksTitle } from './unnamed-title.ts';

/** What was found for a question, and how. */
export interface Trace {
  readonly query: Query;
  /** The earlier questions that were carried over. */
  readonly carried: readonly string[];
  readonly hits: readonly Hit[];
  readonly ranked: readonly Evidence[];
  readonly signals: Signals | null;
  /** How surely the documents answer it, 0 to 1. */
  readonly confidence: number;
  readonly matcher: Matcher;
  /** What is asked for. */
  readonly expected: ExpectedAnswer;
  /** Why the embeddings that are configured had no part in it; null where they had. */
  readonly vectorsMissed: string | null;
}

/** Passages whose sentences are compared. */
const PASSAGES = 10;
/** What a passage gains that stood first for the question before a follow-up; others gain in proportion. */
const LAST_PASSAGE_GAIN = 0.3;

/**
 * Retrieves passages and ranks their sentences, for the question alone or as it goes on from the conversation: one that may do either
 * stands alone where it finds its answer so.
 *
 * @throws {UnknownDocumentError} if `question.document` is not in the snapshot.
 */
export async function findEvidence(
  snapshot: Snapshot,
  embeddings: QuestionEmbeddings,
  question: Question,
  signal?: AbortSignal,
): Promise<Trace> {
  const find = async (text: string, carried: readonly string[]): Promise<Trace> =>
    findFor(snapshot, embeddings, { text, carried, document: question.document, signal });
  const carried = carriedQuestions(question.text, question.history ?? []);
  if (carried.length === 0) return find(question.text, []);
  if (dependenceOf(question.text) === 'possible') {
    const alone = await find(question.text, []);
    if (standsAlone(alone)) return alone;
  }
  const before = await find(carried.at(-1) ?? '', carried.slice(0, -1));
  const found = await findFor(snapshot, embeddings, {
    text: question.text,
    carried,
    document: question.document,
    last: before.hits,
    signal,
  });
  // "And why?" asks about what was found before; where nothing was, nothing can be.
  const isBound = dependenceOf(question.text) === 'certain';
  const shared = (1 - BEFORE_SHARE) * found.confidence + BEFORE_SHARE * before.confidence;
  const confidence = isBound ? Math.min(shared, before.confidence) : shared;
  return { ...found, confidence };
}

/** How much of a follow-up's confidence is that of the question it goes on from: what was found then is still talked about. */
const BEFORE_SHARE = 0.2;
/** Sentences that hold nearly as much of a question as the best one hold at least this share of what that holds. */
const NEARLY_AS_MUCH = 0.8;
/** Where more sentences do, the question is too general to be about one of them. */
const MOST_ALIKE = 1;
/** What a sentence must hold of a question to be what it is about. */
const LEAST_COVERAGE = 0.6;

/** Whether a question found its answer without the conversation: it is sure, and about few sentences. */
function standsAlone({ confidence, ranked }: Trace): boolean {
  const most = Math.max(0, ...ranked.map(({ match }) => match.coverage));
  const alike = ranked.filter(({ match }) => match.coverage >= NEARLY_AS_MUCH * most);
  const isSpecific = most >= LEAST_COVERAGE && alike.length <= MOST_ALIKE;
  return isSpecific && confidence >= ANSWER_THRESHOLD;
}

interface Task {
  readonly text: string;
  readonly carried: readonly string[];
  readonly document: Question['document'];
  readonly signal: AbortSignal | undefined;
  /** What the question before it found. */
  readonly last?: readonly Hit[];
}

async function findFor(
  snapshot: Snapshot,
  embeddings: QuestionEmbeddings,
  { text, carried, document, signal, last = [] }: Task,
): Promise<Trace> {
  const query = readQuery(text, dictionaryOf(snapshot), carried);
  const found = await search(snapshot, embeddings, query, { top: PASSAGES, document, signal });
  const hits = found.hits.length > 0 ? nearTo(last, found.hits) : openingHit(snapshot, document);
  const matcher = new Matcher(query, found.asked);
  const expected = expectedOf(query, carried);
  const finder = new AnswerFinder(query, found.asked, expected);
  const ranked = rankEvidence(snapshot, matcher, finder, hits);
  const { asked } = found;
  const signals = readSignals({ query, asked, matcher, expected, ranked });
  const { vectorsMissed } = found;
  const [best] = ranked;
  const isOther = best !== undefined && lacksTitle(text, best.hit.passage);
  const confidence = isOther ? 0 : confidenceOf(signals);
  return { query, carried, hits, ranked, matcher, expected, signals, confidence, vectorsMissed };
}

/** What is asked for; a follow-up that doesn't say asks for what the question before it did. */
function expectedOf({ words }: Query, carried: readonly string[]): ExpectedAnswer {
  const earlier = carried.at(-1);
  return expectAnswer(earlier !== undefined && questionType(words) === 'other' ? earlier : words);
}

/** Hits in the order of a conversation: what was talked about last is nearer than the rest. */
function nearTo(last: readonly Hit[], hits: readonly Hit[]): readonly Hit[] {
  const [first] = last;
  if (first === undefined || first.score === 0) return hits;
  const gains = new Map(last.map(({ passage, score }) => [passage, score / first.score]));
  return hits
    .map((hit) => {
      const score = hit.score + LAST_PASSAGE_GAIN * (gains.get(hit.passage) ?? 0);
      return { ...hit, score };
    })
    .toSorted((left, right) => right.score - left.score);
}
