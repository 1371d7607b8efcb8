import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { UsageError } from '../../src/errors.ts';
import { readBitext } from '../../src/evaluation/bitext.ts';
import { evaluateBitext } from '../../src/evaluation/evaluate-bitext.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const folder = temporaryFolder();
const FILE = join(folder, 'pairs.tsv');
const HEADER = 'english\tsorani';
const PAIR = 'The river.\tڕووبار.';

function write(...lines: readonly string[]): string {
  writeFiles(folder, { 'pairs.tsv': lines.join('\n') });
  return FILE;
}

describe('readBitext', () => {
  it('names each pair by its line; blank lines, BOM and CRLF do no harm', async () => {
    const pairs = await readBitext(write(`\uFEFF${HEADER}\r`, `${PAIR}\r`, '', '2019\t٢٠١٩', ''));
    expect(pairs).toEqual([
      { document: 'line-0002', english: 'The river.', sorani: 'ڕووبار.' },
      { document: 'line-0004', english: '2019', sorani: '٢٠١٩' },
    ]);
  });

  it.each([
    ['no tab', 'The river. ڕووبار.'],
    ['a third cell', `${PAIR}\tmore`],
    ['no English', '\tڕووبار.'],
    ['no Sorani', 'The river.\t'],
    ['no word in Sorani', 'The river.\t…'],
  ])('names file and line where a line has %s', async (_, line) => {
    const reading = readBitext(write(HEADER, PAIR, line));
    await expect(reading).rejects.toThrow(UsageError);
    await expect(reading).rejects.toThrow(
      `${FILE}:3 is not one English and one Sorani sentence with a tab between them.`,
    );
  });

  it.each([
    ['no header', [PAIR], `${FILE}:1 is not the header english<TAB>sorani.`],
    ['nothing at all', [''], `${FILE}:1 is not the header english<TAB>sorani.`],
    ['no pair', [HEADER, ''], `The bitext ${FILE} holds no pair.`],
  ])('refuses a file with %s', async (_, lines, message) => {
    const reading = readBitext(write(...lines));
    await expect(reading).rejects.toThrow(UsageError);
    await expect(reading).rejects.toThrow(message);
  });

  it('refuses a file that is not there', async () => {
    const reading = readBitext(join(folder, 'nowhere'));
    await expect(reading).rejects.toThrow(UsageError);
    await expect(reading).rejects.toThrow(`${join(folder, 'nowhere')} can't be read`);
  });
});

describe('evaluateBitext', () => {
  it('counts what comes first, and how far down the others stand', async () => {
    const pairs = ['a', 'b', 'c'].map((document) => ({ document, english: document, sorani: '-' }));
    const found: Record<string, readonly string[]> = { a: ['a', 'b'], b: ['c', 'b'] };
    const report = await evaluateBitext(pairs, FILE, async (query) => found[query] ?? []);
    expect(report).toMatchObject({
      file: FILE,
      pairs: 3,
      forms: {
        sentence: { accuracy1: 0.333, mrr10: 0.5, ranks: { a: 1, b: 2, c: null } },
        // "a" is a stop word: its short form is empty.
        fiveWords: { accuracy1: 0, mrr10: 0.167, ranks: { a: null, b: 2, c: null } },
      },
    });
  });
});
