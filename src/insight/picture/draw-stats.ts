import type { AnswerLanguage } from '../../answering/answer.ts';
import type { Messages } from '../../messages.ts';
import type { Stats } from '../stats.ts';
import { loadChartLibraries } from './chart-libraries.ts';
import { PICTURE, statsChart } from './stats-chart.ts';

/**
 * A picture of statistics, a PNG of 1280 × 720 pixels: bars by day and by language. Null where pictures can't be drawn here; formatStats says
 * the same in words. The words must be without isolates, which no font has.
 */
export async function drawStats(
  stats: Stats,
  words: Messages,
  { language }: { language: AnswerLanguage },
): Promise<Buffer | null> {
  const libraries = await loadChartLibraries();
  if (libraries === null) return null;
  const canvas = libraries.createCanvas(PICTURE.width, PICTURE.height);
  const isRightToLeft = language === 'ckb';
  const chart = libraries.chartOn(canvas);
  // What stands between words of both directions goes by that of the language. ECharts has set everything back before.
  canvas.getContext('2d').direction = isRightToLeft ? 'rtl' : 'ltr';
  chart.setOption(statsChart(stats, words, { isRightToLeft }));
  const picture = canvas.toBuffer('image/png');
  chart.dispose();
  return picture;
}
