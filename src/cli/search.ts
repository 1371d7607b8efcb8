import type { Hit } from '../retrieval/search.ts';
import { write } from '../streams.ts';
import type { Streams } from '../streams.ts';
import { elapsedSince } from './elapsed.ts';
import { runIndexBatch } from './index-batch.ts';
import type { OpenIndex } from './services.ts';
import { readText } from './text-input.ts';

/** The options of `search`. */
export interface SearchCommandOptions {
  readonly json?: true;
  readonly top: number;
  readonly document?: string;
  readonly batch?: string;
}

/** A hit as `search --json` prints it. */
interface PrintedHit {
  readonly document: string;
  readonly title: string;
  readonly passage: string;
  readonly start: number;
  readonly end: number;
  readonly score: number;
  readonly text: string;
}

const SCORE_DIGITS = 10_000;

/** Prints the ranked passages for a query, or for each line of a batch. Resolves to the exit code. */
export async function searchCommand(
  argument: string | undefined,
  options: SearchCommandOptions,
  openIndex: () => Promise<OpenIndex>,
  streams: Streams,
): Promise<number> {
  const { batch: file, document, top } = options;
  if (file !== undefined) {
    return runIndexBatch({ file, field: 'query', document }, openIndex, streams, (index, item) =>
      find(index, item.text, { top, document: item.document }),
    );
  }
  const query = await readText(argument, 'query', streams);
  const found = await find(await openIndex(), query, options);
  await write(
    streams.output,
    options.json === true ? `${JSON.stringify({ id: null, ...found })}\n` : format(found.hits),
  );
  return 0;
}

async function find(
  index: OpenIndex,
  query: string,
  { top, document }: { top: number; document?: string | undefined },
): Promise<{ query: string; hits: PrintedHit[]; elapsedMs: number }> {
  const started = performance.now();
  const hits = await index.search(query, { top, document });
  const printed = hits.map((hit) => printHit(hit, index.title(hit.passage.document).ckb));
  return { query, hits: printed, elapsedMs: elapsedSince(started) };
}

function printHit({ passage, score }: Hit, title: string): PrintedHit {
  const { document, id, start, end, text } = passage;
  const rounded = Math.round(score * SCORE_DIGITS) / SCORE_DIGITS;
  return { document, title, passage: id, start, end, score: rounded, text };
}

function format(hits: readonly PrintedHit[]): string {
  if (hits.length === 0) return 'No passage.\n';
  return hits
    .map(
      ({ document, score, start, end, text }, rank) =>
        `${rank + 1}. ${document} ${start}–${end} (${score.toFixed(3)})\n${text}\n\n`,
    )
    .join('');
}
