import { beforeAll, describe, expect, it } from 'vitest';

import { findEvidence } from '../../src/answering/find-evidence.ts';
import { decide } from '../../src/answering/yes-no.ts';
import type { Lexicon } from '../../src/language/lexicon.ts';
import { bundledLexicon } from '../support/bundled-lexicon.ts';
import { EMBEDDINGS } from '../support/index-fixtures.ts';
import { snapshotOfTexts } from '../support/snapshot-of-texts.ts';

let lexicon: Lexicon;

beforeAll(async () => {
  lexicon = await bundledLexicon();
});

async function decision(
  texts: readonly string[],
  text: string,
  history: string[] = [],
): Promise<string | null> {
  const snapshot = await snapshotOfTexts(texts, lexicon);
  return decide(await findEvidence(snapshot, EMBEDDINGS, { text, history }), lexicon);
}

const QUESTION = 'ئایا پردی ڕاپەڕین لە سلێمانی کرایەوە؟';

describe('yes', () => {
  it.each([
    ['پردی ڕاپەڕین لە سلێمانی کرایەوە.', 'the same words'],
    ['دوێنێ پردی ڕاپەڕین لە سلێمانی کرایەوە.', 'and a day'],
    ['پردی ڕاپەڕین ڕۆژی ١ی تەممووزی ٢٠٢١ لە سلێمانی کرایەوە.', 'and a date between'],
    ['پردي ڕاپه‌ڕین له سلێماني كرایه‌وە.', 'on another keyboard'],
  ])('is said by %s: %s', async (text) => {
    expect(await decision([text], QUESTION)).toBe('yes');
  });
});

describe('no', () => {
  it.each([
    ['پردی ڕاپەڕین لە سلێمانی نەکرایەوە.', QUESTION, 'the same words, denied'],
    [
      'پردی ڕاپەڕین لە سلێمانی ناکرێتەوە.',
      'ئایا پردی ڕاپەڕین لە سلێمانی دەکرێتەوە؟',
      'of what is to come',
    ],
  ])('is said by %s to %s: %s', async (text, question) => {
    expect(await decision([text], question)).toBe('no');
  });
});

describe('neither is said', () => {
  it.each([
    ['پردی ڕاپەڕین لە هەولێر کرایەوە.', 'another town'],
    ['پردی نەورۆز لە سلێمانی کرایەوە.', 'another bridge'],
    ['پردی ڕاپەڕین لە سلێمانی دەکرێتەوە.', 'another time'],
    ['سەرپەرشتیاری پردی ڕاپەڕین لە سلێمانی کرایەوە.', 'not the bridge itself'],
    ['پردی نوێی ڕاپەڕین لە سلێمانی کرایەوە.', 'perhaps another bridge'],
    ['پردی ڕاپەڕین لە گوندی سلێمانی کرایەوە.', 'perhaps another place'],
    ['لە سلێمانی پردی ڕاپەڕین کرایەوە.', 'another order'],
    ['پردی ڕاپەڕین لە سلێمانی لە نیسان نەکرایەوە.', 'it may have been later'],
    ['هیچ کات پردی ڕاپەڕین لە سلێمانی کرایەوە.', 'a denial elsewhere'],
    ['ئەگەر پردی ڕاپەڕین لە سلێمانی کرایەوە.', 'a condition'],
    ['وەزیر ڕەتی کردەوە کە پردی ڕاپەڕین لە سلێمانی کرایەوە.', 'a denial of it'],
    ['وەزیر گوتی کە پردی ڕاپەڕین لە سلێمانی کرایەوە.', 'what somebody said'],
    ['گوایە پردی ڕاپەڕین لە سلێمانی کرایەوە.', 'a rumour'],
    ['ئایا پردی ڕاپەڕین لە سلێمانی کرایەوە؟', 'a question'],
    ['پردی ڕاپەڕین لە سلێمانی کرایەوە، بەڵام داخرا.', 'more than that'],
    ['تەنیا پردی ڕاپەڕین لە سلێمانی کرایەوە.', 'less than that'],
  ])('by %s: %s', async (text) => {
    expect(await decision([text], QUESTION)).toBeNull();
  });

  it('where two sentences say the opposite', async () => {
    const texts = ['پردی ڕاپەڕین لە سلێمانی کرایەوە.', 'پردی ڕاپەڕین لە سلێمانی نەکرایەوە.'];
    expect(await decision(texts, QUESTION)).toBeNull();
  });

  it.each([
    ['Did the Raparin bridge open?', 'in English'],
    ['ئایا پردی ڕاپەڕین لە سلێمانی نەکرایەوە؟', 'to what is denied itself'],
    ['ئایا پردەکە کرایەوە؟', 'to too few words'],
    ['پردی ڕاپەڕین کەی لە سلێمانی کرایەوە؟', 'to what asks for more'],
  ])('to %s: %s', async (question) => {
    expect(await decision(['پردی ڕاپەڕین لە سلێمانی کرایەوە.'], question)).toBeNull();
  });
});
