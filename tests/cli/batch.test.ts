import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { runBatch } from '../../src/cli/batch.ts';
import { FIXED } from '../support/any-text.ts';
import { memoryStreams } from '../support/memory-streams.ts';
import { parseLines } from '../support/printed.ts';

interface Echo {
  readonly id: unknown;
  readonly text: string;
  readonly history: readonly string[];
}

const broken = (): Promise<object> => Promise.reject(new TypeError('a fault of ours'));

async function echo(chunks: readonly (string | Buffer)[]): Promise<Echo[]> {
  const streams = memoryStreams(chunks);
  await runBatch('-', 'question', streams, async ({ id, text, history }) => ({
    id,
    text,
    history,
  }));
  return parseLines<Echo>(streams.written().stdout);
}

describe('runBatch', () => {
  it('echoes any id, text and history, wherever the bytes are cut', async () => {
    const item = fc.record({
      id: fc.jsonValue({ noUnicodeString: false }),
      question: fc
        .string({ unit: 'binary', minLength: 1, maxLength: 30 })
        .filter((text) => text.trim() !== ''),
      history: fc.array(fc.string({ unit: 'binary', maxLength: 5 }), { maxLength: 2 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(item, { maxLength: 5 }),
        fc.integer({ min: 1, max: 7 }),
        async (items, size) => {
          const bytes = Buffer.from(items.map((one) => `${JSON.stringify(one)}\n`).join(''));
          const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
            bytes.subarray(index * size, (index + 1) * size),
          );
          const expected = items.map(({ id, question, history }) => ({
            id,
            text: question,
            history,
          }));
          expect(await echo(chunks)).toEqual(JSON.parse(JSON.stringify(expected)));
        },
      ),
      { ...FIXED, numRuns: 60 },
    );
  });

  it('writes each answer before it reads on', async () => {
    const seen: string[] = [];
    const streams = memoryStreams(['{"question":"1"}\n', '{"question":"2"}\n']);
    await runBatch('-', 'question', streams, async ({ text }) => {
      seen.push(streams.written().stdout);
      return { text };
    });
    expect(seen).toEqual(['', '{"text":"1"}\n']);
  });

  it('passes on a failure that no line is to blame for', async () => {
    const streams = memoryStreams(['{"question":"1"}\n']);
    await expect(runBatch('-', 'question', streams, broken)).rejects.toThrow('a fault of ours');
  });
});
