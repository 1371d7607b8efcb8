import { beforeAll, describe, expect, it } from 'vitest';

import { chooseSentences } from '../../src/answering/choose-sentences.ts';
import { findEvidence } from '../../src/answering/find-evidence.ts';
import type { Lexicon } from '../../src/language/lexicon.ts';
import { bundledLexicon } from '../support/bundled-lexicon.ts';
import { EMBEDDINGS } from '../support/index-fixtures.ts';
import { snapshotOfTexts } from '../support/snapshot-of-texts.ts';

let lexicon: Lexicon;

beforeAll(async () => {
  lexicon = await bundledLexicon();
});

/** Which of the documents answer, in order: their places in `texts`; and whether they are said to disagree. */
async function choiceAmong(
  texts: readonly string[],
  question: string,
): Promise<{ places: number[]; differ: boolean }> {
  const snapshot = await snapshotOfTexts(texts, lexicon);
  const trace = await findEvidence(snapshot, EMBEDDINGS, { text: question });
  const { sentences, relation } = chooseSentences(trace, snapshot);
  const places = sentences.map(({ hit }) => Number(hit.passage.document));
  return { places, differ: relation === 'differ' };
}

describe('two documents disagree, the newer first,', () => {
  it.each([
    [
      'about a number',
      'لە بوومەلەرزەکەی هەڵەبجەدا ٧ کەس گیانیان لەدەست دا.',
      'لە بوومەلەرزەکەی هەڵەبجەدا ١١ کەس گیانیان لەدەست دا.',
      'لە بوومەلەرزەکەی هەڵەبجەدا چەند کەس گیانیان لەدەست دا؟',
    ],
    [
      'about a number in words and one in digits',
      'حکومەت سێ قوتابخانەی نوێی لە هەولێر دروست کرد.',
      'حکومەت ٥ قوتابخانەی نوێی لە هەولێر دروست کرد.',
      'حکومەت چەند قوتابخانەی نوێی لە هەولێر دروست کرد؟',
    ],
    [
      'about a share',
      'ڕێژەی بێکاری لە هەرێمی کوردستان لەسەدا ١٤ بوو.',
      'ڕێژەی بێکاری لە هەرێمی کوردستان لەسەدا ١٧ بوو.',
      'ڕێژەی بێکاری لە هەرێمی کوردستان چەند بوو؟',
    ],
    [
      'about a sum',
      'بودجەی زانکۆی سلێمانی ٤٠ ملیۆن دۆلارە.',
      'بودجەی زانکۆی سلێمانی ٥٥ ملیۆن دۆلارە.',
      'بودجەی زانکۆی سلێمانی چەند دۆلارە؟',
    ],
    [
      'about a day',
      'فێستیڤاڵی شانۆ ڕۆژی ٣ی ئایاری ٢٠٢١ دەستی پێ کرد.',
      'فێستیڤاڵی شانۆ ڕۆژی ٩ی ئایاری ٢٠٢١ دەستی پێ کرد.',
      'فێستیڤاڵی شانۆ کەی دەستی پێ کرد؟',
    ],
    [
      'about a year',
      'کتێبخانەی گشتیی دهۆک لە ساڵی ١٩٥٨ دامەزرا.',
      'کتێبخانەی گشتیی دهۆک لە ساڵی ١٩٦٣ دامەزرا.',
      'کتێبخانەی گشتیی دهۆک لە چ ساڵێکدا دامەزرا؟',
    ],
    [
      'about a person',
      'سەرۆکی شاندی عێراق فوئاد حوسێن بوو.',
      'سەرۆکی شاندی عێراق مستەفا کازمی بوو.',
      'سەرۆکی شاندی عێراق کێ بوو؟',
    ],
    [
      'about a city',
      'کۆنفرانسی ئاو لە هەولێر بەڕێوەچوو.',
      'کۆنفرانسی ئاو لە سلێمانی بەڕێوەچوو.',
      'کۆنفرانسی ئاو لە کام شار بەڕێوەچوو؟',
    ],
    [
      'asked in English about a number',
      'لە کۆبوونەوەکەدا ٧ وەزیر بەشدارییان کرد.',
      'لە کۆبوونەوەکەدا ٩ وەزیر بەشدارییان کرد.',
      'How many ministers took part in the meeting?',
    ],
  ])('%s', async (_, older, newer, question) => {
    expect(await choiceAmong([older, newer], question)).toEqual({ places: [1, 0], differ: true });
    expect(await choiceAmong([newer, older], question)).toEqual({ places: [1, 0], differ: true });
  });
});

