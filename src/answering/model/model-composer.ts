import type { Passage } from '../../corpus/document.ts';
import type { Log } from '../../log.ts';
import type { QuestionEmbeddings } from '../../retrieval/near-passages.ts';
import type { Snapshot } from '../../retrieval/snapshot.ts';
import type { AnswerLanguage, AnswerOptions, Question } from '../answer.ts';
import type { ChatModel } from '../chat-model.ts';
import { ModelFailure } from '../chat-model.ts';
import type { Composition } from '../composition.ts';
import { ANSWER_THRESHOLD } from '../confidence.ts';
import { findEvidence } from '../find-evidence.ts';
import type { Trace } from '../find-evidence.ts';
import { fuseHits } from './fuse-hits.ts';
import { passagesToGive } from './passages-block.ts';
import type { Prompts } from './prompts.ts';
import { rewriteQuestion } from './rewrite.ts';
import { writeAnswer } from './write-answer.ts';

/** A question with what the documents' words alone found for it. */
export interface ModelTask {
  readonly snapshot: Snapshot;
  readonly question: Question;
  readonly trace: Trace;
  readonly language: AnswerLanguage;
}

/** What a model made of a task; a null composition is "not in the document". The trace is of the search it rests on. */
interface ModelOutcome {
  readonly composition: Composition | null;
  readonly trace: Trace;
}

/** Composes answers with a chat model; every sentence of them is proven. */
export interface ModelComposer {
  /** @throws {ModelFailure} whatever went wrong, within the reader's patience. */
  compose(task: ModelTask, options: AnswerOptions): Promise<ModelOutcome>;
}

/** What composing with a model rests on. */
export interface ModelComposerParts {
  readonly chat: ChatModel;
  readonly prompts: Prompts;
  readonly embeddings: QuestionEmbeddings;
  /** How long a reader waits for all of a question's calls together, in milliseconds. */
  readonly patienceInMs: number;
  readonly log: Log;
}

/** Rewrites where it must, retrieves, has the model write, proves. */
export function createModelComposer(parts: ModelComposerParts): ModelComposer {
  return {
    async compose(task, options) {
      const patience = new AbortController();
      const giveUp = (): void => {
        const seconds = parts.patienceInMs / 1000;
        patience.abort(new ModelFailure('time-out', `it took more than ${seconds} s`));
      };
      const timer = setTimeout(giveUp, parts.patienceInMs);
      const signals = [patience.signal, ...(options.signal === undefined ? [] : [options.signal])];
      try {
        return await compose(task, parts, { ...options, signal: AbortSignal.any(signals) });
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

async function compose(
  task: ModelTask,
  parts: ModelComposerParts,
  options: AnswerOptions & { readonly signal: AbortSignal },
): Promise<ModelOutcome> {
  const { trace, passages, question } = await retrieve(task, parts, options.signal);
  if (passages.length === 0) return { composition: null, trace };
  const { snapshot, language } = task;
  const composition = await writeAnswer({ snapshot, language, question, passages }, parts, options);
  return { composition, trace };
}

interface Retrieved {
  readonly trace: Trace;
  readonly passages: readonly Passage[];
  /** The question as the model is asked it. */
  readonly question: string;
}

/** The passages for the question as it was asked, and as a model wrote it out where that was needed. */
async function retrieve(
  { snapshot, question, trace, language }: ModelTask,
  parts: ModelComposerParts,
  signal: AbortSignal,
): Promise<Retrieved> {
  const asked = { trace, passages: passagesOf([trace]), question: question.text };
  if (!needsRewriting(trace)) return asked;
  const earlier = question.history ?? [];
  const rewritten = await rewriteQuestion({ text: question.text, earlier }, parts, { signal });
  if (rewritten === null) return asked;
  const { document } = question;
  const traces = [trace];
  for (const text of [rewritten.sorani, rewritten.english]) {
    if (text === '') continue;
    const standing = { text, ...(document === undefined ? {} : { document }) };
    traces.push(await findEvidence(snapshot, parts.embeddings, standing, signal));
  }
  const inFull = language === 'en' ? rewritten.english : rewritten.sorani;
  return {
    trace: traces.reduce((left, right) => (right.confidence > left.confidence ? right : left)),
    passages: passagesOf(traces),
    question: inFull === '' ? question.text : `${question.text}\n(${inFull})`,
  };
}

/** A follow-up, a spelling or language that the documents' words don't cover, or too little found: the rest needs no call. */
function needsRewriting(trace: Trace): boolean {
  const { language } = trace.query;
  const isPlain = language === 'ckb' || language === 'en';
  return !isPlain || trace.carried.length > 0 || trace.confidence < ANSWER_THRESHOLD;
}

/** What only stands nearest, for want of anything found, is no passage to answer from. */
function passagesOf(traces: readonly Trace[]): readonly Passage[] {
  return passagesToGive(fuseHits(traces.map(({ hits }) => hits.filter(({ score }) => score > 0))));
}
