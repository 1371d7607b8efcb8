import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { changesBetween, likenessOf } from '../../src/answering/text-changes.ts';
import { anyText, FIXED, writtenText } from '../support/any-text.ts';

/** `[-removed-]{+added+}` in what is the same. */
function marked(old: string, now: string): string {
  const signs = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const;
  return changesBetween(old, now)
    .map(({ kind, text }) => signs[kind][0] + text + signs[kind][1])
    .join('');
}

describe('what changed', () => {
  it.each([
    [
      'لەسەر بنچینەی رێککەوتنی ساڵی ٢٠٠٨ی نێوان هەردوو وڵات.',
      'لەسەر بنچینەی رێککەوتنی ساڵی ٢٠١٠ی نێوان هەردوو وڵات.',
      'لەسەر بنچینەی رێککەوتنی ساڵی [-٢٠٠٨ی-]{+٢٠١٠ی+} نێوان هەردوو وڵات.',
      'a number',
    ],
    [
      'شاندەکە نوێنەری هەرێمی تێدا بوو.',
      'شاندەکە نوێنەری هەرێمی تێدا نەبوو.',
      'شاندەکە نوێنەری هەرێمی تێدا [-بوو-]{+نەبوو+}.',
      'a negation',
    ],
    [
      'هەردوو شاند باسی وزەیان کرد.',
      'هەردوو شاند باسی ئاو و وزەیان کرد.',
      'هەردوو شاند باسی {+ئاو و +}وزەیان کرد.',
      'words put in, with one space only',
    ],
    [
      'هەردوو شاند باسی ئاو و وزەیان کرد.',
      'هەردوو شاند باسی وزەیان کرد.',
      'هەردوو شاند باسی [-ئاو و -]وزەیان کرد.',
      'words taken out',
    ],
    [
      'ئەنجامەکانی گەڕی سێیەم، گرنگن.',
      'ئەنجامەکانی گەڕی سێیەم گرنگن!',
      'ئەنجامەکانی گەڕی سێیەم[-،-] گرنگن[-.-]{+!+}',
      'signs alone',
    ],
    ['رێز لە عێراق دەگرن', 'ڕێز لە عێراق دەگرن', '[-رێز-]{+ڕێز+} لە عێراق دەگرن', 'a spelling'],
    ['شاندی  عێراق', 'شاندی عێراق', 'شاندی [- -]عێراق', 'white space'],
    [
      'کتێبی نوێ و پێنووسی سووریان برد.',
      'دەفتەری کۆن و مێزی شینیان برد.',
      '[-کتێبی نوێ و پێنووسی سووریان-]{+دەفتەری کۆن و مێزی شینیان+} برد.',
      'no "and" between two changes is said to have stayed',
    ],
    ['', 'شاند', '{+شاند+}', 'something from nothing'],
    ['شاند', 'شاند', 'شاند', 'nothing'],
  ])('from %s to %s: %s (%s)', (old, now, expected) => {
    expect(marked(old, now)).toBe(expected);
  });

  const edited = fc
    .tuple(writtenText, fc.array(fc.tuple(fc.nat(60), fc.constantFrom('', 'نا ', '٧', '😀 '))))
    .map(([text, edits]) => {
      let now = text;
      for (const [place, put] of edits) now = now.slice(0, place) + put + now.slice(place + 2);
      return [text, now] as const;
    });
  const pair = fc.oneof(fc.tuple(anyText, anyText), edited);

  it('puts the old text and the new one together again, whatever they are', () => {
    fc.assert(
      fc.property(pair, ([old, now]) => {
        const parts = changesBetween(old, now);
        const without = (kind: string): string =>
          parts.map((part) => (part.kind === kind ? '' : part.text)).join('');
        expect(without('added')).toBe(old);
        expect(without('removed')).toBe(now);
      }),
      FIXED,
    );
  });

  it('is in parts that are not empty, each of another kind than the one before, added behind removed', () => {
    fc.assert(
      fc.property(pair, ([old, now]) => {
        const parts = changesBetween(old, now);
        expect(parts.map(({ text }) => text)).not.toContain('');
        const kinds = parts.map(({ kind }) => kind.charAt(0)).join('');
        expect(kinds).not.toMatch(/ss|rr|aa|ar/u);
      }),
      FIXED,
    );
  });

  it('is nothing in a text that stayed', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const expected = text === '' ? [] : [{ kind: 'same', text }];
        expect(changesBetween(text, text)).toEqual(expected);
      }),
      FIXED,
    );
  });
});

describe('how alike two texts are', () => {
  const text = 'شاندی عێراق و شاندی ئەمریکا کۆبوونەوە.';

  it('is 1 for a text in any spelling, 0 for another one', () => {
    expect(likenessOf(text, text).share).toBe(1);
    expect(likenessOf(text, text.replaceAll('ی', 'ي').replaceAll('ە', 'ه')).share).toBe(1);
    expect(likenessOf(text, 'قوتابخانەکە نوێ کرایەوە.')).toEqual({ share: 0, words: 0 });
    expect(likenessOf('', '').share).toBe(0);
  });

  it('falls with each word that is another, more by one of content', () => {
    const joining = likenessOf(text, text.replace(' و ', ' لەگەڵ ')).share;
    const content = likenessOf(text, text.replace('ئەمریکا', 'ئێران')).share;
    expect(joining).toBeLessThan(1);
    expect(content).toBeLessThan(joining);
  });

  it('is the same both ways', () => {
    fc.assert(
      fc.property(writtenText, writtenText, (left, right) => {
        expect(likenessOf(left, right).share).toBeCloseTo(likenessOf(right, left).share, 9);
      }),
      { ...FIXED, numRuns: 200 },
    );
  });
});
