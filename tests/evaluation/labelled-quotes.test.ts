import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { UsageError } from '../../src/errors.ts';
import { isTunedOn, readLabelledQuotes } from '../../src/evaluation/labelled-quotes.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const folder = temporaryFolder();
const FILE = join(folder, 'quotes.jsonl');

const GOOD = { id: 'q-001', text: 'ئەو وتی.', verdict: 'exact' };

function write(...lines: readonly (string | object)[]): string {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  writeFiles(folder, { 'quotes.jsonl': `${text.join('\n')}\n` });
  return FILE;
}

describe('readLabelledQuotes', () => {
  it('reads texts with their verdicts, and passes blank lines and other fields over', async () => {
    const altered = { id: 'q-002', text: 'ئەو نەیوت.', verdict: 'altered' };
    const read = await readLabelledQuotes(write({ ...GOOD, note: 'x' }, '', altered, '  \r'));
    expect(read).toEqual([GOOD, altered]);
  });

  it.each([
    ['{"id": ', 'is no JSON object'],
    [{ ...GOOD, id: 7 }, 'has no "id"'],
    [{ ...GOOD, text: '' }, 'has no "text"'],
    [{ ...GOOD, verdict: 'true' }, 'has no "verdict" of exact, altered, not-in-document'],
    [GOOD, 'has the "id" of an earlier line, q-001'],
  ])('names file and line where a line is bad: %j %s', async (line, problem) => {
    const reading = readLabelledQuotes(write(GOOD, '', line));
    await expect(reading).rejects.toThrow(UsageError);
    await expect(reading).rejects.toThrow(`${FILE}:3 ${problem}.`);
  });

  it('names the file where there is nothing to read', async () => {
    await expect(readLabelledQuotes(write(''))).rejects.toThrow(`The quotes ${FILE} hold no line`);
    const nowhere = join(folder, 'nowhere');
    await expect(readLabelledQuotes(nowhere)).rejects.toThrow(`${nowhere} can't be read`);
  });
});

describe('isTunedOn', () => {
  it.each([
    ['q-001', true],
    ['q-002', false],
    ['q-110', false],
    ['q-219', true],
  ])('of %s is %s', (id, tunedOn) => {
    expect(isTunedOn({ id })).toBe(tunedOn);
  });
});
