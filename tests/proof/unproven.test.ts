import { describe, expect, it } from 'vitest';

import { citedWords } from '../../src/proof/cited-words.ts';
import { negationsIn } from '../../src/proof/negations.ts';
import { readClaim, supportOf } from '../../src/proof/support.ts';
import { unproven } from '../../src/proof/unproven.ts';
import { dictionaryOf } from '../../src/retrieval/snapshot.ts';
import { openStatement } from '../support/statement.ts';

const snapshot = await openStatement();
const dictionary = dictionaryOf(snapshot);
const sentences = snapshot.passages.flatMap((passage) => passage.sentences);

/** The Sorani sentence whose rendition holds some words, and nothing but it. */
function sorani(words: string): string {
  const found = sentences.find(({ rendition }) => (rendition?.text ?? '').includes(words));
  if (found === undefined) throw new Error(`No sentence has "${words}".`);
  return found.text;
}

function kinds(claim: string, words: string): string[] {
  return unproven(claim, [sorani(words)], dictionary).map(({ kind, text }) => `${kind}: ${text}`);
}

describe('unproven', () => {
  it.each([
    ['The Iraqi delegation was headed by Foreign Minister Fuad Hussein.', 'Fuad'],
    ['Antony Blinken led the American team.', 'Blinken'],
    ['It rests on the strategic agreement of 2008.', '2008'],
    ['It rests on the strategic agreement of two thousand eight.', '2008'],
    [
      'The third round was held on Wednesday, 7 April 2021.',
      'third round of the strategic dialogue between',
    ],
    ['گەڕی ٣یەمی دیالۆگ بەڕێوەچوو', 'third round of the strategic dialogue between'],
    ["COVID-19's effects on the economy", 'effects of the coronavirus'],
    ['گەڕی ٣ی دیالۆگ لە ٧ی نیسانی ٢٠٢١ بەڕێوەچوو', 'third round of the strategic dialogue between'],
    ['US forces are in Iraq at the invitation of the government.', 'invitation'],
    ['No, the bases are Iraqi.', 'bases'],
    ['No, the bases are not American but Iraqi.', 'bases'],
    ['بنکەکان هی ئەمریکا نین بەڵکو هی عێراقن.', 'bases'],
    ['نا، بنکەکان هی عێراقن.', 'bases'],
    ['نەخێر، بنکەکان عێراقین.', 'bases'],
  ])('finds nothing to object to in: %s', (claim, words) => {
    expect(kinds(claim, words)).toStrictEqual([]);
  });

  it.each([
    ['بەرهەم ساڵح سەرۆکایەتیی شاندی عێراقی کرد.', 'Fuad', ['name: بەرهەم', 'name: ساڵح']],
    [
      'The Iraqi delegation was headed by Foreign Minister Barham Salih.',
      'Fuad',
      ['name: Barham', 'name: Salih'],
    ],
    [
      'The third round was held on 8 April 2021.',
      'third round of the strategic dialogue between',
      ['date: 8 April 2021'],
    ],
    [
      'The third round of the dialogue was held on Thursday.',
      'third round of the strategic dialogue between',
      ['date: Thursday'],
    ],
    [
      'The fourth round of the dialogue between Iraq and the US.',
      'third round of the strategic dialogue between',
      ['number: fourth'],
    ],
    [
      'US forces are not in Iraq at the invitation of the government.',
      'invitation',
      ['negation: not'],
    ],
    ['No, the bases are not Iraqi.', 'bases', ['negation: not']],
    ['نا، بنکەکان عێراقی نین.', 'bases', ['negation: نین']],
    ['The bases are not Iraqi but American.', 'bases', ['negation: not']],
    ['The forces are not American but Iraqi.', 'bases', ['negation: not']],
    ['بنکەکان هی عێراق نین، بەڵکو هی ئەمریکان.', 'bases', ['negation: نین']],
    ['All the bases are Iraqi.', 'bases', ['absolute: All']],
    ['هێزەکانی ئەمریکا لەسەر بانگهێشتی ئێران لەو وڵاتەن', 'invitation', ['name: ئێران']],
  ])('names what is not proven in: %s', (claim, words, expected) => {
    expect(kinds(claim, words)).toStrictEqual(expected);
  });

  it('takes what a sentence denies for denied', () => {
    expect(kinds('ISIS will again become a threat to Iraq.', 'threat')[0]).toMatch(/^negation/u);
  });

  it('proves every sentence by itself, and its rendition by it', () => {
    for (const { text, rendition } of sentences) {
      expect(unproven(text, [text], dictionary)).toStrictEqual([]);
      expect(unproven(rendition?.text ?? '', [text], dictionary)).toStrictEqual([]);
    }
  });
});

describe('supportOf', () => {
  it('tells the sentence that a rendition renders from the others', () => {
    for (const [place, { text, rendition }] of sentences.entries()) {
      const claim = readClaim(rendition?.text ?? '', dictionary);
      const own = supportOf(claim, citedWords([text]));
      expect(own).toBeGreaterThan(0.5);
      for (const [other, { text: words }] of sentences.entries()) {
        if (other === place) continue;
        expect(supportOf(claim, citedWords([words]))).toBeLessThan(own);
      }
    }
  });
});

describe('negationsIn', () => {
  it.each([
    'ناکات',
    'نەبوو',
    'نایانەوێت',
    'هەڵناگرێت',
    'ناتوانن',
    'ڕانەگەیاند',
    'نەبێتەوە',
    'نییە',
    "isn't",
    'not',
    'never',
  ])('takes %s for one', (word) => {
    expect(negationsIn(word, snapshot.lexicon)).toHaveLength(1);
  });

  it.each([
    'نەوت',
    'نەتەوە',
    'ناوخۆ',
    'ناوەند',
    'نامە',
    'ناسین',
    'نەخۆشی',
    'نەورۆز',
    'ناسراو',
    'ڕاهێنان',
    'note',
  ])('takes %s for none', (word) => {
    expect(negationsIn(word, snapshot.lexicon)).toHaveLength(0);
  });
});
