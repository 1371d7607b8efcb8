import { onlyOnce } from '../only-once.ts';
import type { QuoteCheck } from '../proof/quote-check.ts';
import { write } from '../streams.ts';
import type { Streams } from '../streams.ts';
import { elapsedSince } from './ask.ts';
import { runBatch } from './batch.ts';
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
  const { batch } = options;
  if (batch !== undefined) {
    const open = onlyOnce(openIndex);
    return runBatch(batch, 'text', streams, async ({ id, text, document }) => ({
      id,
      ...printed(timed(await open(), text, document ?? options.document)),
    }));
  }
  const text = await readText(argument, 'text', streams);
  const index = await openIndex();
  const check = timed(index, text, options.document);
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
