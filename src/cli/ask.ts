import type { Answer, LanguageChoice, Question } from '../answering/answer.ts';
import { formatAnswer } from '../answering/format-answer.ts';
import { UsageError } from '../errors.ts';
import { write } from '../streams.ts';
import type { Streams } from '../streams.ts';
import type { BatchItem } from './batch.ts';
import { elapsedSince } from './elapsed.ts';
import { runIndexBatch } from './index-batch.ts';
import type { OpenIndex } from './services.ts';
import { readText } from './text-input.ts';

/** The options of `ask`. */
export interface AskOptions {
  readonly json?: true;
  readonly language: LanguageChoice;
  readonly document?: string;
  readonly batch?: string;
}

/** Answers a question, or each line of a batch. Resolves to the exit code. */
export async function ask(
  argument: string | undefined,
  options: AskOptions,
  openIndex: () => Promise<OpenIndex>,
  streams: Streams,
): Promise<number> {
  const { batch: file } = options;
  if (file !== undefined && argument !== undefined) {
    throw new UsageError('Give a QUESTION or --batch, not both.');
  }
  if (file !== undefined) {
    const batch = { file, field: 'question', document: options.document } as const;
    return runIndexBatch(batch, openIndex, streams, (index, item) => askLine(index, item, options));
  }
  const text = await readText(argument, 'question', streams);
  const index = await openIndex();
  const result = await timed(index, toQuestion({ text, ...options }));
  if (options.json === true) {
    await write(streams.output, `${JSON.stringify({ id: null, ...toJson(result) })}\n`);
    return 0;
  }
  const titled = (document: string): string => index.title(document)[result.language];
  await write(streams.output, formatAnswer(result, titled));
  const note = index.note(result);
  if (note !== null) await write(streams.errors, `${note}\n`);
  return 0;
}

async function askLine(index: OpenIndex, item: BatchItem, options: AskOptions): Promise<object> {
  const language = item.language ?? options.language;
  return toJson(await timed(index, toQuestion({ ...item, language })));
}

function toQuestion({
  text,
  history = [],
  language,
  document,
}: {
  text: string;
  history?: readonly string[];
  language: LanguageChoice;
  document?: string | undefined;
}): Question {
  return { text, history, language, ...(document === undefined ? {} : { document }) };
}

/** An answer as other programs get it: how it is to be set is for people, and no part of it. */
function toJson(answer: TimedAnswer): object {
  return Object.fromEntries(Object.entries(answer).filter(([name]) => name !== 'emphasis'));
}

interface TimedAnswer extends Answer {
  readonly elapsedMs: number;
}

async function timed(index: OpenIndex, question: Question): Promise<TimedAnswer> {
  const started = performance.now();
  const answer = await index.answerer.answer(question);
  return { ...answer, elapsedMs: elapsedSince(started) };
}
