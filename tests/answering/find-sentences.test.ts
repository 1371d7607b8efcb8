import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createSentenceFinder } from '../../src/answering/find-sentences.ts';
import { isVerbatim } from '../../src/answering/verify.ts';
import { readQuestions } from '../../src/evaluation/questions.ts';
import { anyText, FIXED } from '../support/any-text.ts';
import { EMBEDDINGS } from '../support/index-fixtures.ts';
import { snapshotOfTexts } from '../support/snapshot-of-texts.ts';
import { openStatement } from '../support/statement.ts';

const statement = await openStatement();
const finder = createSentenceFinder(() => statement, EMBEDDINGS);
const passages = new Map(statement.passages.map((passage) => [passage.id, passage]));

describe('the sentences found', () => {
  it.each([
    ['کێ سەرۆکایەتیی شاندی عێراقی کرد؟', 'سەرۆکایەتیی د. فوئاد حوسێن'],
    ['Who led the American delegation?', 'ئەنتۆنی بلینکن'],
    ['2008', 'ساڵی ٢٠٠٨'],
    ['كاره‌با', 'چاکسازیکردن لە کەرتی کارەبا'],
    ['kê serokî şandî êraq bû?', 'سەرۆکایەتیی د. فوئاد حوسێن'],
    ['universities', 'زانکۆکانی عێراق و ئەمریکا'],
  ])('for %s begin with the one that says it', async (text, words) => {
    const [first] = await finder.find(text);
    expect(first?.quote).toContain(words);
  });

  it('hold the evidence of nearly every question of a set that was never looked at', async () => {
    const questions = await readQuestions('data/evaluation/statement-unseen.jsonl');
    let [asked, held] = [0, 0];
    for (const { text, gold } of questions) {
      if (gold?.evidence == null) continue;
      const { start, end } = gold.evidence;
      for (const question of [text.ckb, text.en ?? text.ckb]) {
        const found = await finder.find(question);
        asked += 1;
        if (found.some((citation) => citation.start < end && citation.end > start)) held += 1;
      }
    }
    expect(asked).toBeGreaterThan(80);
    expect(held / asked).toBeGreaterThanOrEqual(0.97);
  });

  it('are verbatim, with the marker 0, each once, at most five and two of one passage, for any words', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyText, sentencePart()), async (text) => {
        const found = await finder.find(text);
        expect(found.length).toBeLessThanOrEqual(5);
        expect(new Set(found.map(({ sentence }) => sentence)).size).toBe(found.length);
        for (const citation of found) {
          expect(citation.marker).toBe(0);
          expect(isVerbatim(citation, statement.documents)).toBe(true);
          const own = found.filter(({ passage }) => passage === citation.passage);
          expect(own.length).toBeLessThanOrEqual(2);
          expect(passages.get(citation.passage)?.sentences.map(({ id }) => id)).toContain(
            citation.sentence,
          );
        }
      }),
      { ...FIXED, numRuns: 100 },
    );
  });

  it('are as many as are wanted', async () => {
    const text = 'هێزەکانی ئەمریکا لە عێراق';
    expect(await finder.find(text, { top: 1 })).toHaveLength(1);
    expect((await finder.find(text, { top: 10 })).length).toBeGreaterThan(5);
    const three = await finder.find(text, { top: 3 });
    expect((await finder.find(text)).slice(0, 3)).toEqual(three);
  });

  it.each([
    ['', 'nothing'],
    ['ئایا لە بە بۆ', 'words that join others'],
    ['what is the', 'English ones'],
    ['🙂 …', 'signs'],
    ['bluetooth', 'what no document says'],
  ])('for "%s" are none: %s', async (text) => {
    expect(await finder.find(text)).toEqual([]);
  });

  it('leave out what is far from the best', async () => {
    const found = await finder.find('کێ سەرۆکایەتیی شاندی عێراقی کرد؟', { top: 20 });
    expect(found.length).toBeLessThan(10);
  });
});

describe('of several documents', () => {
  const repeated = 'ڕووباری زێ لە چیاکانی باکوورەوە سەرچاوە دەگرێت.';

  it('only the one that is named is looked in, and the same words come once of each', async () => {
    const texts = [`${repeated}\n\n${repeated}\n\nزێ ڕووبارێکی درێژە.`, repeated];
    const snapshot = await snapshotOfTexts(texts, statement.lexicon);
    const several = createSentenceFinder(() => snapshot, EMBEDDINGS);
    const found = await several.find('ڕووباری زێ لە کوێوە سەرچاوە دەگرێت؟');
    const same = found.filter(({ quote }) => quote === repeated);
    expect(same.map(({ document }) => document).toSorted()).toEqual(['0', '1']);
    const named = await several.find('ڕووباری زێ', { document: '1' });
    expect(named.map(({ document }) => document)).toEqual(['1']);
  });

  it('one that is not there is named in the error', async () => {
    await expect(finder.find('شاند', { document: 'other' })).rejects.toThrow('"other"');
  });
});

/** Some words of the statement. */
function sentencePart(): fc.Arbitrary<string> {
  const words = statement.passages.flatMap(({ text }) => text.split(/\s+/u));
  return fc
    .tuple(fc.nat(words.length - 1), fc.integer({ min: 1, max: 8 }))
    .map(([start, length]) => words.slice(start, start + length).join(' '));
}
