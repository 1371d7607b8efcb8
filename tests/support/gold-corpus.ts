import { FILES, RIVER, RIVER_QUESTION } from './index-fixtures.ts';

/** A gold question that RIVER answers. */
export function goldLine(id: string): string {
  return JSON.stringify({
    id,
    document: 'land',
    type: 'where',
    passage: [0, RIVER.length],
    evidence: [0, RIVER.length],
    q_ckb: RIVER_QUESTION,
    answer_ckb: 'لە چیاکانی باکوورەوە',
  });
}

const UNANSWERABLE = JSON.stringify({
  id: 'u',
  unanswerable: true,
  q_ckb: 'نرخی نەوت چەندە لە ساڵی داهاتوودا؟',
});

/** Documents with two gold questions, both of which are answered as they should be. */
export const GOLDEN: Readonly<Record<string, string>> = {
  ...FILES,
  'land.questions.jsonl': `${goldLine('a')}\n${UNANSWERABLE}`,
};

/** The same beside so many others that speak of the river in the question's own words that one answer quotes them instead. */
export const CROWDED: Readonly<Record<string, string>> = {
  ...GOLDEN,
  ...Object.fromEntries(
    Array.from({ length: 6 }, (_, index) => [
      `crowd-${index}.ckb.txt`,
      `ڕووباری زێ لە کوێوە سەرچاوە دەگرێت، ڕووباری زێ سەرچاوە دەگرێت لە کوێستانی ${'یەکدووسێ'.slice(0, index + 2)}.`,
    ]),
  ),
};
