import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { isLegible } from '../../../src/corpus/extraction/legibility.ts';

const WATER = readFileSync(join(import.meta.dirname, '../../fixtures/documents/water.txt'), 'utf8');

/** What PDF files give that have lost one thing or another. */
const SCRAMBLED: readonly (readonly [how: string, spoil: (text: string) => string])[] = [
  [
    'letters from left to right',
    (text) => text.replaceAll(/\p{L}+/gu, (word) => Array.from(word).toReversed().join('')),
  ],
  ['other letters for some', (text) => text.replaceAll('ە', 'Ǫ')],
  ['other letters for digits', (text) => text.replaceAll(/[٣-٩]/gu, 'f')],
  ['a space beside each shape', (text) => text.replaceAll(/(?<=[ینەوکرت])(?=\p{L})/gu, ' ')],
];

describe('isLegible', () => {
  it.each(SCRAMBLED)('refuses %s', (_, spoil) => {
    expect(isLegible(WATER)).toBe(true);
    expect(isLegible(spoil(WATER))).toBe(false);
  });

  it('passes other languages, and texts too short to judge', () => {
    expect(isLegible('A town without water. '.repeat(20))).toBe(true);
    expect(isLegible('ێنوش ەناکەنۆک ،ەکەراک')).toBe(true);
    expect(isLegible('قال الوزير إن الحكومة في بغداد على علم بهذا الأمر '.repeat(6))).toBe(true);
  });
});
