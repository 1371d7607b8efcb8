import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { shortForm } from '../../src/evaluation/short-form.ts';
import { ENGLISH_STOPWORDS } from '../../src/language/stopwords.ts';

describe('shortForm', () => {
  it.each([
    ['He was not there.', '', 'stop words alone'],
    ['The dam was built in 2019.', 'dam built 2019', 'fewer than five'],
    ['A dam, a dam and the Dam!', 'dam', 'one word thrice'],
    ["Sara's well-known dams cost $1,250.5.", "Sara's well-known dams cost 1,250.5", 'inner marks'],
  ])('of "%s" is "%s" (%s)', (sentence, short) => {
    expect(shortForm(sentence)).toBe(short);
  });
});

const SENTENCES = readFileSync('data/documents/statement.en.txt', 'utf8')
  .split(/\n+/u)
  .filter((line) => line !== '');

describe('the short forms of the statement', () => {
  it('are five different content words, as they stand there and in its order', () => {
    expect(SENTENCES.length).toBeGreaterThan(10);
    for (const sentence of SENTENCES) {
      const words = shortForm(sentence).split(' ');
      expect(words.length).toBeLessThanOrEqual(5);
      expect(new Set(words.map((word) => word.toLowerCase())).size).toBe(words.length);
      expect(words.filter((word) => ENGLISH_STOPWORDS.has(word.toLowerCase()))).toEqual([]);
      let from = 0;
      for (const word of words) {
        const at = sentence.indexOf(word, from);
        expect(at).toBeGreaterThanOrEqual(from);
        from = at + word.length;
      }
    }
  });

  it('are the same wherever they are picked: by SHA-256, so that others can repeat it', () => {
    expect(
      shortForm(
        'The regional government of Kurdistan built three new dams in Erbil province last year.',
      ),
    ).toBe('regional Kurdistan Erbil last year');
  });
});
