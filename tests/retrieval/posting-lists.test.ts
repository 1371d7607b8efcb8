import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { PostingListsBuilder, postingsOf } from '../../src/retrieval/posting-lists.ts';
import type { PostingLists } from '../../src/retrieval/posting-lists.ts';
import { anyText, FIXED } from '../support/any-text.ts';

type Posting = readonly [key: string, number: number];

function build(postings: readonly Posting[]): PostingLists {
  const builder = new PostingListsBuilder();
  for (const [key, number] of postings) builder.add(key, number);
  return builder.build();
}

/** Few different keys, so that they repeat; those that every object has must not be taken for known. */
const key = fc.oneof(fc.constantFrom('ئاو', 'ئاوی', '', '__proto__', 'constructor', '🙂'), anyText);
const postings: fc.Arbitrary<Posting[]> = fc.array(fc.tuple(key, fc.nat(9)), { maxLength: 30 });

describe('posting lists', () => {
  it('hold for each key what a map of lists holds, and nothing for others', () => {
    fc.assert(
      fc.property(postings, key, (added, other) => {
        const lists = build(added);
        const wanted = [...added.map(([known]) => known), other];
        for (const one of wanted) {
          const expected = added.filter(([known]) => known === one).map(([, number]) => number);
          expect([...postingsOf(lists, one)]).toEqual(expected);
        }
      }),
      { ...FIXED, numRuns: 300 },
    );
  });

  it('name each key once, sorted by code unit', () => {
    fc.assert(
      fc.property(postings, (added) => {
        const { keys, rows, numbers } = build(added);
        expect(keys).toEqual([...new Set(added.map(([known]) => known))].toSorted());
        expect(rows).toHaveLength(keys.length + 1);
        expect(numbers).toHaveLength(added.length);
      }),
      { ...FIXED, numRuns: 100 },
    );
  });

  it('can be empty', () => {
    const empty = build([]);
    expect(empty).toEqual({ keys: [], rows: Uint32Array.of(0), numbers: new Uint32Array(0) });
    expect(postingsOf(empty, '')).toHaveLength(0);
  });
});
