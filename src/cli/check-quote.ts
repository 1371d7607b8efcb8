import type { QuoteCheck } from '../proof/quote-check.ts';
import { write } from '../streams.ts';
import type { Streams } from '../streams.ts';
import { elapsedSince } from './elapsed.ts';
import { runIndexBatch } from './index-batch.ts';
import type { OpenIndex } from './services.ts';
import { readText } from './text-input.ts';

/** The options of `check-quote`. */
export interface CheckQuoteOptions {
  readonly json?: true;
  readonly document?: string;
  readonly batch?: string;
}

/** Says whether the documents say a text, or each line of a batch. Resolves to the exit code. */
export async function checkQuote(
  argument: string | undefined,
  options: CheckQuoteOptions,
  openIndex: () => Promise<OpenIndex>,
  streams: Streams,
): Promise<number> {
  const { batch: file, document } = options;
  if (file !== undefined) {
    return runIndexBatch({ file, field: 'text', document }, openIndex, streams, (index, item) =>
      printed(timed(index, item.text, item.document)),
    );
  }
  const text = await readText(argument, 'text', streams);
  const index = await openIndex();
  const check = timed(index, text, document);
  await write(
    streams.output,
    options.json === true
      ? `${JSON.stringify({ id: null, ...printed(check) })}\n`
      : index.quotes.format(check),
  );
  return 0;
}

function timed(
  { quotes }: OpenIndex,
  text: string,
  document: string | undefined,
): QuoteCheck & { elapsedMs: number } {
  const started = performance.now();
  const check = quotes.check({ text, document });
  return { ...check, elapsedMs: elapsedSince(started) };
}

/** A check as other programs get it: they see from `difference` what was left out. */
function printed(check: QuoteCheck & { elapsedMs: number }): object {
  return { ...check, because: undefined };
}
