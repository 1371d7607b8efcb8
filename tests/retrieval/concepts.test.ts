import { describe, expect, it } from 'vitest';

import { toConcept } from '../../src/retrieval/concepts.ts';
import type { QueryTerm } from '../../src/retrieval/query.ts';
import { Vocabulary } from '../../src/retrieval/vocabulary.ts';
import type { WordStrengths } from '../../src/retrieval/vocabulary.ts';
import { queryTerm, stemOf } from '../support/query-terms.ts';

const vocabulary = Vocabulary.build([
  'بلینکن',
  'بلینکنی',
  'بلینکنیش',
  'بارزانی',
  'بەرزانی',
  'حوسێن',
  'حوسێنی',
  'واشنتن',
  'واشنتۆنەوە',
  'شاند',
  'شاندەکەی',
  'وەفدەکان',
  'سەرۆک',
  'سەرۆکی',
  'وەزیران',
  'وەزیرانی',
  'ئاو',
]);

function inWords(strengths: WordStrengths): Record<string, number> {
  return Object.fromEntries(
    Array.from(strengths, ([word, strength]) => [vocabulary.data.words[word] ?? '?', strength]),
  );
}

/** The words that say a term, with how surely. */
function words(term: QueryTerm): Record<string, number> {
  return inWords(toConcept(term, vocabulary).words);
}

function name(word: string): Record<string, number> {
  return words(queryTerm(word, { name: true }));
}

describe('a concept', () => {
  it('is said by its own word, and less surely by other forms', () => {
    const { شاند: own, شاندەکەی: other } = words(queryTerm('شاند'));
    expect(own).toBe(1);
    expect(other).toBeGreaterThan(0.5);
    expect(other).toBeLessThan(1);
  });

  it('keeps the term it was made of', () => {
    const term = queryTerm('شاند', { weight: 0.5 });
    expect(toConcept(term, vocabulary).term).toBe(term);
  });

  it('is said by the forms of a synonym, never more surely than the synonym', () => {
    const alternatives = [{ stems: [stemOf('وەفد')], strength: 0.6 }];
    expect(words(queryTerm('شاند', { alternatives }))).toMatchObject({ شاند: 1, وەفدەکان: 0.6 });
  });

  it('counts the surest of several ways that lead to one word', () => {
    const stems = [stemOf('وەفد')];
    for (const strengths of [
      [0.3, 0.7],
      [0.7, 0.3],
    ]) {
      const alternatives = strengths.map((strength) => ({ stems, strength }));
      expect(words(queryTerm('شاند', { alternatives }))).toMatchObject({ وەفدەکان: 0.7 });
    }
  });

  it('keeps a phrase apart from single words, each of its words in all its forms', () => {
    const alternatives = [{ stems: [stemOf('سەرۆک'), stemOf('وەزیران')], strength: 0.8 }];
    const { words: single, phrases } = toConcept(
      queryTerm('premier', { alternatives }),
      vocabulary,
    );
    expect(single.size).toBe(0);
    expect(phrases).toHaveLength(1);
    expect(phrases[0]?.strength).toBe(0.8);
    expect(phrases[0]?.words.map((forms) => Object.keys(inWords(forms)))).toEqual([
      ['سەرۆک', 'سەرۆکی'],
      ['وەزیران', 'وەزیرانی'],
    ]);
  });

  it('is said by nothing where the documents know neither it nor another way', () => {
    const alternatives = [{ stems: ['گهنم'], strength: 1 }];
    expect(words(queryTerm('wheat', { alternatives }))).toEqual({});
  });
});

describe('a name', () => {
  it.each([
    ['blinken', ['بلینکن', 'بلینکنی', 'بلینکنیش'], 'with endings'],
    ['hussein', ['حوسێن', 'حوسێنی'], 'a doubled letter is one sound'],
    ['barzani', ['بارزانی', 'بەرزانی'], 'two spellings of one name'],
    ['washington', ['واشنتن', 'واشنتۆنەوە'], 'a sound that Sorani leaves out'],
  ])('in English letters is met in Sorani: %s is %j, %s', (word, expected) => {
    expect(Object.keys(name(word)).toSorted()).toEqual(expected.toSorted());
  });

  it.each([['merkel'], ['lincoln'], ['brussels'], ['balkan'], ['vienna']])(
    'is not taken for one that sounds unlike: %s',
    (word) => {
      expect(name(word)).toEqual({});
    },
  );

  it('that sounds the same but is spelt otherwise counts, but less than the same spelling', () => {
    const { حوسێن: other = 0 } = name('حسێن');
    expect(other).toBeGreaterThan(0.5);
    expect(other).toBeLessThan(1);
    expect(name('حوسێن')['حوسێن']).toBe(1);
  });

  it('must sound nearer within Sorani than across alphabets', () => {
    const plain = words(queryTerm('وشنگتن'));
    expect(name('وشنگتن')).toEqual(plain);
    expect(name('washington')['واشنتن']).toBeGreaterThan(0);
  });

  it('in English letters never counts as much as what is spelt so', () => {
    for (const word of ['blinken', 'hussein', 'barzani', 'washington']) {
      for (const strength of Object.values(name(word))) {
        expect(strength).toBeGreaterThan(0.4);
        expect(strength).toBeLessThanOrEqual(0.9);
      }
    }
  });

  it('is the only kind of word that is looked for by its sound', () => {
    expect(words(queryTerm('blinken'))).toEqual({});
  });

  it('counts in full where the lexicon knows it', () => {
    const alternatives = [{ stems: [stemOf('حوسێن')], strength: 1 }];
    expect(words(queryTerm('hussein', { name: true, alternatives }))['حوسێن']).toBe(1);
  });
});
