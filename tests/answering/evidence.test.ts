import { beforeAll, describe, expect, it } from 'vitest';

import type { Evidence } from '../../src/answering/evidence.ts';
import { FIGURE_NAMES } from '../../src/answering/figures.ts';
import type { Pirsyar } from '../../src/app.ts';
import { openAhead, smallCorpusParts } from '../support/open-pirsyar.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

/** Each sentence under the name that the tests below call it by. */
const SENTENCES = {
  headline: 'ئاگرکەوتنەوە لە بازاڕی ھەولێر: ئازاد کەریم دەڵێت دوکانەکەی لە بازاڕی ھەولێر سووتا.',
  fire: 'ئاگرەکە لە ساڵی ٢٠١٩ لە بازاڕەکە دەستی پێکرد.',
  owner: 'ئازاد کەریم خاوەنی دوکانێکی جلوبەرگە.',
  shops: 'دوازدە دوکان سووتان بەهۆی ئەوەی کارەبا تێکچوو.',
  // Goes on about the owner without naming him.
  wife: 'ئەو لەگەڵ ھاوسەرەکەی لە گەڕەکی ئازادی دەژیت.',
};
const folder = writeFiles(temporaryFolder(), {
  'fire.ckb.txt': [
    `${SENTENCES.headline} ${SENTENCES.fire}`,
    SENTENCES.shops,
    `${SENTENCES.owner} ${SENTENCES.wife}`,
  ].join('\n\n'),
});
const parts = smallCorpusParts({ DOCUMENTS_DIR: folder });
let pirsyar: Pirsyar;

beforeAll(async () => {
  pirsyar = await openAhead(parts);
});

async function rank(question: string): Promise<readonly Evidence[]> {
  return (await pirsyar.answerer.explain({ text: question })).trace.ranked;
}

describe('the sentence that answers', () => {
  it.each([
    ['ئاگرەکە کەی دەستی پێکرد؟', SENTENCES.fire, 'it holds a date, the headline only the fire'],
    ['چەند دوکان لە بازاڕەکە سووتان؟', SENTENCES.shops, 'it counts the shops'],
    ['دوکانەکان بۆچی سووتان؟', SENTENCES.shops, 'it gives the reason'],
    ['ئازاد کەریم لە کام گەڕەک دەژیت؟', SENTENCES.wife, 'the sentence before it names him'],
  ])('%s: %s, because %s', async (question, expected) => {
    expect((await rank(question))[0]?.sentence.text).toBe(expected);
  });

  it('stands first by its score', async () => {
    const scores = (await rank('ئازاد کەریم لە کوێ دەژیت؟')).map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((left, right) => right - left));
  });
});

describe('the figures of a sentence', () => {
  it.each(['ئازاد کەریم لە کوێ دەژیت؟', 'When did the fire start in 2019?', 'چەند؟', '؟'])(
    'are shares, whatever is asked: %s',
    async (question) => {
      const ranked = await rank(question);
      expect(ranked.length).toBeGreaterThan(0);
      for (const { figures } of ranked) {
        for (const name of FIGURE_NAMES) {
          expect(figures[name]).toBeGreaterThanOrEqual(0);
          expect(figures[name]).toBeLessThanOrEqual(1);
        }
      }
    },
  );

  it('tell what opens the document and what goes on about the sentence before', async () => {
    const ranked = await rank('ئازاد کەریم لە کام گەڕەک دەژیت؟');
    const of = (text: string): Evidence['figures'] | undefined =>
      ranked.find(({ sentence }) => sentence.text === text)?.figures;
    expect(of(SENTENCES.headline)?.opening).toBe(1);
    expect(of(SENTENCES.owner)?.opening).toBe(0);
    expect(of(SENTENCES.wife)?.before).toBeGreaterThan(0.1);
    expect(of(SENTENCES.owner)?.names).toBeGreaterThan(of(SENTENCES.wife)?.names ?? 1);
  });
});
