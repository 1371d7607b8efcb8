import { describe, expect, it } from 'vitest';

import { claimSpans } from '../../src/answering/claim-spans.ts';
import { answer, citation } from '../telegram/fake-answerer.ts';

const rendition = { text: 'It says so.', start: 0, end: 11 };

/** Each claim, and its quote within it. */
function claims(...[changes]: Parameters<typeof answer>): (readonly [string, string | null])[] {
  const shown = answer(changes);
  return claimSpans(shown).map(({ start, end, quoted }) => [
    shown.answer.slice(start, end),
    quoted === null ? null : shown.answer.slice(quoted.start, quoted.end),
  ]);
}

describe('claimSpans', () => {
  it.each([
    ['a sentence alone', 'ڕستە. [1]', [citation({ quote: 'ڕستە.' })], [['ڕستە. [1]', 'ڕستە.']]],
    [
      'a title that says the same as the sentence',
      'لە «ڕستە.»:\nڕستە. [1]',
      [citation({ quote: 'ڕستە.' })],
      [['لە «ڕستە.»:\nڕستە. [1]', 'ڕستە.']],
    ],
    [
      'a sentence of several lines that holds a marker',
      'یەک [1]\nدوو [1]',
      [citation({ quote: 'یەک [1]\nدوو' })],
      [['یەک [1]\nدوو [1]', 'یەک [1]\nدوو']],
    ],
    [
      'a frame and a gloss',
      'It says:\n“ڕستە.”\nGloss: sentence [1]\n“دوو.” [2]',
      [citation({ quote: 'ڕستە.' }), citation({ quote: 'دوو.', marker: 2 })],
      [
        ['It says:\n“ڕستە.”\nGloss: sentence [1]', '“ڕستە.”'],
        ['“دوو.” [2]', '“دوو.”'],
      ],
    ],
    [
      'a rendition',
      'So\nIt says so. [1]',
      [citation({ rendition })],
      [['So\nIt says so. [1]', null]],
    ],
  ])('finds %s', (_, text, citations, expected) => {
    expect(claims({ answer: text, citations })).toEqual(expected);
  });

  it.each([
    ['a refusal', { status: 'not-in-document' }],
    ["a model's answer", { composer: 'model' }],
    ['words that cite without quoting', { answer: 'بەڵێ. [1]' }],
    ['words behind the last marker', { answer: 'ڕستە. [1] بەڵێ.' }],
  ] as const)('finds none in %s', (_, changes) => {
    expect(
      claims({ answer: 'ڕستە. [1]', citations: [citation({ quote: 'ڕستە.' })], ...changes }),
    ).toEqual([]);
  });
});
