import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { layOut } from '../../src/repl/direction.ts';
import { FIXED } from '../support/any-text.ts';
import { soraniText } from '../support/long-text.ts';

const RIGHT = '\u2067';
const LEFT = '\u2066';
const POP = '\u2069';

/** Cells of what long-text.ts generates: its joiner and its mark take none. */
function cells(line: string): number {
  return Array.from(line.replaceAll(/[\u200C\u0654]/gu, '')).length;
}

describe('layOut', () => {
  it.each([
    ['پرسیار [1]', `${RIGHT}پرسیار [1]${POP}`, 'Sorani first'],
    ['[1] پرسیار', `${RIGHT}[1] پرسیار${POP}`, 'a marker has no direction of its own'],
    ['Pirsyar پرسیار', `${LEFT}Pirsyar پرسیار${POP}`, 'Latin first'],
    ['  1. 0.50', '  1. 0.50', 'nothing but figures'],
    ['', '', 'nothing'],
    ['\n\n', '\n\n', 'blank lines stay'],
  ])('isolates %j as %j: %s', (text, laidOut) => {
    expect(layOut(text, 80)).toBe(laidOut);
  });

  it('breaks between words, counting no cells for marks and joiners', () => {
    expect(layOut('aaa bbb ccc', 7)).toBe(`${LEFT}aaa bbb${POP}\n${LEFT}ccc${POP}`);
    expect(layOut('a\u0301\u200Ca bb', 5)).toBe(`${LEFT}a\u0301\u200Ca bb${POP}`);
  });

  it('keeps indents and runs of blanks', () => {
    expect(layOut('  • abc', 80)).toBe(`${LEFT}  • abc${POP}`);
    expect(layOut('a  b ', 80)).toBe(`${LEFT}a  b ${POP}`);
  });

  it('changes nothing but blanks into line breaks, and makes no line wider than it must be', () => {
    const indented = fc
      .tuple(fc.constantFrom('', ' ', '    '), soraniText({ minWords: 1, maxWords: 30 }))
      .map(([indent, text]) => indent + text);
    fc.assert(
      fc.property(indented, fc.integer({ min: 1, max: 60 }), (text, columns) => {
        const plain = layOut(text, columns).replaceAll(/[\u2066\u2067\u2069]/gu, '');
        expect(plain.replaceAll('\n', ' ')).toBe(text.replaceAll('\n', ' '));
        const tooWide = plain.split('\n').filter((line) => cells(line) > columns);
        for (const line of tooWide) expect(line.trim()).not.toContain(' ');
      }),
      { ...FIXED, numRuns: 300 },
    );
  });

  it('isolates each line on its own', () => {
    fc.assert(
      fc.property(
        soraniText({ minWords: 1, maxWords: 30 }),
        fc.integer({ min: 1, max: 40 }),
        (text, columns) => {
          for (const line of layOut(text, columns).split('\n')) {
            expect(line).toMatch(
              /^(?:[\u2066\u2067][^\u2066\u2067\u2069]*\u2069|[^\u2066\u2067\u2069]*)$/u,
            );
          }
        },
      ),
      { ...FIXED, numRuns: 100 },
    );
  });
});
