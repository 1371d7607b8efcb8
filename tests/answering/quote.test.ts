import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { quoteSpan } from '../../src/answering/quote.ts';
import { QUOTE_UNITS } from '../../src/corpus/citation.ts';
import type { Sentence } from '../../src/corpus/document.ts';
import { FIXED } from '../support/any-text.ts';
import { soraniText } from '../support/long-text.ts';

const START = 1000;
/** Half of a surrogate pair without its other half. */
const HALF = /\p{Surrogate}/u;

function sentence(text: string): Sentence {
  return { id: 'sentence', text, start: START, end: START + text.length, rendition: null };
}

/** The text that is quoted, with how the window was chosen: it is worth more the more often it holds `wanted`. */
function quoted(text: string, wanted = ''): string {
  const span = quoteSpan(sentence(text), ({ start, end }) =>
    wanted === '' ? 0 : text.slice(start, end).split(wanted).length,
  );
  return text.slice(span.start - START, span.end - START);
}

const clause = (name: string): string => `${name} ${'وشە '.repeat(30)}کۆتایی`;

describe('quoteSpan', () => {
  it('quotes a sentence of up to 400 units whole', () => {
    for (const text of ['کورت.', 'پ'.repeat(QUOTE_UNITS)]) expect(quoted(text)).toBe(text);
  });

  it('quotes as many whole clauses as fit, from the best place on', () => {
    const text = ['یەک', 'دوو', 'سێ', 'چوار', 'پێنج'].map((name) => clause(name)).join('، ');
    expect(quoted(text)).toBe(`${clause('یەک')}، ${clause('دوو')}، ${clause('سێ')}،`);
    expect(quoted(text, 'چوار')).toMatch(/چوار/u);
    expect(quoted(text, 'پێنج').endsWith(clause('پێنج'))).toBe(true);
  });

  it('of a clause that is itself too long quotes whole words', () => {
    const words = Array.from({ length: 200 }, (_, index) => `وشەی${index}`);
    const found = quoted(words.join(' '), 'وشەی150').split(' ');
    expect(found).toContain('وشەی150');
    expect(words).toEqual(expect.arrayContaining(found));
  });

  it('cuts a word of over 400 units between characters, never inside a surrogate pair', () => {
    for (const text of ['\u{1F4A7}'.repeat(500), `x${'\u{1F4A7}'.repeat(500)}`]) {
      const found = quoted(text);
      expect(found).not.toMatch(HALF);
      expect(found.length).toBeGreaterThan(QUOTE_UNITS - 2);
    }
  });

  it('always stays within the sentence and the bound, and breaks no word and no character', () => {
    const texts = fc.oneof(
      soraniText({ minWords: 1, maxWords: 40 }),
      soraniText({ minWords: 70, maxWords: 250 }),
      fc.string({
        unit: fc.constantFrom('\u{1F4A7}', 'پ', '،', ' '),
        minLength: 390,
        maxLength: 900,
      }),
    );
    fc.assert(
      fc.property(texts, fc.nat(), (generated, seed) => {
        const text = generated.trim();
        fc.pre(text !== '');
        const span = quoteSpan(sentence(text), ({ start, end }) => (start * 31 + end * seed) % 97);
        expect(span.start).toBeGreaterThanOrEqual(START);
        expect(span.end).toBeLessThanOrEqual(START + text.length);
        expect(span.end - span.start).toBeLessThanOrEqual(QUOTE_UNITS);
        const found = text.slice(span.start - START, span.end - START);
        expect(found).not.toBe('');
        expect(found).toBe(found.trim());
        expect(found).not.toMatch(HALF);
        const longest = Math.max(...text.split(/\s/u).map((word) => word.length));
        const around = text.charAt(span.start - START - 1) + text.charAt(span.end - START);
        expect(longest > QUOTE_UNITS ? '' : around).toMatch(/^\s*$/u);
      }),
      { ...FIXED, numRuns: 300 },
    );
  });

  it('takes the window that is worth most', () => {
    fc.assert(
      fc.property(
        soraniText({ minWords: 80, maxWords: 200 }),
        fc.nat({ max: 1000 }),
        (text, at) => {
          fc.pre(text.length > QUOTE_UNITS);
          const target = Math.floor((at / 1001) * text.length);
          const span = quoteSpan(sentence(text), ({ start, end }) =>
            start <= target && target < end ? 1 : 0,
          );
          const covered = span.start - START <= target && target < span.end - START;
          // White space between two pieces is in no piece.
          expect(covered || /\s/u.test(text.charAt(target))).toBe(true);
        },
      ),
      { ...FIXED, numRuns: 200 },
    );
  });
});