describe('two documents do not disagree where', () => {
  it.each([
    [
      'one says less of the same day',
      'فێستیڤاڵی شانۆ لە ئایاری ٢٠٢١ دەستی پێ کرد.',
      'فێستیڤاڵی شانۆ ڕۆژی ٩ی ئایاری ٢٠٢١ دەستی پێ کرد.',
      'فێستیڤاڵی شانۆ کەی دەستی پێ کرد؟',
    ],
    [
      'the same day is written otherwise',
      'فێستیڤاڵی شانۆ ڕۆژی 09 - 05 - 2021 دەستی پێ کرد.',
      'فێستیڤاڵی شانۆ ڕۆژی ٩ی ئایاری ٢٠٢١ دەستی پێ کرد.',
      'فێستیڤاڵی شانۆ کەی دەستی پێ کرد؟',
    ],
    [
      'the same number is written otherwise',
      'حکومەت سێ قوتابخانەی نوێی لە هەولێر دروست کرد.',
      'حکومەت 3 قوتابخانەی نوێی لە هەولێر دروست کرد.',
      'حکومەت چەند قوتابخانەی نوێی لە هەولێر دروست کرد؟',
    ],
    [
      'one names the same person in full',
      'سەرۆکی شاندی عێراق فوئاد حوسێن بوو.',
      'سەرۆکی شاندی عێراق د. فوئاد حوسێن بوو.',
      'سەرۆکی شاندی عێراق کێ بوو؟',
    ],
    [
      'they tell of two delegations',
      'سەرۆکی شاندی عێراق فوئاد حوسێن بوو.',
      'سەرۆکی شاندی ئەمریکا ئەنتۆنی بلینکن بوو.',
      'سەرۆکی شاندەکە کێ بوو؟',
    ],
    [
      'they tell of two rounds',
      'گەڕی سێیەمی گفتوگۆکان ڕۆژی ٧ی نیسانی ٢٠٢١ بەڕێوەچوو.',
      'گەڕی چوارەمی گفتوگۆکان ڕۆژی ٢٦ی تەممووزی ٢٠٢١ بەڕێوەچوو.',
      'گەڕی گفتوگۆکان کەی بەڕێوەچوو؟',
    ],
    [
      'they tell of two bridges',
      'درێژیی پردی ڕاپەڕین ٣٢٠ مەترە.',
      'درێژیی پردی نەورۆز ٢١٠ مەترە.',
      'درێژیی پردەکە چەندە؟',
    ],
    [
      'the question names one of two bridges',
      'درێژیی پردی ڕاپەڕین ٣٢٠ مەترە.',
      'درێژیی پردی نەورۆز ٢١٠ مەترە.',
      'درێژیی پردی ڕاپەڕین چەندە؟',
    ],
    [
      'they tell of two years',
      'لە ساڵی ٢٠١٩ لە ڕووداوەکانی هاتوچۆدا ٥٠ کەس گیانیان لەدەست دا.',
      'لە ساڵی ٢٠٢٠ لە ڕووداوەکانی هاتوچۆدا ٣٥ کەس گیانیان لەدەست دا.',
      'لە ڕووداوەکانی هاتوچۆدا چەند کەس گیانیان لەدەست دا؟',
    ],
    [
      'they count different things',
      'لە بوومەلەرزەکەی هەڵەبجەدا ٧ کەس مردن.',
      'لە بوومەلەرزەکەی هەڵەبجەدا ١١ خانوو ڕووخان.',
      'لە بوومەلەرزەکەی هەڵەبجەدا چەند کەس مردن؟',
    ],
    [
      'one counts the dead and the other the injured',
      'لە بوومەلەرزەکەی هەڵەبجەدا ٧ کەس مردن.',
      'لە بوومەلەرزەکەی هەڵەبجەدا ٤٠ کەس بریندار بوون.',
      'لە بوومەلەرزەکەی هەڵەبجەدا چەند کەس مردن؟',
    ],
    [
      'they measure different things',
      'درێژیی پردی ڕاپەڕین ٣٢٠ مەترە.',
      'پانیی پردی ڕاپەڕین ١٨ مەترە.',
      'درێژیی پردی ڕاپەڕین چەندە؟',
    ],
    [
      'one tells a plan and the other what came of it',
      'فێستیڤاڵی شانۆ ڕۆژی ٣ی ئایاری ٢٠٢١ دەست پێ دەکات.',
      'فێستیڤاڵی شانۆ ڕۆژی ٩ی ئایاری ٢٠٢١ کۆتایی هات.',
      'فێستیڤاڵی شانۆ کەی دەست پێ دەکات؟',
    ],
    [
      'several can be true',
      'وەزیری دارایی باسی بودجەی کرد.',
      'وەزیری تەندروستی باسی بودجەی کرد.',
      'کێ باسی بودجەی کرد؟',
    ],
    [
      'two people said something',
      'فوئاد حوسێن باسی ئاسایشی کرد.',
      'بەرهەم ساڵح باسی ئاسایشی کرد.',
      'کێ باسی ئاسایشی کرد؟',
    ],
    [
      'one city lies in the other region',
      'کۆنفرانسی ئاو لە هەولێر بەڕێوەچوو.',
      'کۆنفرانسی ئاو لە هەرێمی کوردستان بەڕێوەچوو.',
      'کۆنفرانسی ئاو لەکوێ بەڕێوەچوو؟',
    ],
    [
      'one gives a range',
      'لە بوومەلەرزەکەی هەڵەبجەدا ٧ کەس مردن.',
      'لە بوومەلەرزەکەی هەڵەبجەدا نێوان ٥ بۆ ١٠ کەس مردن.',
      'لە بوومەلەرزەکەی هەڵەبجەدا چەند کەس مردن؟',
    ],
    [
      'they are the same place in two units',
      'دووریی هەولێر لە سلێمانی ٢٠٠ کیلۆمەترە.',
      'دووریی هەولێر لە سلێمانی ١٢٤ میلە.',
      'دووریی هەولێر لە سلێمانی چەندە؟',
    ],
    [
      'the second is about another town',
      'نرخی کارەبا لە هەولێر ٧٠ دینارە.',
      'نرخی کارەبا لە دهۆک ٨٥ دینارە.',
      'نرخی کارەبا لە هەولێر چەندە؟',
    ],
    [
      'neither says which town',
      'نرخی کارەبا لە هەولێر ٧٠ دینارە.',
      'نرخی کارەبا لە دهۆک ٨٥ دینارە.',
      'نرخی کارەبا چەندە؟',
    ],
  ])('%s', async (_, one, other, question) => {
    expect((await choiceAmong([one, other], question)).differ).toBe(false);
    expect((await choiceAmong([other, one], question)).differ).toBe(false);
  });
});

describe('a list', () => {
  const TALKS = [
    'شاندەکان باسی ئاسایشی سنوورەکانیان کرد. گفتوگۆکان دوو ڕۆژیان خایاند.',
    'شاندەکان باسی بازرگانیی نێوان هەردوو وڵاتیان کرد. میوانەکان لە هوتێل مانەوە.',
    'شاندەکان باسی گۆڕانی کەشوهەوایان کرد.',
  ].join('\n\n');

  it('holds what answers alone: the best first, then in the order of the text', async () => {
    const { places, differ } = await choiceAmong([TALKS], 'شاندەکان باسی چ بابەتێکیان کرد؟');
    expect({ places, differ }).toEqual({ places: [0, 0, 0], differ: false });
  });
});
