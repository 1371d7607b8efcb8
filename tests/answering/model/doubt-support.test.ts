import { describe, expect, it } from 'vitest';

import { doubtSupport } from '../../../src/answering/model/doubt-support.ts';
import { dictionaryOf } from '../../../src/retrieval/snapshot.ts';
import { openStatement } from '../../support/statement.ts';

const snapshot = await openStatement();
const dictionary = dictionaryOf(snapshot);
const sentences = snapshot.passages.flatMap((passage) => passage.sentences);

describe('doubtSupport', () => {
  it('doubts what stands in no sentence', () => {
    for (const claim of [
      'Farmers grow wheat and barley near the river.',
      'جووتیاران گەنم دەچێنن.',
    ]) {
      for (const { text } of sentences) {
        expect(doubtSupport(claim, [text], dictionary)).toHaveLength(1);
      }
    }
  });

  it('takes every sentence for its own proof', () => {
    for (const { text } of sentences) {
      expect(doubtSupport(text, [text], dictionary)).toEqual([]);
    }
  });
});
