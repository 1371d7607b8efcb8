import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { textOfBlocks } from '../../../src/corpus/extraction/blocks.ts';
import { tidyParagraph } from '../../../src/corpus/extraction/tidy.ts';

const CHARACTERS = [
  ...'ئەا1a \n\t\r',
  '\u200C',
  '\u200F',
  '\u202B',
  '\uFEFF',
  '\u00A0',
  '\u2028',
  '\u0301',
  '\u0000',
];

describe('tidyParagraph', () => {
  it.each([
    ['\u202Bئاو\u202C\u00A0 پاک', 'ئاو پاک'],
    ['یەک \r\n\n دوو', 'یەک\nدوو'],
    ['هەڵ\u200Cبژاردن', 'هەڵ\u200Cبژاردن'],
    ['e\u0301', 'é'],
  ])('%j', (given, tidy) => {
    expect(tidyParagraph(given)).toBe(tidy);
  });

  it('gives one paragraph, and changes it no more', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...CHARACTERS), { maxLength: 30 }), (characters) => {
        const tidy = tidyParagraph(characters.join(''));
        expect(tidyParagraph(tidy)).toBe(tidy);
        expect(tidy).not.toMatch(/\n\s*\n|[\r\u202B\uFEFF]|^\s|\s$/u);
      }),
    );
  });
});

describe('textOfBlocks', () => {
  it('leaves out what says nothing', () => {
    expect(textOfBlocks(['یەک', ' ', '***', 'دوو'])).toBe('یەک\n\nدوو');
  });
});
