import { describe, expect, it } from 'vitest';

import { createInEnglish } from '../../src/answering/in-english.ts';
import type { SpanKind } from '../../src/language/answer-types/span.ts';
import { buildLexicon } from '../../src/language/build-lexicon.ts';
import { Headwords } from '../../src/language/glossary.ts';
import { parseLexicon } from '../../src/language/parse-lexicon.ts';

const TEXT = [
  'english\tpos\tsorani',
  'cost\tn\tتێچوو',
  'bridge\tn\tپرد',
  'dollar\tn\tدۆلار',
  'million\tn\tملیۆن',
  'second\tn\tچرکە',
  'freedom\tn\tئازاد',
  'Erbil\tname\tهەولێر',
  'Fuad\tname\tفوئاد',
  'ministry of water\tn\tوەزارەتی ئاو',
].join('\n');
const files = [{ name: 'entries/test.tsv', text: TEXT }];
const lexicon = buildLexicon(files.flatMap(({ name, text }) => parseLexicon(name, text)));
const inEnglish = createInEnglish(lexicon, new Headwords(files));

describe('a gloss', () => {
  it('keeps the words of a number together, and others apart', () => {
    expect(inEnglish.gloss('تێچووی پردەکە ١٢ ملیۆن دۆلارە')).toBe(
      'cost · bridge · 12 million · dollar',
    );
  });

  it('leaves out a word that would say a number that does not stand there', () => {
    // "second" is a number too.
    expect(inEnglish.gloss('پرد چرکە')).toBe('bridge');
  });

  it('is none of a text without words', () => {
    expect(inEnglish.gloss('…')).toBeNull();
  });
});

describe('what answers', () => {
  it.each<[string, SpanKind, string | null, string]>([
    ['٧ی نیسانی ٢٠٢١', 'date', '7 April 2021', 'a date'],
    ['١٥ ملیۆن دۆلارە', 'money', '15,000,000 dollars', 'an amount'],
    ['سێ', 'number', '3', 'a number in words'],
    ['هەولێر', 'city', 'Erbil', 'a place that the term table knows'],
    ['کۆکۆ', 'city', null, 'one that it does not know'],
    ['وەزارەتی ئاو', 'group', 'ministry of water', 'a group that it knows as a whole'],
    ['وەزارەتی پرد', 'group', null, 'one that it knows in part'],
    ['فوئاد پیرۆت', 'person', 'Fuad Pîrot', 'a name known in part: the rest as it sounds'],
    ['ئازاد فوئاد', 'person', 'Azad Fuad', 'a name that is a word too'],
    ['د. فوئاد', 'person', 'Dr Fuad', 'a form of address'],
    ['چونکە درەنگ بوو', 'reason', null, 'a clause'],
    ['ساڵی ڕابردوو', 'relative-time', null, 'a time that another tells'],
  ])('%s, %s: %s, %s', (text, kind, expected) => {
    expect(inEnglish.short(text, kind)).toBe(expected);
  });

  it('of no kind is not told', () => {
    expect(inEnglish.short('هەولێر', null)).toBeNull();
  });
});
