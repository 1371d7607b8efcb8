import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { quotedSpans } from '../../../src/answering/model/quoted-spans.ts';
import { anyText, FIXED } from '../../support/any-text.ts';

function quoted(text: string): string[] {
  return quotedSpans(text).map(({ start, end }) => text.slice(start, end));
}

describe('quotedSpans', () => {
  it.each(['«x»', '“x”', '„x“', '„x”', '"x"', '‹x›'])('finds what stands in %s', (marks) => {
    const words = 'دیالۆگ تاکە ڕێگەی دروستە';
    expect(quoted(`کازمی گوتی ${marks.replace('x', words)}.`)).toEqual([words]);
  });

  it('finds each, in order', () => {
    expect(quoted('He said “one two three” and "four five six seven".')).toEqual([
      'one two three',
      'four five six seven',
    ]);
  });

  it.each([
    'The “Joint Committee” met.',
    'He said “one two three',
    'A " b',
    '“”',
    "It's ‘one two three’.",
  ])('takes no name, no open mark and no apostrophe for a quote: %s', (text) => {
    expect(quoted(text)).toEqual([]);
  });

  it('gives spans that lie in the text, in order and apart', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(anyText, fc.constantFrom('«', '»', '"', '“', '”'))),
        (pieces) => {
          const text = pieces.join('');
          let before = 0;
          for (const { start, end } of quotedSpans(text)) {
            expect(start).toBeGreaterThan(before);
            expect(end).toBeGreaterThan(start);
            before = end;
          }
          expect(before).toBeLessThanOrEqual(text.length);
        },
      ),
      FIXED,
    );
  });
});
