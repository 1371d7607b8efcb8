import { onlyOnce } from '../only-once.ts';
import type { Streams } from '../streams.ts';
import { runBatch } from './batch.ts';
import type { BatchField, BatchItem } from './batch.ts';
import type { OpenIndex } from './services.ts';

/** A batch that is answered from the index. */
export interface IndexBatch {
  /** A file of JSON lines, or `-`. */
  readonly file: string;
  readonly field: BatchField;
  /** The document for lines that name none; undefined for all. */
  readonly document: string | undefined;
}

/**
 * Runs a batch against one index, which is opened with the first line: a batch that can't be read costs nothing. Each result is
 * printed behind the `id` of its line. Resolves to the exit code.
 *
 * @throws {UsageError} if the file can't be read.
 */
export async function runIndexBatch(
  { file, field, document }: IndexBatch,
  openIndex: () => Promise<OpenIndex>,
  streams: Streams,
  answer: (index: OpenIndex, item: BatchItem) => object | Promise<object>,
): Promise<number> {
  const open = onlyOnce(openIndex);
  return runBatch(file, field, streams, async (item) => {
    const result = await answer(await open(), { ...item, document: item.document ?? document });
    return { id: item.id, ...result };
  });
}
