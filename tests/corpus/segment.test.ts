import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { segment, sentencesOf, splitParagraphs } from '../../src/corpus/segment.ts';
import { FIXED, anyText, visible, writtenText } from '../support/any-text.ts';

const LIMIT = 150;

function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => word !== '').length;
}

/** A sentence of so many words, ending in a full stop. */
function sentence(words: number): string {
  return `${'وشە '.repeat(words - 1)}هات.`;
}

function sizes(source: string): number[] {
  return segment('test', source).map(({ text }) => countWords(text));
}

describe('paragraphs', () => {
  it.each([
    ['یەک\n\nدوو', ['یەک', 'دوو'], 'end at a blank line'],
    ['یەک\r\n\r\nدوو', ['یەک', 'دوو'], 'with CRLF'],
    ['یەک\r\rدوو', ['یەک', 'دوو'], 'with CR'],
    ['یەک\n \t\u00A0\nدوو', ['یەک', 'دوو'], 'that holds spaces'],
    ['یەک\n\n\n\nدوو', ['یەک', 'دوو'], 'or at several'],
    ['یەک\r\n\r\n\r\n\r\nدوو', ['یەک', 'دوو'], 'or at several with CRLF'],
    ['یەک\nدوو', ['یەک\nدوو'], 'not at a line break'],
    ['یەک\r\nدوو', ['یەک\r\nدوو'], 'not at one with CRLF'],
    ['یەک\rدوو', ['یەک\rدوو'], 'not at one with CR'],
    ['\n\n  یەک  \n\n', ['یەک'], 'and begin and end without white space'],
    ['\uFEFFیەک', ['یەک'], 'or a byte order mark'],
    [' \n\n ', [], 'there is none without a character'],
    ['', [], 'or without a text'],
  ])('in %j are %j: they %s', (source, expected) => {
    expect(splitParagraphs(source).map(({ start, end }) => source.slice(start, end))).toEqual(
      expected,
    );
  });

  it('agree with a reader who goes line by line', () => {
    fc.assert(
      fc.property(fc.oneof(writtenText, anyText), (source) => {
        const found = splitParagraphs(source).map(({ start, end }) => source.slice(start, end));
        expect(found).toEqual(readLineByLine(source));
      }),
      FIXED,
    );
  });

  it('give their sentences as spans of the source', () => {
    const source = 'سەرەتا.\n\nهات. چوو.';
    const [, second = { start: 0, end: 0 }] = splitParagraphs(source);
    expect(sentencesOf(source, second).map(({ start, end }) => source.slice(start, end))).toEqual([
      'هات.',
      'چوو.',
    ]);
  });
});

/** Joins the lines between blank ones; line ends inside a paragraph are put back as they were. */
function readLineByLine(source: string): string[] {
  const paragraphs = [''];
  for (const line of source.split(/(?<=\r\n|\r(?!\n)|(?<!\r)\n)/u)) {
    if (line.trim() === '' && /[\r\n]/u.test(line)) paragraphs.push('');
    else paragraphs.push(`${paragraphs.pop() ?? ''}${line}`);
  }
  return paragraphs.map((paragraph) => paragraph.trim()).filter((paragraph) => paragraph !== '');
}

describe('passages', () => {
  it.each([
    [sentence(150), [150], '150 words are one passage'],
    [`${sentence(100)} ${sentence(50)}`, [150], 'whatever their sentences'],
    [`${sentence(100)} ${sentence(51)}`, [100, 51], 'above, a paragraph is cut at a sentence end'],
    [
      `${sentence(60)} ${sentence(60)} ${sentence(60)} ${sentence(60)}`,
      [120, 120],
      'each passage is filled before the next',
    ],
    [sentence(151), [150, 1], 'a longer sentence is cut between words, as late as may be'],
    [sentence(450), [150, 150, 150], 'as often as it must'],
    [
      `${sentence(20)} ${sentence(160)} ${sentence(30)}`,
      [20, 150, 40],
      'what is left is filled up',
    ],
    [`${sentence(10)}\n\n${sentence(10)}`, [10, 10], 'short paragraphs stay apart'],
  ])('%#: of %j words', (source, expected, _reason) => {
    expect(sizes(source)).toEqual(expected);
  });

  it('keep the pieces of a long sentence verbatim, odd white space inside them', () => {
    const source = `${'وشە  '.repeat(149)}کۆتا\n${'وشە '.repeat(9)}هات.`;
    const [first, second] = segment('test', source);
    expect(first?.text).toBe(`${'وشە  '.repeat(149)}کۆتا`);
    expect(second?.text).toBe(`${'وشە '.repeat(9)}هات.`);
    expect(first?.sentences).toHaveLength(1);
  });

  it.each([
    ['written text', writtenText],
    ['anything', anyText],
    [
      'long paragraphs',
      fc
        .array(fc.tuple(fc.integer({ min: 1, max: 200 }), fc.constantFrom(' ', '\n', '\r\n\r\n')), {
          maxLength: 8,
        })
        .map((parts) => parts.map(([words, gap]) => sentence(words) + gap).join('')),
    ],
  ])(
    'of %s are verbatim, in order, apart, bounded, inside one paragraph, and lose nothing',
    (_, texts) => {
      fc.assert(
        fc.property(texts, (source) => {
          const paragraphs = splitParagraphs(source);
          let last = 0;
          for (const { text, start, end, sentences } of segment('test', source)) {
            expect(text).toBe(source.slice(start, end));
            expect(start).toBeGreaterThanOrEqual(last);
            expect(countWords(text)).toBeLessThanOrEqual(LIMIT);
            expect(paragraphs.filter((one) => one.start <= start && end <= one.end)).toHaveLength(
              1,
            );
            expect([sentences.at(0)?.start, sentences.at(-1)?.end]).toEqual([start, end]);
            last = end;
          }
          const passages = segment('test', source);
          expect(visible(passages.map(({ text }) => text).join(' '))).toBe(visible(source));
        }),
        { ...FIXED, numRuns: 200 },
      );
    },
  );

  it('hold sentences that are verbatim, in order, apart, and lose nothing', () => {
    fc.assert(
      fc.property(writtenText, (source) => {
        for (const passage of segment('test', source)) {
          let last = passage.start;
          for (const { text, start, end } of passage.sentences) {
            expect(text).toBe(source.slice(start, end));
            expect(start).toBeGreaterThanOrEqual(last);
            last = end;
          }
          const kept = passage.sentences.map(({ text }) => text).join(' ');
          expect(visible(kept)).toBe(visible(passage.text));
        }
      }),
      FIXED,
    );
  });
});

describe('a rendition', () => {
  const aligned = [
    { start: 0, end: 5, text: 'Came.' },
    { start: 6, end: 11, text: 'Went.' },
    { start: 13, end: 18, text: 'Said.' },
  ];

  it('goes to the sentences in reading order', () => {
    const passages = segment('test', 'هات. چوو.\n\nوتی.', aligned);
    const given = passages.flatMap(({ sentences }) => sentences.map(({ rendition }) => rendition));
    expect(given).toEqual(aligned);
  });

  it('goes whole to each piece of a sentence that had to be cut', () => {
    const passages = segment('test', `${sentence(160)} چوو.`, aligned.slice(0, 2));
    const given = passages.flatMap(({ sentences }) =>
      sentences.map(({ rendition }) => rendition?.text),
    );
    expect(given).toEqual(['Came.', 'Came.', 'Went.']);
  });

  it('is null where there is none', () => {
    expect(segment('test', 'هات.')[0]?.sentences[0]?.rendition).toBeNull();
  });
});
