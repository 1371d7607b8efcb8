import { describe, expect, it } from 'vitest';

import { buildLexicon } from '../../src/language/build-lexicon.ts';
import { gloss, Headwords } from '../../src/language/glossary.ts';
import { parseLexicon } from '../../src/language/parse-lexicon.ts';

const TEXT = [
  'english\tpos\tsorani',
  'polite\ta\tبەئەدەب',
  'political\ta\tسیاسی',
  'political party\tn\tپارتی سیاسی',
  'political system\tn\tسیستەمی سیاسی',
  'delegation\tn\tشاند',
  'foreign minister\tn\tوەزیری دەرەوە',
  'Iraq\tname\tعێراق',
  'to visit\tv\tسەردانی کردن',
].join('\n');
const files = [{ name: 'entries/test.tsv', text: TEXT }];
const lexicon = buildLexicon(files.flatMap(({ name, text }) => parseLexicon(name, text)));
const headwords = new Headwords(files);

function english(text: string): string[] {
  return gloss(text, lexicon, headwords).map((phrase) => phrase.english);
}

describe('gloss', () => {
  it.each([
    ['شاندی عێراق', ['delegation', 'Iraq'], 'words with endings'],
    ['وەزیری دەرەوە و شاند', ['foreign minister', 'and', 'delegation'], 'a phrase as one'],
    [
      'پرسی سیاسی',
      ['prsî', 'political'],
      'no entry: its sound; not "polite", which has the same stem',
    ],
    ['لە عێراقدا نییە', ['in/of', 'Iraq', 'is not'], 'grammar that matters, a negation above all'],
    ['شاند لە ٢٠٢١ لە COP', ['delegation', 'in/of', '2021', 'in/of', 'cop'], 'numbers and Latin'],
    ['', [], 'nothing'],
  ])('%s is %j: %s', (text, expected) => {
    expect(english(text)).toEqual(expected);
  });

  it('says where each phrase stands, and whether it is known', () => {
    const text = '«وەزیری دەرەوە» لێرەیە';
    for (const { start, end, english: word, known } of gloss(text, lexicon, headwords)) {
      expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
      expect(known).toBe(word === 'foreign minister');
    }
  });

  it('passes over files that hold no translations', () => {
    const other = new Headwords([{ text: 'word\tsynonyms\trelated\nشاند\tوەفد\t' }]);
    expect(other.written(['deleg'])).toBe('deleg');
  });
});
