import { describe, expect, it } from 'vitest';

import type { Citation } from '../../src/answering/answer.ts';
import { isProven, isVerbatim } from '../../src/answering/verify.ts';
import type { CorpusDocument } from '../../src/corpus/document.ts';
import { parseDocument } from '../../src/corpus/parse-document.ts';

const SOURCE = 'ئاوی ٣ گوند هەیە 💧. سەرچاوە [1] لە ٢٠١٩ کرایەوە. کۆتایی [7] نزیکە. پ'.concat(
  'ە'.repeat(500),
);
const RENDITION = 'Three villages have water.';

function read(): CorpusDocument {
  const { document } = parseDocument({
    id: 'd',
    sorani: Buffer.from(SOURCE),
    english: null,
    description: Buffer.from(
      JSON.stringify({ title: { ckb: 'ئاو', en: 'Water 1964' }, date: '2021-04-07' }),
    ),
    unreadable: [],
    hash: '',
  });
  if (document === null) throw new Error('The document of the test is broken.');
  return document;
}

const DOCUMENTS = new Map([['d', read()]]);

function cite(quote: string, marker: number, change: Partial<Citation> = {}): Citation {
  const start = SOURCE.indexOf(quote);
  return {
    marker,
    document: 'd',
    passage: 'p',
    sentence: 's',
    quote,
    start,
    end: start + quote.length,
    rendition: null,
    ...change,
  };
}

const WATER = 'ئاوی ٣ گوند هەیە 💧.';
const SPRING = 'سەرچاوە [1] لە ٢٠١٩ کرایەوە.';
const END = 'کۆتایی [7] نزیکە.';
const rendition = { text: RENDITION, start: 0, end: RENDITION.length };

describe('isProven', () => {
  it.each([
    ['one quote and its marker', `${WATER} [1]`, [cite(WATER, 1)]],
    ['two quotes in order', `${WATER} [1] ${END} [2]`, [cite(WATER, 1), cite(END, 2)]],
    ['a marker used twice', `${WATER} [1] [1]`, [cite(WATER, 1)]],
    ['a quote that itself holds [1]', `${SPRING} [1]`, [cite(SPRING, 1)]],
    ['a quote that itself holds another number', `${END} [1]`, [cite(END, 1)]],
    ['a rendition beside its quote', `${RENDITION} [1]`, [cite(WATER, 1, { rendition })]],
    ['a number in other digits than the quote', 'In 2019 “x” [1]', [cite(SPRING, 1)]],
    ['a number of the title', `Water 1964: ${WATER} [1]`, [cite(WATER, 1)]],
    ['a number in words', 'Three villages “x” [1]', [cite(WATER, 1)]],
    ['a month and a number with a quote between', `نیسان ${WATER} ٣ [1]`, [cite(WATER, 1)]],
    ['the date of the document', `ئاو (٧ی نیسانی ٢٠٢١): ${WATER} [1]`, [cite(WATER, 1)]],
    ['the date of the document in English', `Water (7 April 2021) [1]`, [cite(WATER, 1)]],
    [
      'two quotes of which one holds the other',
      `${WATER} [1]\nئاوی ٣ گوند [2]`,
      [cite(WATER, 1), cite('ئاوی ٣ گوند', 2)],
    ],
  ])('takes %s', (_, answer, citations) => {
    expect(isProven({ answer, citations }, DOCUMENTS)).toBe(true);
  });

  it.each([
    ['no citation', WATER, []],
    ['an empty answer', '', [cite(WATER, 1)]],
    ['an empty quote', '[1]', [cite(WATER, 1, { quote: '', start: 3, end: 3 })]],
    [
      'a quote with one letter changed',
      'x [1]',
      [cite(WATER, 1, { quote: WATER.replace('گ', 'ك') })],
    ],
    ['a quote in other digits', 'x [1]', [cite(WATER, 1, { quote: WATER.replace('٣', '3') })]],
    ['a quote without its last sign', 'x [1]', [cite(WATER, 1, { quote: WATER.slice(0, -1) })]],
    ['a joiner slipped into a quote', 'x [1]', [cite(WATER, 1, { quote: `${WATER}\u200C` })]],
    [
      'offsets shifted by one',
      `${WATER} [1]`,
      [cite(WATER, 1, { start: 1, end: WATER.length + 1 })],
    ],
    [
      'offsets in bytes',
      `${END} [1]`,
      [cite(END, 1, { start: Buffer.byteLength(SOURCE.split(END)[0] ?? '') })],
    ],
    ['start and end swapped', `${WATER} [1]`, [cite(WATER, 1, { start: WATER.length, end: 0 })]],
    ['another document', `${WATER} [1]`, [cite(WATER, 1, { document: 'e' })]],
    ['a quote of 401 units', 'x [1]', [cite('ە'.repeat(401), 1)]],
    ['no marker', WATER, [cite(WATER, 1)]],
    ['only a marker that the quote holds', SPRING, [cite(SPRING, 1)]],
    ['a marker without a citation', `${WATER} [1] [2]`, [cite(WATER, 1)]],
    ['a citation without a marker', `${WATER} [1]`, [cite(WATER, 1), cite(END, 2)]],
    ['markers that begin at 0', `${WATER} [0]`, [cite(WATER, 0)]],
    ['markers that begin at 2', `${WATER} [2]`, [cite(WATER, 2)]],
    ['markers out of order', `${END} [2] ${WATER} [1]`, [cite(WATER, 1), cite(END, 2)]],
    ['citations out of order', `${WATER} [1] ${END} [2]`, [cite(END, 2), cite(WATER, 1)]],
    ['a marker in other digits', `${WATER} [١]`, [cite(WATER, 1)]],
    ['a number that nothing cited holds', 'ئاوی ٤ گوند [1]', [cite(WATER, 1)]],
    ['a number in words that nothing cited holds', 'چوار گوند [1]', [cite(WATER, 1)]],
    ['another date', `Water (8 April 2021) [1]`, [cite(WATER, 1)]],
    ['another month', `ئاو (٧ی ئایاری ٢٠٢١): ${WATER} [1]`, [cite(WATER, 1)]],
    ['a year that only a date of two lines would hold', '٧ی نیسانی\n١٩٩٩ [1]', [cite(WATER, 1)]],
    ['a number of another, uncited sentence', 'لە ٢٠١٩ [1]', [cite(WATER, 1)]],
  ])('refuses %s', (_, answer, citations) => {
    expect(isProven({ answer, citations }, DOCUMENTS)).toBe(false);
  });
});

describe('isVerbatim', () => {
  it('holds for a quote at its place, for a nearest sentence too', () => {
    expect(isVerbatim(cite(SPRING, 0), DOCUMENTS)).toBe(true);
    expect(isVerbatim(cite('ە'.repeat(400), 1), DOCUMENTS)).toBe(true);
    expect(isVerbatim(cite('نییە لەم دەقەدا', 1), DOCUMENTS)).toBe(false);
  });
});
