import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readBeginning, readReply } from '../../../src/answering/model/reply.ts';
import { anyText, FIXED } from '../../support/any-text.ts';

const PASSAGES = 3;
const WHOLE = {
  found: true,
  sentences: [
    { text: 'یەکەم ڕستە.', quotes: [{ passage: 1, quote: 'وشەکانی یەکەم' }] },
    { text: 'دووەم ڕستە.', quotes: [{ passage: 2, quote: 'وشەکانی دووەم' }] },
    { text: 'سێیەم ڕستە.', quotes: [{ passage: 3, quote: 'وشەکانی سێیەم' }] },
  ],
};
const SENTENCES = WHOLE.sentences.map(({ text, quotes }) => ({ parts: [text], quotes }));
const TEXT = JSON.stringify(WHOLE);

function read(text: string): ReturnType<typeof readReply> {
  return readReply(text, PASSAGES);
}

/** The one sentence of a reply of the form asked for. */
function readOne(sentence: unknown): ReturnType<typeof readReply> {
  return read(JSON.stringify({ found: true, sentences: [sentence] }));
}

describe('a whole reply', () => {
  it.each([
    ['as it was asked for', TEXT],
    ['indented', JSON.stringify(WHOLE, null, 2)],
    ['in a fence', `\`\`\`json\n${TEXT}\n\`\`\``],
    ['in a fence without a name', `\`\`\`\n${TEXT}\n\`\`\`\n`],
    [
      'in a fence with words around it',
      `Here it is:\n\`\`\`json\n${TEXT}\n\`\`\`\nI hope it helps.`,
    ],
    ['with words before and behind', `Sure! Here is the answer:\n${TEXT}\nAnything else?`],
    ['behind loud thinking', `<think>\nThe reader asks {who}. [1]\n</think>\n\n${TEXT}`],
    ['without "found"', JSON.stringify({ sentences: WHOLE.sentences })],
  ])('of JSON is read %s', (_, text) => {
    expect(read(text)).toEqual(SENTENCES);
  });

  it.each([
    '{"found":false,"sentences":[]}',
    '{"found":false}',
    JSON.stringify({ ...WHOLE, found: false }),
  ])('that found nothing has no sentence: %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it.each([
    '{}',
    '{"foo":1}',
    '{"found":true}',
    '{"found":true,"sentences":[]}',
    '{"found":true,"sentences":{"text":"x"}}',
    '{"found":true,"sentences":[{"text":["Yes"],"quotes":[]}]}',
    '{"found":true,"sentences":[{"text":"","quotes":[]}]}',
    '{"found":true,"sentences":[null,1,"x",[]]}',
    TEXT.slice(0, -1),
    TEXT.slice(0, 40),
    `${TEXT}${TEXT}`,
    '[{"text":"x"}]',
    '["x"]',
    '…',
    '[1]',
    '',
    '<think>',
  ])('in another shape is of no use: %s', (text) => {
    expect(read(text)).toBeNull();
  });

  it('of a server that knows no shapes is read from its "answer"', () => {
    expect(read('{"answer":"He headed it [2]."}')).toEqual([
      { parts: ['He headed it.'], quotes: [{ passage: 2, quote: null }] },
    ]);
  });

  it.each([
    '【1†',
    '[1-99]',
    '(1)',
    '```',
    '{"',
    '<think>',
    '[[',
    '{"found":true,"sentences":[{"text":"a"},',
    '**',
  ])('without an end is of no use, and soon read: %s', (piece) => {
    const start = performance.now();
    expect(read(piece.repeat(100_000 / piece.length))).toBeNull();
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('is read to a dozen sentences', () => {
    const sentences = Array.from({ length: 30 }, (_, index) => ({
      text: `No ${index}`,
      quotes: [],
    }));
    expect(read(JSON.stringify({ found: true, sentences }))).toHaveLength(12);
    expect(read(Array.from({ length: 30 }, () => 'It is so.').join(' '))).toHaveLength(12);
  });
});

describe('a sentence of a reply', () => {
  it('may have a number as a string, and quotes as strings', () => {
    expect(readOne({ text: 'A b.', quotes: [{ passage: '2', quote: ' c d ' }, 'e f'] })).toEqual([
      {
        parts: ['A b.'],
        quotes: [
          { passage: 2, quote: 'c d' },
          { passage: NaN, quote: 'e f' },
        ],
      },
    ]);
  });

  it('without a quote points where its markers do', () => {
    const expected = [{ parts: ['A b.'], quotes: [{ passage: 2, quote: null }] }];
    expect(readOne({ text: 'A b [2].', quotes: [] })).toEqual(expected);
    expect(readOne({ text: 'A b [٢].' })).toEqual(expected);
    expect(readOne({ text: 'A b.', quotes: [{ passage: 2, quote: '' }] })).toEqual(expected);
  });

  it('loses its markers, and keeps those that point nowhere', () => {
    const quotes = [{ passage: 1, quote: 'c d' }];
    expect(readOne({ text: 'A b [1].', quotes })).toEqual([{ parts: ['A b.'], quotes }]);
    expect(readOne({ text: 'A b [9].', quotes })).toEqual([
      { parts: ['A b.'], quotes: [...quotes, { passage: 9, quote: null }] },
    ]);
  });

  it('that is two stays together', () => {
    const quotes = [{ passage: 1, quote: 'c d' }];
    expect(readOne({ text: 'It is so. It was not.', quotes })).toEqual([
      { parts: ['It is so.', 'It was not.'], quotes },
    ]);
  });

  it('loses the marks of Markdown', () => {
    expect(read('**Fuad Hussein** headed it [1].\n- They met online [2].\n\n## So')).toEqual([
      { parts: ['Fuad Hussein headed it.'], quotes: [{ passage: 1, quote: null }] },
      { parts: ['They met online.'], quotes: [{ passage: 2, quote: null }] },
      { parts: ['So'], quotes: [] },
    ]);
  });
});

describe('plain text', () => {
  it.each(['[1]', '[١]', '[۱]', '【1】', '【1†source】', '(1)', '[1, 1]'])(
    'is marked with %s',
    (marker) => {
      const expected = [
        { parts: ['کۆبوونەوەکە لە بەغدا بوو.'], quotes: [{ passage: 1, quote: null }] },
      ];
      expect(read(`کۆبوونەوەکە لە بەغدا بوو ${marker}.`)).toEqual(expected);
      expect(read(`کۆبوونەوەکە لە بەغدا بوو. ${marker}`)).toEqual(expected);
    },
  );

  it('has each sentence with its own markers, and the dangling ones', () => {
    expect(read('One is so [1]. Two is so [2][3]. Three is so [9]. Four is so.')).toEqual([
      { parts: ['One is so.'], quotes: [{ passage: 1, quote: null }] },
      {
        parts: ['Two is so.'],
        quotes: [
          { passage: 2, quote: null },
          { passage: 3, quote: null },
        ],
      },
      { parts: ['Three is so.'], quotes: [{ passage: 9, quote: null }] },
      { parts: ['Four is so.'], quotes: [] },
    ]);
  });
});

describe('the beginning of a reply', () => {
  it('cut at any letter has whole sentences only, and ever more of them', () => {
    for (const lead of ['', 'Here it is:\n```json\n', '<think>So {"x".</think>']) {
      const whole = lead + TEXT;
      let before = 0;
      for (let length = 0; length <= whole.length; length += 1) {
        const begun = readBeginning(whole.slice(0, length), PASSAGES);
        expect(begun).toEqual(SENTENCES.slice(0, begun.length));
        expect(begun.length).toBeGreaterThanOrEqual(before);
        before = begun.length;
      }
      expect(before).toBe(SENTENCES.length - 1);
    }
  });

  it('of plain text leaves the last sentence out', () => {
    expect(readBeginning('One is so [1]. Two is', PASSAGES)).toEqual([
      { parts: ['One is so.'], quotes: [{ passage: 1, quote: null }] },
    ]);
    expect(readBeginning('One is so [1].', PASSAGES)).toEqual([]);
  });

  it('that has not said that it found something has none', () => {
    const { sentences } = WHOLE;
    expect(
      readBeginning(JSON.stringify({ sentences, found: true }).slice(0, -20), PASSAGES),
    ).toEqual([]);
    expect(readBeginning(JSON.stringify({ found: false, sentences }), PASSAGES)).toEqual([]);
  });
});

describe('any text at all', () => {
  const anyReply = fc.oneof(
    anyText,
    fc.json(),
    fc.json().map((json) => `{"found":true,"sentences":[${json}]}`),
    anyText.map((text) => JSON.stringify({ found: true, sentences: [{ text, quotes: [text] }] })),
    fc.nat(TEXT.length).map((length) => TEXT.slice(0, length)),
  );

  it('is read without an error, to sentences that have words', () => {
    fc.assert(
      fc.property(anyReply, (text) => {
        for (const sentences of [readReply(text, PASSAGES) ?? [], readBeginning(text, PASSAGES)]) {
          expect(sentences.length).toBeLessThanOrEqual(12);
          for (const { parts } of sentences) {
            expect(parts.length).toBeGreaterThan(0);
            for (const part of parts) expect(part).toMatch(/[\p{L}\p{N}]/u);
          }
        }
      }),
      FIXED,
    );
  });
});
