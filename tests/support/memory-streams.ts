import { Readable, Writable } from 'node:stream';

import type { Streams } from '../../src/streams.ts';

/** Standard streams in memory. */
export interface MemoryStreams extends Streams {
  /** What was written so far. */
  readonly written: () => { readonly stdout: string; readonly stderr: string };
}

/** Streams whose input is the given chunks, one read each; `isTTY` makes the input a terminal. */
export function memoryStreams(
  chunks: readonly (string | Buffer)[] = [],
  { isTTY = false }: { isTTY?: boolean } = {},
): MemoryStreams {
  const kept: Record<'stdout' | 'stderr', Buffer[]> = { stdout: [], stderr: [] };
  const keep = (name: 'stdout' | 'stderr'): Writable =>
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        kept[name].push(chunk);
        done();
      },
    });
  const input = Readable.from(chunks.map((chunk) => Buffer.from(chunk)));
  return {
    input: Object.assign(input, { isTTY }),
    output: keep('stdout'),
    errors: keep('stderr'),
    written: () => ({
      stdout: Buffer.concat(kept.stdout).toString(),
      stderr: Buffer.concat(kept.stderr).toString(),
    }),
  };
}
