import type { EmbeddingsInterface } from '@langchain/core/embeddings';

import { questionType } from '../language/question-type.ts';
import type { Messages } from '../messages.ts';
import { readQuery } from '../retrieval/query.ts';
import type { Query } from '../retrieval/query.ts';
import { search } from '../retrieval/search.ts';
import type { Hit } from '../retrieval/search.ts';
import { dictionaryOf } from '../retrieval/snapshot.ts';
import type { Snapshot } from '../retrieval/snapshot.ts';
import type { Answer, Answerer, AnswerLanguage, Question, QuestionLanguage } from './answer.ts';
import { composeExtractive, composeRefusal } from './compose.ts';
import type { ComposeContext, Composition } from './compose.ts';
import { ANSWER_THRESHOLD, confidenceOf, readSignals } from './confidence.ts';
import type { Signals } from './confidence.ts';
import { rankEvidence } from './evidence.ts';
import type { Evidence } from './evidence.ts';
import { carriedQuestions } from './follow-up.ts';
import { Matcher } from './matcher.ts';
import { openingHit } from './opening.ts';
import { isProven, isVerbatim } from './verify.ts';

/** What answering rests on. */
export interface AnswererParts {
  /** The snapshot to answer from, asked anew for each question: a re-index swaps it. */
  readonly snapshot: () => Snapshot;
  readonly embeddings: EmbeddingsInterface;
  readonly messages: Readonly<Record<AnswerLanguage, Messages>>;
  /** Why a model that is wanted doesn't answer; null where none is wanted. */
  readonly degraded?: { readonly cause: string } | null;
}

/** How an answer came about. */
export interface Trace {
  readonly query: Query;
  /** The earlier questions that were carried over. */
  readonly carried: readonly string[];
  readonly hits: readonly Hit[];
  readonly ranked: readonly Evidence[];
  readonly signals: Signals | null;
  readonly matcher: Matcher;
}

/** An answerer that can also say why it answered so. */
export interface ExplainingAnswerer extends Answerer {
  explain(question: Question): Promise<{ answer: Answer; trace: Trace }>;
}

/** Passages whose sentences are compared. */
const PASSAGES = 10;
/** Rounds the confidence: more digits would claim more than is known. */
const CONFIDENCE_DIGITS = 1000;

/** Answers from the documents alone: retrieve, rank sentences, compose, verify. */
export function createAnswerer(parts: AnswererParts): ExplainingAnswerer {
  const explain: ExplainingAnswerer['explain'] = async (question) => {
    const snapshot = parts.snapshot();
    const trace = await gather(snapshot, parts.embeddings, question);
    return { answer: compose(snapshot, question, trace, parts), trace };
  };
  return { explain, answer: async (question) => (await explain(question)).answer };
}

async function gather(
  snapshot: Snapshot,
  embeddings: EmbeddingsInterface,
  question: Question,
): Promise<Trace> {
  const carried = carriedQuestions(question.text, question.history ?? []);
  const query = readQuery(question.text, dictionaryOf(snapshot), carried);
  const { document } = question;
  const found = await search(snapshot, embeddings, query, { top: PASSAGES, document });
  const hits = found.hits.length > 0 ? found.hits : openingHit(snapshot, document);
  const own = questionType(query.words);
  const type = own === 'other' ? questionType(carried.at(-1) ?? '') : own;
  const matcher = new Matcher(query, found.asked);
  const ranked = rankEvidence(snapshot, matcher, type, hits);
  return { query, carried, hits, ranked, matcher, signals: readSignals(found.asked, ranked) };
}

function compose(
  snapshot: Snapshot,
  question: Question,
  trace: Trace,
  parts: AnswererParts,
): Answer {
  const { query, ranked, signals } = trace;
  const language = answerLanguage(question, query.language);
  const context: ComposeContext = {
    snapshot,
    language,
    matcher: trace.matcher,
    messages: parts.messages[language],
  };
  const confidence = Math.round(confidenceOf(signals) * CONFIDENCE_DIGITS) / CONFIDENCE_DIGITS;
  const composed = confidence >= ANSWER_THRESHOLD ? composeExtractive(ranked, context) : null;
  const proven = composed !== null && isProven(composed, snapshot.documents) ? composed : null;
  const shown = proven ?? refusal(ranked, context);
  return {
    question: question.text,
    questionLanguage: query.language,
    language,
    status: proven === null ? 'not-in-document' : 'answered',
    confidence,
    answer: shown.answer,
    citations: shown.citations,
    composer: 'extractive',
    degraded: parts.degraded ?? null,
  };
}

function refusal(ranked: readonly Evidence[], context: ComposeContext): Composition {
  const composed = composeRefusal(ranked, context);
  const { documents } = context.snapshot;
  return { ...composed, citations: composed.citations.filter((one) => isVerbatim(one, documents)) };
}

/** The language an answer is written in: what the reader chose, else the question's. */
function answerLanguage(question: Question, asked: QuestionLanguage): AnswerLanguage {
  const choice = question.language ?? 'auto';
  if (choice !== 'auto') return choice;
  if (asked === 'other') return /\p{Script=Latin}/u.test(question.text) ? 'en' : 'ckb';
  return asked === 'en' ? 'en' : 'ckb';
}
