import { describe, expect, it } from 'vitest';

import { differenceInFacts } from '../../src/proof/untranslated.ts';
import { dictionaryOf } from '../../src/retrieval/snapshot.ts';
import { openStatement } from '../support/statement.ts';

const dictionary = dictionaryOf(await openStatement());
const OPENED = 'قوتابخانەی نالی لە ساڵی ١٩٦٤ لە سلێمانی کرایەوە.';

describe('differenceInFacts', () => {
  it.each([
    ['The Nali school opened in Sulaymaniyah in 1964.', []],
    ['The Nali school opened in Sulaymaniyah in 1974.', ['replace 1974/١٩٦٤']],
    ['The Nali school opened in Kirkuk in 1964.', ['insert Kirkuk/']],
    ['The school did not open in 1964.', ['insert not/']],
  ])('compares numbers, names and denials of %s', (text, expected) => {
    const difference = differenceInFacts(text, OPENED, dictionary);
    expect(difference?.map(({ op, said, document }) => `${op} ${said}/${document}`)).toEqual(
      expected,
    );
  });

  it.each(['A school was opened there.', 'Kirkuk opened a school in 1974.'])(
    'is silent where nothing shows that the sentence is meant: %s',
    (text) => {
      expect(differenceInFacts(text, OPENED, dictionary)).toBeNull();
    },
  );
});
