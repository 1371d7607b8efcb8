import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { alignWords } from '../../src/proof/word-difference.ts';
import { FIXED } from '../support/any-text.ts';

function split(text: string): string[] {
  return text.split(' ').filter((word) => word !== '');
}

function difference(said: string, document: string): string[] {
  const { difference: changes } = alignWords(split(said), split(document), (a, b) => a === b);
  return changes.map((one) => `${one.op} ${one.said}/${one.document}`);
}

describe('alignWords', () => {
  it.each([
    ['a b c', 'a b c', []],
    ['b c', 'a b c d', []],
    ['a x c', 'a b c', ['replace x/b']],
    ['a b x c', 'a b c', ['insert x/']],
    ['a c', 'a b c', ['delete /b']],
    ['ab c', 'x a b c', []],
    ['a b c', 'ab c', []],
    ['a c b d', 'a b c d', ['delete /b', 'insert b/']],
    ['', 'a b', []],
  ])('%s beside %s', (said, document, expected) => {
    expect(difference(said, document)).toStrictEqual(expected);
  });

  it('counts words left out side by side as one change, so that later ones are found', () => {
    expect(difference('a z', 'a b c d e f g z')).toStrictEqual(
      Array.from('bcdefg', (word) => `delete /${word}`),
    );
  });

  it('puts a word in place of the one it is like, and a joining word in place of none', () => {
    const { difference: changes } = alignWords(
      ['x', 'and', 'king', 'y'],
      ['x', 'kings', 'of', 'y'],
      (a, b) => a === b,
      {
        weight: (word) => (['and', 'of'].includes(word) ? 0 : 1),
        likeness: (left, right) => (left.charAt(0) === right.charAt(0) ? 0.8 : 0),
      },
    );
    expect(changes).toStrictEqual([
      { op: 'insert', said: 'and', document: '' },
      { op: 'replace', said: 'king', document: 'kings' },
      { op: 'delete', said: '', document: 'of' },
    ]);
  });

  it('has no difference for any run of words, and gives back which', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(words, fc.nat(11), fc.nat(11), (document, one, other) => {
        const [first, end] = [Math.min(one, other), Math.max(one, other) + 1];
        const said = document.slice(first, end);
        const aligned = alignWords(said, document, (a, b) => a === b);
        expect(aligned.difference).toStrictEqual([]);
        expect(document.slice(aligned.first, aligned.end).join('')).toBe(said.join(''));
      }),
      FIXED,
    );
  });
});
