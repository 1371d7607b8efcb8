import type { Headwords } from '../language/glossary.ts';
import type { Log } from '../log.ts';
import type { Messages } from '../messages.ts';
import type { QuestionEmbeddings } from '../retrieval/near-passages.ts';
import type { Snapshot } from '../retrieval/snapshot.ts';
import type {
  Answer,
  Answerer,
  AnswerLanguage,
  AnswerOptions,
  Question,
  QuestionLanguage,
} from './answer.ts';
import { ModelFailure } from './chat-model.ts';
import { composeExtractive, composeRefusal } from './compose.ts';
import type { ComposeContext, Composition } from './composition.ts';
import { ANSWER_THRESHOLD, toldConfidence } from './confidence.ts';
import type { Evidence } from './evidence.ts';
import { findEvidence } from './find-evidence.ts';
import type { Trace } from './find-evidence.ts';
import { createInEnglish } from './in-english.ts';
import type { InEnglish } from './in-english.ts';
import type { ModelComposer, ModelTask } from './model/model-composer.ts';
import { isProven, isVerbatim } from './verify.ts';

/** What answering rests on. */
export interface AnswererParts {
  /** The snapshot to answer from, asked anew for each question: a re-index swaps it. */
  readonly snapshot: () => Snapshot;
  readonly embeddings: QuestionEmbeddings;
  readonly messages: Readonly<Record<AnswerLanguage, Messages>>;
  /** What glosses are made with; read when the first one is. */
  readonly headwords: () => Promise<Headwords>;
  /** Null: answers are made of the documents' own sentences. */
  readonly model: ModelComposer | null;
  readonly log: Log;
}

/** An answerer that can also say why it answered so. */
export interface ExplainingAnswerer extends Answerer {
  explain(question: Question, options?: AnswerOptions): Promise<{ answer: Answer; trace: Trace }>;
}

/** What a composer made of a question: the first composition that is proven is shown; where none is, that is a refusal. */
interface Outcome extends Pick<Answer, 'composer' | 'degraded'> {
  readonly compositions: readonly Composition[];
  readonly trace: Trace;
}

/** Answers from the documents alone: retrieve, rank sentences, compose (with a model where there is one), verify. */
export function createAnswerer(parts: AnswererParts): ExplainingAnswerer {
  const explain: ExplainingAnswerer['explain'] = async (question, options = {}) => {
    options.signal?.throwIfAborted();
    const snapshot = parts.snapshot();
    const trace = await findEvidence(snapshot, parts.embeddings, question, options.signal);
    const task = { snapshot, question, trace, language: answerLanguage(question, trace) };
    const outcome =
      (await composeWithModel(task, parts, options)) ?? (await composeAlone(task, parts));
    return { answer: toAnswer(task, outcome, parts), trace: outcome.trace };
  };
  return {
    explain,
    answer: async (question, options) => (await explain(question, options)).answer,
  };
}

/** Null where no model is wanted, or the question has no word that one could be asked about. */
async function composeWithModel(
  task: ModelTask,
  parts: AnswererParts,
  options: AnswerOptions,
): Promise<Outcome | null> {
  if (parts.model === null || task.trace.signals === null) return null;
  try {
    const { composition, trace } = await parts.model.compose(task, options);
    const compositions = composition === null ? [] : [composition];
    return { compositions, trace, composer: 'model', degraded: null };
  } catch (error) {
    if (!(error instanceof ModelFailure)) throw error;
    parts.log.warn(`The model gave no answer: ${error.message}`, { cause: error.reason });
    return { ...(await composeAlone(task, parts)), degraded: { cause: error.reason } };
  }
}

async function composeAlone(task: ModelTask, parts: AnswererParts): Promise<Outcome> {
  const { trace } = task;
  const isSure = trace.confidence >= ANSWER_THRESHOLD;
  const compositions = isSure
    ? composeExtractive(trace, {
        ...composeContext(task, parts),
        inEnglish: await inEnglish(task, parts),
      })
    : [];
  const degraded = trace.vectorsMissed === null ? null : { cause: 'embeddings-missed' };
  return { compositions, trace, composer: 'extractive', degraded };
}

/** Says Sorani in English, where a reader of English may get a sentence without a rendition; the term table is read then only. */
async function inEnglish(
  { language, trace, snapshot }: ModelTask,
  { headwords }: AnswererParts,
): Promise<InEnglish> {
  const needed = trace.ranked.some(({ sentence }) => sentence.rendition === null);
  return language === 'en' && needed
    ? createInEnglish(snapshot.lexicon, await headwords())
    : { gloss: () => null, short: () => null };
}

function toAnswer(task: ModelTask, outcome: Outcome, parts: AnswererParts): Answer {
  const { snapshot, question, language } = task;
  const { compositions, composer, degraded } = outcome;
  const proven = compositions.find((one) => isProven(one, snapshot.documents));
  const context = composeContext({ ...task, trace: outcome.trace }, parts);
  const shown = proven ?? refusal(outcome.trace.ranked, context, question.document);
  const isAnswered = proven !== undefined;
  return {
    question: question.text,
    questionLanguage: task.trace.query.language,
    language,
    status: isAnswered ? 'answered' : 'not-in-document',
    confidence: toldConfidence(outcome.trace.confidence, isAnswered),
    answer: shown.answer,
    citations: shown.citations,
    composer,
    emphasis: shown.emphasis,
    degraded,
  };
}

function composeContext(
  { snapshot, trace, language }: ModelTask,
  parts: AnswererParts,
): ComposeContext {
  return { snapshot, language, matcher: trace.matcher, messages: parts.messages[language] };
}

function refusal(
  ranked: readonly Evidence[],
  context: ComposeContext,
  only: Question['document'],
): Composition {
  const composed = composeRefusal(ranked, context, only);
  const { documents } = context.snapshot;
  return { ...composed, citations: composed.citations.filter((one) => isVerbatim(one, documents)) };
}

/** The language an answer is written in: what the reader chose, else the question's. */
function answerLanguage(question: Question, { query }: Trace): AnswerLanguage {
  const choice = question.language ?? 'auto';
  if (choice !== 'auto') return choice;
  const asked: QuestionLanguage = query.language;
  if (asked === 'other') return /\p{Script=Latin}/u.test(question.text) ? 'en' : 'ckb';
  return asked === 'en' ? 'en' : 'ckb';
}
