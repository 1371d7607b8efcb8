import { describe, expect, it } from 'vitest';

import { cutAssertion } from '../../src/proof/reporting.ts';
import { openStatement } from '../support/statement.ts';

const { lexicon } = await openStatement();

/** What a part leaves out of a sentence. */
function cut(sentence: string, part: string): string | null {
  const start = sentence.indexOf(part);
  return cutAssertion(sentence, { start, end: start + part.length }, lexicon);
}

const NOTED = 'هەردوولا ئاماژەیان بەوە کرد کە هێزەکان لەسەر بانگهێشتی حکومەت لەو وڵاتەن بۆ پاڵپشتی.';

describe('cutAssertion', () => {
  it('finds the report that was cut off a statement', () => {
    expect(cut(NOTED, 'هێزەکان لەسەر بانگهێشتی حکومەت لەو وڵاتەن')).toBe(
      'هەردوولا ئاماژەیان بەوە کرد کە',
    );
    expect(cut('He said that it is so.', 'it is so')).toBe('He said that');
    expect(cut('He said, "It is so."', 'It is so')).not.toBeNull();
    expect(cut('According to him, it is so.', 'it is so')).not.toBeNull();
  });

  it('leaves a phrase, a statement of its own, and one with its report', () => {
    expect(cut(NOTED, 'لەسەر بانگهێشتی حکومەت')).toBeNull();
    expect(cut(NOTED, NOTED)).toBeNull();
    expect(cut('It is so, and he said that it was not.', 'It is so')).toBeNull();
    expect(cut('He said that they noted that it is so.', 'they noted that it is so')).toBeNull();
  });

  it('finds it for any statement of a direct quotation, not for its phrases', () => {
    const quoted = 'وتی "ئەمە تاکە رێگەی دروستە بۆ گەل، خەڵک شایستەی ئەوەیە بە ئاشتی بژی".';
    expect(cut(quoted, 'رێگەی دروستە')).toBe('وتی');
    expect(cut(quoted, 'خەڵک شایستەی ئەوەیە بە ئاشتی')).toBe('وتی');
    expect(cut(quoted, 'بە ئاشتی')).toBeNull();
    expect(cut('وتی "لەم کارە گرنگە بەردەوامین".', 'لەم کارە گرنگە')).toBeNull();
    const english =
      'He adds, "It is so, and our people deserve to live in peace, with bread and a house for all."';
    expect(cut(english, 'our people deserve to live in peace')).toBe('He adds');
    expect(cut(english, 'with bread and a house for all')).toBeNull();
  });

  it('finds a negation right beside, not one behind a pause', () => {
    expect(cut('Iraq does not become a threat.', 'become a threat')).toBe('not');
    expect(cut('دەیەوێت داعش نەبێتەوە هەڕەشە بۆسەر عێراق.', 'هەڕەشە بۆسەر عێراق')).toBe('نەبێتەوە');
    expect(cut('We did not, they work in peace.', 'they work in peace')).toBeNull();
  });
});
