import { describe, expect, it } from 'vitest';

import { namesPersonInEnglish, namesPersonInSorani } from '../../src/answering/persons.ts';
import { analyse } from '../../src/language/analysis.ts';
import { buildLexicon } from '../../src/language/build-lexicon.ts';
import { parseLexicon } from '../../src/language/parse-lexicon.ts';

const LEXICON = buildLexicon(
  parseLexicon(
    'test.tsv',
    [
      'english\tpos\tsorani',
      'Fuad\tname\tفوئاد',
      'Hussein\tname\tحوسێن',
      'united\ta\tیەکگرتوو',
      'state\tn\tویلایەت; دەوڵەت',
      'Iraq\tname\tعێراق',
    ].join('\n'),
  ),
);

describe('a person is named', () => {
  it.each([
    ['د. فوئاد حوسێن هات', true, 'two names side by side'],
    ['فوئاد و حوسێن', false, 'two names apart'],
    ['عێراق هات', false, 'one name'],
    ['وەزیری دەرەوە هات', false, 'an office'],
    ['', false, 'nothing'],
  ])('in %j: %s, %s', (text, expected) => {
    expect(namesPersonInSorani(analyse(text), LEXICON)).toBe(expected);
  });

  it.each([
    ['It was headed by Dr Fuad Hussein there.', true, 'names that the lexicon knows'],
    ['He met Antony Blinken.', true, 'names that it does not know'],
    ['He met Mustafa al-Kadhimi.', true, 'a small word inside'],
    ['It came from the United States.', false, 'common words with capitals'],
    ['Iraq came.', false, 'one name'],
  ])('in %j: %s, %s', (text, expected) => {
    expect(namesPersonInEnglish(text, LEXICON)).toBe(expected);
  });
});
