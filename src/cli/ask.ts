import type { Answer, LanguageChoice, Question } from '../answering/answer.ts';
import { formatAnswer } from '../answering/format-answer.ts';
import { write } from '../streams.ts';
import type { Streams } from '../streams.ts';
import { runBatch } from './batch.ts';
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
  if (options.batch !== undefined) return askBatch(options.batch, options, openIndex, streams);
  const text = await readText(argument, 'question', streams);
  const index = await openIndex();
  const result = await timed(index, toQuestion({ text, ...options }));
  await write(
    streams.output,
    options.json === true
      ? `${JSON.stringify({ id: null, ...result })}\n`
      : formatAnswer(result, (document) => index.title(document)[result.language]),
  );
  return 0;
}

async function askBatch(
  file: string,
  options: AskOptions,
  openIndex: () => Promise<OpenIndex>,
  streams: Streams,
): Promise<number> {
  const open = onlyOnce(openIndex);
  return runBatch(file, 'question', streams, async (item) => {
    const index = await open();
    const question = toQuestion({
      text: item.text,
      history: item.history,
      language: item.language ?? options.language,
      document: item.document ?? options.document,
    });
    return { id: item.id, ...(await timed(index, question)) };
  });
}

/** Opens the index with the first line that needs it, so that a batch that can't be read costs nothing. */
export function onlyOnce<T>(open: () => Promise<T>): () => Promise<T> {
  let opened: Promise<T> | null = null;
  return () => (opened ??= open());
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

async function timed(
  index: OpenIndex,
  question: Question,
): Promise<Answer & { elapsedMs: number }> {
  const started = performance.now();
  const answer = await index.answerer.answer(question);
  return { ...answer, elapsedMs: elapsedSince(started) };
}

/** Milliseconds since `started`, to a tenth. */
export function elapsedSince(started: number): number {
  return Math.round((performance.now() - started) * 10) / 10;
}
