import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createIds } from '../../src/corpus/ids.ts';
import { segment } from '../../src/corpus/segment.ts';
import { FIXED, anyText, writtenText } from '../support/any-text.ts';

function sentenceIds(document: string, source: string): Map<string, string> {
  return new Map(
    segment(document, source).flatMap(({ sentences }) =>
      sentences.map(({ id, text }): [string, string] => [id, text]),
    ),
  );
}

describe('an id', () => {
  it('is 16 to 32 characters of A–Z a–z 0–9 _ and -, so that it fits into a link', () => {
    fc.assert(
      fc.property(anyText, anyText, (document, text) => {
        expect(createIds('passage', document)(text)).toMatch(/^[A-Za-z0-9_-]{16,32}$/u);
      }),
      FIXED,
    );
  });

  it('is what it was in every version: whoever stored one finds its sentence again', () => {
    expect(createIds('sentence', 'statement')('هات.')).toBe('Lx3z2E8K7U0YpegsHDwJCU');
  });

  it.each([
    ['text', createIds('sentence', 'one')('هات.'), createIds('sentence', 'one')('چوو.')],
    ['document', createIds('sentence', 'one')('هات.'), createIds('sentence', 'two')('هات.')],
    ['kind', createIds('sentence', 'one')('هات.'), createIds('passage', 'one')('هات.')],
    ['one letter', createIds('sentence', 'one')('هات.'), createIds('sentence', 'one')('هات')],
    [
      'lone surrogate',
      createIds('sentence', 'one')('\uD800'),
      createIds('sentence', 'one')('\uD801'),
    ],
  ])('is another one for another %s', (_, id, other) => {
    expect(id).not.toBe(other);
  });

  it('is another one for each occurrence of a text', () => {
    const id = createIds('sentence', 'one');
    const ids = [id('هات.'), id('هات.'), id('چوو.'), id('هات.')];
    expect(new Set(ids).size).toBe(4);
  });

  it('is unique in a document, whatever repeats in it', () => {
    fc.assert(
      fc.property(writtenText, (text) => {
        const source = `${text}\n\n${text} ${text}`;
        const passages = segment('one', source);
        const ids = passages.flatMap(({ id, sentences }) => [
          id,
          ...sentences.map((one) => one.id),
        ]);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      FIXED,
    );
  });

  it('of an unchanged sentence stays when its neighbours change, come and go', () => {
    const before = sentenceIds('one', 'هات. وتی. چوو.\n\nکۆتایی.');
    const after = sentenceIds('one', 'پێشەکی.\n\nهاتبوو. وتی. چوو. گەڕایەوە.\n\nکۆتایی.');
    const kept = [...before].filter(([id, text]) => after.get(id) === text);
    expect(kept.map(([, text]) => text)).toEqual(['وتی.', 'چوو.', 'کۆتایی.']);
    expect([...before.keys()].filter((id) => after.has(id))).toHaveLength(3);
  });

  it('of a passage stays when other paragraphs change', () => {
    const [, before] = segment('one', 'یەک.\n\nدوو.');
    const [, , after] = segment('one', 'نوێ.\n\nیەکەم.\n\nدوو.');
    expect(after?.id).toBe(before?.id);
  });
});
