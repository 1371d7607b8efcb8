import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { analyse } from '../../src/language/analysis.ts';
import { joinPieces } from '../../src/retrieval/join-pieces.ts';
import { anyText, FIXED, visible } from '../support/any-text.ts';
import { DICTIONARY } from '../support/dictionary.ts';

/** What was typed for each word, after the pieces were joined. */
function joined(question: string): string[] {
  return joinPieces(analyse(question), question, DICTIONARY).map(({ start, end }) =>
    question.slice(start, end),
  );
}

/** Words of the documents with a space behind some of their letters, and anything else. */
const brokenText: fc.Arbitrary<string> = fc.oneof(
  anyText,
  fc
    .array(
      fc.tuple(
        fc.constantFrom(...DICTIONARY.words.vocabulary.data.words),
        fc.nat(12),
        fc.constantFrom('', 'ه', 'ە', 'و'),
      ),
      { maxLength: 8 },
    )
    .map((words) =>
      words
        .map(([word, cut, more]) => `${word.slice(0, cut)}${more} ${word.slice(cut)}`)
        .join(' ')
        .replaceAll('ە', 'ه'),
    ),
);

describe('pieces of words', () => {
  it.each([
    ['ئه مريكا', ['ئه مريكا'], 'broken behind ه'],
    ['گه ري سييه مي', ['گه ري', 'سييه مي'], 'two words of two pieces'],
    ['وه زيري ده ره وه', ['وه زيري', 'ده ره وه'], 'one of three'],
    ['سه روكوه زيراني عيراق', ['سه روكوه زيراني', 'عيراق'], 'a compound'],
    ['به ريوه جوو', ['به ريوه جوو'], 'letters that the keyboard lacks beside'],
    ['سەرۆکوە زیرانی', ['سەرۆکوە زیرانی'], 'broken behind ە'],
    ['دە پارێزن', ['دە پارێزن'], 'a verb from its prefix'],
    ['ده باريزن', ['ده باريزن'], 'the same on a poor keyboard'],
    ['له سهر فيل', ['له سهر', 'فيل'], 'known words, where no ە was typed and not all is known'],
    ['ئه و شاندي', ['ئه و', 'شاندي'], 'a stop word that ends in و'],
  ])('%j are joined as %j: %s', (question, expected) => {
    expect(joined(question)).toEqual(expected);
  });

  it.each([
    ['لە عێراق', 'words that are all known'],
    ['له عيراق', 'a preposition on a poor keyboard'],
    ['لە سەر فیل', 'known words, where ە was typed'],
    ['شاندی و ئەمریکا', 'and'],
    ['کە شاند', 'a word of grammar that ends in ە'],
    ['فبل دلا', 'nothing that is a word joined'],
    ['دە، پارێزن', 'a mark between them'],
    ['گه 7 ري', 'a number between them'],
    ['گه ri', 'Latin letters'],
    ['ه ه ه ه', 'letters alone'],
  ])('are left as they are in %j: %s', (question) => {
    expect(joined(question)).toEqual(question.split(/[ ،]+/u));
  });

  it('are joined as before where "and" stands between words', () => {
    expect(joined('ئه مريكا و عيراق')).toEqual(['ئه مريكا', 'و', 'عيراق']);
    expect(joined('نان و هه نگوين')).toEqual(['نان', 'و', 'هه نگوين']);
  });

  it('keep what their words carry', () => {
    const question = 'ئه مريكا';
    const pieces = analyse(question).map((term) => ({ ...term, capital: false }));
    expect(joinPieces(pieces, question, DICTIONARY)).toEqual([
      { ...analyse('ئەمریکا')[0], start: 0, end: question.length, capital: false },
    ]);
  });

  it('cover the same letters in the same order, in any text, and none twice', () => {
    fc.assert(
      fc.property(brokenText, (question) => {
        const pieces = analyse(question);
        const words = joinPieces(pieces, question, DICTIONARY);
        const typed = (terms: readonly { start: number; end: number }[]): string =>
          visible(terms.map(({ start, end }) => question.slice(start, end)).join(''));
        expect(typed(words)).toBe(typed(pieces));
        expect(words.length).toBeLessThanOrEqual(pieces.length);
        for (const [number, word] of words.entries()) {
          expect(word.start).toBeGreaterThanOrEqual(words[number - 1]?.end ?? 0);
        }
      }),
      { ...FIXED, numRuns: 300 },
    );
  });

  it('are read with every letter that was typed', () => {
    fc.assert(
      fc.property(brokenText, (question) => {
        const words = joinPieces(analyse(question), question, DICTIONARY).filter(
          ({ script }) => script === 'arabic',
        );
        const letters = words.map(({ start, end }) =>
          analyse(question.slice(start, end).replaceAll(/\s+/gu, '')).map(({ text }) => text),
        );
        expect(letters).toEqual(words.map(({ text }) => [text]));
      }),
      { ...FIXED, numRuns: 300 },
    );
  });
});
