import { describe, expect, it } from 'vitest';

import { alignRendition, describeMismatch } from '../../src/corpus/rendition.ts';

describe('laying a rendition beside its source', () => {
  it('pairs the sentences in reading order, with their places in the rendition', () => {
    const rendition = '\uFEFFDr. Fuad came. He left.\r\n\r\n\r\nThe end!\n';
    const alignment = alignRendition('د. فوئاد هات. چوو.\n\nکۆتایی!', rendition);
    if (!('aligned' in alignment)) throw new Error(describeMismatch(alignment.mismatch));
    expect(alignment.aligned.map(({ text }) => text)).toEqual([
      'Dr. Fuad came.',
      'He left.',
      'The end!',
    ]);
    for (const { text, start, end } of alignment.aligned) {
      expect(rendition.slice(start, end)).toBe(text);
    }
  });

  it.each([
    [
      'هات.\n\nچوو.',
      'Came. Went.',
      '1 paragraphs where the document has 2',
      'one paragraph too few',
    ],
    ['هات.', 'Came.\n\nWent.', '2 paragraphs where the document has 1', 'one too many'],
    ['هات.', '', '0 paragraphs where the document has 1', 'none'],
    [
      'هات.\n\nچوو. وتی.',
      'Came.\n\nWent and said.',
      'paragraph 2 of the rendition has 1 sentences where the document has 2',
      'the second paragraph has a sentence too few',
    ],
    [
      'هات.\n\nچوو.',
      'He came. Then.\n\nWent. And more.',
      'paragraph 1 of the rendition has 2 sentences where the document has 1',
      'the first one that parts ways is named',
    ],
  ])('%j and %j: %s, for %s', (source, rendition, problem, _reason) => {
    const alignment = alignRendition(source, rendition);
    if ('aligned' in alignment) throw new Error('it fits');
    expect(describeMismatch(alignment.mismatch)).toContain(problem);
  });

  it('finds nothing to pair in nothing', () => {
    expect(alignRendition('', '')).toEqual({ aligned: [] });
  });
});
