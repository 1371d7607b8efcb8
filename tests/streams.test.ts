import { Readable, Writable } from 'node:stream';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readLines, write } from '../src/streams.ts';
import { FIXED } from './support/any-text.ts';

function lines(...chunks: (string | Uint8Array)[]): Promise<(string | null)[]> {
  return all(readLines(Readable.from(chunks.map((chunk) => Buffer.from(chunk)))));
}

async function all<T>(values: AsyncIterable<T>): Promise<T[]> {
  const kept: T[] = [];
  for await (const value of values) kept.push(value);
  return kept;
}

/** Cuts bytes at places of a list, wherever they fall. */
function cut(bytes: Buffer, places: readonly number[]): Buffer[] {
  const ends = [...places.map((place) => place % (bytes.length + 1)), bytes.length];
  let start = 0;
  return ends
    .toSorted((one, other) => one - other)
    .map((end) => {
      const piece = bytes.subarray(start, end);
      start = end;
      return piece;
    });
}

describe('lines of a stream', () => {
  it.each([
    ['یەک\nدوو\n', ['یەک', 'دوو'], 'end at a line feed'],
    ['یەک\r\nدوو\r\n', ['یەک', 'دوو'], 'or at CRLF'],
    ['یەک\nدوو', ['یەک', 'دوو'], 'the last may have no end'],
    ['یەک\r\nدوو\r', ['یەک', 'دوو'], 'or half of one'],
    ['\n\nیەک\n', ['', '', 'یەک'], 'blank ones count'],
    ['\uFEFFیەک\nدوو', ['یەک', 'دوو'], 'a leading byte order mark is no part of the first'],
    ['یەک\n\uFEFFدوو', ['یەک', '\uFEFFدوو'], 'but of any other'],
    ['یەک\u2028دوو\rسێ', ['یەک\u2028دوو\rسێ'], 'nothing but LF ends one: JSON may hold the rest'],
    ['', [], 'there is none in nothing'],
    ['\n', [''], 'and one in a line feed'],
  ])('%j holds %j: they %s', async (text, expected) => {
    expect(await lines(text)).toEqual(expected);
  });

  it('are the same however the bytes arrive, cut inside a letter, a BOM or a CRLF', async () => {
    const piece = fc.constantFrom('ڕۆژ', 'a', '\n', '\r\n', '😀', '\uFEFF', ' ', '\r');
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 12 }),
        fc.array(fc.nat({ max: 60 }), { maxLength: 8 }),
        async (pieces, places) => {
          const text = pieces.join('');
          expect(await lines(...cut(Buffer.from(text), places))).toEqual(await lines(text));
        },
      ),
      { ...FIXED, numRuns: 200 },
    );
  });

  it('are given one by one, before the next has arrived', async () => {
    const input = new Readable({ read() {} });
    const iterator = readLines(input);
    input.push('یەک\nدو');
    expect(await iterator.next()).toEqual({ value: 'یەک', done: false });
    input.push('و\n');
    expect(await iterator.next()).toEqual({ value: 'دوو', done: false });
    input.push(null);
    expect(await iterator.next()).toEqual({ value: undefined, done: true });
  });

  it.each([
    ['in one piece', 1],
    ['in many', 40],
  ])(
    'that are too long to be meant are null, and the next is read again: %s',
    async (_, pieces) => {
      const long = Array.from({ length: pieces }, () => 'x'.repeat(2_000_000 / pieces));
      expect(await lines('یەک\n', ...long, 'y\nدوو\n', ...long)).toEqual([
        'یەک',
        null,
        'دوو',
        null,
      ]);
    },
  );

  it('of a million units are kept', async () => {
    const long = 'x'.repeat(1_000_000);
    expect(await lines(`${long}\n`, long)).toEqual([long, long]);
  });

  it('pass a failure of the stream on', async () => {
    const input = new Readable({
      read() {
        this.destroy(new Error('gone'));
      },
    });
    await expect(all(readLines(input))).rejects.toThrow('gone');
  });
});

describe('writing', () => {
  it('waits until the stream has taken the text', async () => {
    const taken: string[] = [];
    const stream = new Writable({
      write(chunk: Buffer, _encoding, done) {
        setImmediate(() => {
          taken.push(chunk.toString());
          done();
        });
      },
    });
    await write(stream, 'یەک');
    expect(taken).toEqual(['یەک']);
    await write(stream, 'دوو');
    expect(taken).toEqual(['یەک', 'دوو']);
  });

  it('passes on why the stream did not take it', async () => {
    const stream = new Writable({
      write(_chunk, _encoding, done) {
        done(new Error('full'));
      },
    });
    stream.on('error', () => {});
    await expect(write(stream, 'یەک')).rejects.toThrow('full');
  });
});
