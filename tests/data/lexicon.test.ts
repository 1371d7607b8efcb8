import { readFileSync, readdirSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { parseLexicon } from '../../src/language/parse-lexicon.ts';

const folder = new URL('../../data/lexicon/entries/', import.meta.url);

describe.each(readdirSync(folder))('the lexicon file %s', (name) => {
  const text = readFileSync(new URL(name, folder), 'utf8');

  it('is tab-separated, and every line of it an entry', () => {
    expect(name).toMatch(/^[a-z-]+\.tsv$/u);
    expect(parseLexicon(name, text)).not.toEqual([]);
  });

  it('is written with standard Sorani letters and without joiners or tatweel', () => {
    const odd = text
      .split('\n')
      .slice(1)
      .filter((line) => {
        const [, , sorani = ''] = line.split('\t');
        // Arabic kaf, yeh, teh marbuta, alef maksura and waw with hamza; heh doachashmee; joiners; tatweel.
        return /[\u0643\u064A\u0629\u0649\u0624\u06BE\u200B-\u200F\u0640]/u.test(sorani);
      });
    expect(odd).toEqual([]);
  });
});
