import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Citation } from '../../src/answering/answer.ts';
import { citeSentence } from '../../src/answering/cite.ts';
import { findMark } from '../../src/answering/find-mark.ts';
import type { FoundMark } from '../../src/answering/find-mark.ts';
import { sentenceText, TEXT_SIDES } from '../../src/retrieval/text-side.ts';
import { FIXED, writtenText } from '../support/any-text.ts';
import { openStatement } from '../support/statement.ts';

const statement = await openStatement();
const citations: readonly Citation[] = statement.passages.flatMap((passage) =>
  passage.sentences.map((sentence) => citeSentence(passage, sentence, 1, () => 0)),
);
const sentences = statement.passages.flatMap((passage) => passage.sentences);

function markedBy(found: FoundMark | null): string {
  if (found === null) return '';
  return sentenceText(found.sentence, found.side).slice(found.span.start, found.span.end);
}

describe('a mark', () => {
  it('anywhere in a cited sentence or its rendition is found there, widened to whole words', () => {
    const mark = fc.tuple(
      fc.constantFrom(...sentences.keys()),
      fc.constantFrom(...TEXT_SIDES),
      fc.nat(),
      fc.integer({ min: 4, max: 120 }),
    );
    fc.assert(
      fc.property(mark, ([place, side, from, length]) => {
        const sentence = sentences[place];
        const cited = citations.slice(place, place + 1);
        const text = sentence === undefined ? '' : sentenceText(sentence, side);
        const start = from % text.length;
        const cut = text.slice(start, start + length).trim();
        fc.pre((cut.match(/[\p{L}\p{N}]/gu) ?? []).length >= 3);
        const found = findMark(statement, cut, cited);
        expect(found?.sentence.id).toBe(sentence?.id);
        const marked = markedBy(found);
        expect(marked).toContain(cut);
        const { span } = found ?? { span: { start: 0, end: 0 } };
        expect(halvesWord(text, span.start) || halvesWord(text, span.end)).toBe(false);
      }),
      FIXED,
    );
  });

  it('in no document is nowhere, and nothing throws', () => {
    fc.assert(
      fc.property(writtenText, (text) => {
        const found = findMark(statement, text, citations.slice(0, 2));
        expect(found === null || markedBy(found) !== '').toBe(true);
      }),
      { ...FIXED, numRuns: 100 },
    );
    expect(findMark(statement, 'bluetooth headphones', citations)).toBeNull();
    expect(findMark(statement, 'تۆپی پێ', citations)).toBeNull();
    // Some of the words alone are another mark.
    expect(findMark(statement, 'bluetooth joint statement', citations)).toBeNull();
    expect(findMark(statement, 'شاندی عێراق کۆلۆمبیا', citations)).toBeNull();
  });

  it.each([
    ['ليژنه‌ى هاوئاهه‌نگى', 'لیژنەی هاوئاهەنگی', 'letters of another keyboard'],
    ['ڕێککەوتنی ستراتیژیی', 'رێککەوتنی ستراتیژیی', 'another ڕ'],
    ['وەزیری دەرەوەی وڵات [1]', 'وەزیری دەرەوەی وڵات', 'the number of a citation'],
    [
      'د. فوئاد حوسێن\nلە «ڕاگەیێندراو» (٧ی نیسانی ٢٠٢١):',
      'د. فوئاد حوسێن',
      'lines of ours beside it',
    ],
    ['و', 'و', 'one letter that is a word'],
  ])('%s is found as %s: %s', (mark, expected) => {
    const cited = citations.filter(({ quote }) => quote.includes('لیژنەی هاوئاهەنگی'));
    expect(markedBy(findMark(statement, mark, cited))).toBe(expected);
  });

  it('that stands in several sentences is found where it was cited', () => {
    const words = 'هێزە ئەمنییەکانی عێراق';
    const holding = citations.filter(({ quote }) => quote.includes(words));
    expect(holding.length).toBeGreaterThan(2);
    for (const citation of holding) {
      expect(findMark(statement, words, [citation])?.sentence.id).toBe(citation.sentence);
    }
  });

  it.each([
    ['سەروەری و یەکپارچەیی عێراق', 'سەروەری و یەکپارچەیی عێراق', 'as it stands'],
    [
      'گەڵ ئاژانسە زانستییەکانی ئەمریکا کرد بۆئەوەی بتوانن سەر',
      'لەگەڵ ئاژانسە زانستییەکانی ئەمریکا کرد بۆئەوەی بتوانن سەرچاوە',
      'with the words that were cut',
    ],
    ['territorial integrity of Iraq', 'territorial integrity of Iraq', 'in the rendition'],
    [
      'قۆڵییە بەهێزەکانی نێوانیان کردەوە و بابەتی ئەمنی و رووبەڕووبوونەوەی تیرۆریزم، ئابووری، وزە و ژینگە، پرسە سیاسییەکان و پەیوەندییە کولتوورییەکانیان تاوتوێ کرد. شاندەکەی عێراق',
      'قۆڵییە بەهێزەکانی نێوانیان کردەوە و بابەتی ئەمنی و رووبەڕووبوونەوەی تیرۆریزم، ئابووری، وزە و ژینگە، پرسە سیاسییەکان و پەیوەندییە کولتوورییەکانیان تاوتوێ کرد',
      'in the sentence that has most of it',
    ],
  ])('that nothing cites is looked for in all documents: %s → %s (%s)', (mark, expected) => {
    expect(markedBy(findMark(statement, mark, []))).toMatch(
      new RegExp(`^${escaped(expected)}\\.?$`, 'u'),
    );
  });

  it.each(['', '[1]', '…', 'و', 'لە بە بۆ'])(
    'of "%s" alone is nowhere where nothing is cited',
    (mark) => {
      expect(findMark(statement, mark, [])).toBeNull();
    },
  );

  it('in a citation of a sentence that is gone is looked for elsewhere', () => {
    const [first] = citations;
    const gone = first === undefined ? [] : [{ ...first, sentence: 'gone' }];
    expect(markedBy(findMark(statement, 'لیژنەی هاوئاهەنگی', gone))).toBe('لیژنەی هاوئاهەنگی');
  });
});

function halvesWord(text: string, position: number): boolean {
  return (
    /[\p{L}\p{N}]$/u.test(text.slice(0, position)) && /^[\p{L}\p{N}]/u.test(text.slice(position))
  );
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}
