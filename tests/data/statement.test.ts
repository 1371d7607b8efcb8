import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { parseDescription } from '../../src/corpus/description.ts';
import { alignRendition, describeMismatch } from '../../src/corpus/rendition.ts';
import { sentencesOf, splitParagraphs } from '../../src/corpus/segment.ts';
import { detectLanguage } from '../../src/language/detect.ts';

function read(name: string): string {
  return readFileSync(new URL(`../../data/documents/${name}`, import.meta.url), 'utf8');
}

const source = read('statement.ckb.txt');
const rendition = read('statement.en.txt');

describe('the statement', () => {
  it('is not one letter changed: its 13 paragraphs have the hash they were given with', () => {
    const paragraphs = splitParagraphs(source).map(({ start, end }) => source.slice(start, end));
    expect(paragraphs).toHaveLength(13);
    expect(createHash('sha256').update(paragraphs.join('  ')).digest('hex')).toBe(
      'dd8229b63ffc4873a95171e11f212ce7aef45c4f2812ed69197e1ab2855b6691',
    );
  });

  it('has 28 sentences, none of them cut inside a quote at an abbreviation', () => {
    const sentences = splitParagraphs(source).flatMap((paragraph) =>
      sentencesOf(source, paragraph),
    );
    expect(sentences).toHaveLength(28);
    for (const { start, end } of sentences) {
      expect(source.slice(start, end)).toMatch(/[.!؟]["»]*$/u);
      expect(source.slice(start, end)).not.toMatch(/(?:^|\s)د\.$/u);
    }
  });

  it('has an English rendition with the same paragraphs and sentences', () => {
    const alignment = alignRendition(source, rendition);
    if (!('aligned' in alignment)) throw new Error(describeMismatch(alignment.mismatch));
    expect(alignment.aligned).toHaveLength(28);
  });

  it('has a rendition in English, with no Arabic letter and every number of the source', () => {
    expect(rendition).not.toMatch(/\p{Script=Arabic}/u);
    for (const { start, end } of splitParagraphs(rendition)) {
      expect(detectLanguage(rendition.slice(start, end))).toBe('en');
    }
    for (const year of ['2008', '2021']) expect(rendition).toContain(year);
  });
});

describe('what the statement says of itself', () => {
  const { description, problem } = parseDescription('statement', read('statement.json'));

  it('is complete', () => {
    expect(problem).toBeNull();
    expect(detectLanguage(description.title.ckb)).toBe('ckb');
    expect(detectLanguage(description.title.en)).toBe('en');
    expect(description.date).toBe('2021-04-07');
    expect(description.source).toBe('news report of the joint statement, 7 April 2021');
    expect(description.licence).toMatch(/publisher/u);
    expect(description.rendition).toMatch(/unofficial.*binding/u);
  });

  it('begins its examples with those that a conversation opens with', () => {
    expect(description.examples.en.slice(0, 3)).toEqual([
      'Who led the Iraqi delegation?',
      'When was the third round of the strategic dialogue held?',
      'Why are US forces in Iraq?',
    ]);
  });

  it.each(['ckb', 'en'] as const)(
    'has ten example questions in %s, in that language, short enough for a button',
    (language) => {
      const examples = description.examples[language];
      expect(new Set(examples).size).toBe(10);
      for (const example of examples) {
        expect(detectLanguage(example)).toBe(language);
        expect(example).toMatch(/[?؟]$/u);
        expect(example.length).toBeLessThanOrEqual(64);
      }
    },
  );
});
