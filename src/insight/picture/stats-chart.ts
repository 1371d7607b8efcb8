import type { BarSeriesOption } from 'echarts/charts';
import type {
  GridComponentOption,
  LegendComponentOption,
  TitleComponentOption,
} from 'echarts/components';
import type { ComposeOption } from 'echarts/core';

import type { Messages } from '../../messages.ts';
import { OUTCOMES } from '../stats.ts';
import type { Outcome, Stats, Tally } from '../stats.ts';
import { dateOf, headingsOf, languageCount, shareOf } from '../words.ts';
import { FONT_FAMILY } from './fonts.ts';

/** What ECharts is told of a chart of bars. */
export type ChartOption = ComposeOption<
  BarSeriesOption | GridComponentOption | LegendComponentOption | TitleComponentOption
>;
type XAxis = Extract<NonNullable<ChartOption['xAxis']>, readonly unknown[]>[number];
type YAxis = Extract<NonNullable<ChartOption['yAxis']>, readonly unknown[]>[number];

/** In pixels. */
export const PICTURE = { width: 1280, height: 720 } as const;

/** Blue, amber and wine: apart for every kind of colour vision, and in brightness too (after Okabe & Ito, 2008). */
const COLOURS: Readonly<Record<Outcome, string>> = {
  answered: '#0072b2',
  refused: '#e9a400',
  down: '#8c1d40',
};
/** Dark on a page of its own, which stands out from neither a light nor a dark chat. */
const PAPER = {
  background: '#f6f5f1',
  text: '#1d2733',
  quiet: '#4a5663',
  line: '#d5d8d6',
} as const;

const MARGIN = 44;
const SIZES = { title: 38, heading: 26, label: 23 } as const;
const BAR_TOP = 216;
const BAR_BOTTOM = 84;
const AXIS_WIDTH = 74;
const PANEL_WIDTH = 290;
const PANEL_GAP = 56;
const DATE_WIDTH = 100;
const LANGUAGE_BAR = 34;
const LABEL_GAP = 10;

/** How a picture of statistics is drawn; from right to left, with the latest day at the left, where the words are Sorani. */
export function statsChart(
  stats: Stats,
  words: Messages,
  { isRightToLeft }: { isRightToLeft: boolean },
): ChartOption {
  const [start, end] = isRightToLeft ? (['right', 'left'] as const) : (['left', 'right'] as const);
  const axis = { axisTick: { show: false }, splitLine: { lineStyle: { color: PAPER.line } } };
  const label = textStyle(SIZES.label, PAPER.quiet);
  const days: XAxis = {
    ...axis,
    type: 'category',
    data: stats.days.map(({ day }) => words.text('insight-day', { date: dateOf(day) })),
    inverse: isRightToLeft,
    splitLine: { show: false },
    axisLine: { lineStyle: { color: PAPER.quiet } },
    axisLabel: { ...label, interval: labelledEvery(stats.days.length) - 1, hideOverlap: true },
  };
  const counts: YAxis = {
    ...axis,
    type: 'value',
    position: start,
    minInterval: 1,
    ...(stats.total.asked === 0 ? { max: 1 } : {}),
    axisLabel: {
      ...label,
      formatter: (count: number) => words.text('insight-number', { count }),
    },
  };
  return {
    animation: false,
    backgroundColor: PAPER.background,
    color: OUTCOMES.map((outcome) => COLOURS[outcome]),
    textStyle: { fontFamily: FONT_FAMILY, color: PAPER.text },
    title: titles(stats, words, isRightToLeft),
    legend: legend(stats, words, isRightToLeft),
    grid: [
      {
        top: BAR_TOP,
        bottom: BAR_BOTTOM,
        [start]: MARGIN + AXIS_WIDTH,
        [end]: MARGIN + PANEL_WIDTH + PANEL_GAP,
      },
      { top: BAR_TOP, bottom: BAR_BOTTOM, [end]: MARGIN, width: PANEL_WIDTH },
    ],
    xAxis: [
      days,
      { gridIndex: 1, type: 'value', show: false, inverse: isRightToLeft, max: 'dataMax' },
    ],
    yAxis: [counts, languageAxis(stats, words, start)],
    series: [
      ...barsOf(stats.days, 0, { barCategoryGap: '22%' }),
      ...barsOf(stats.languages, 1, { barWidth: LANGUAGE_BAR }),
    ],
  };
}

function titles(stats: Stats, words: Messages, isRightToLeft: boolean): TitleComponentOption[] {
  const at = (distance: number): Pick<TitleComponentOption, 'left' | 'textAlign' | 'padding'> => ({
    left: isRightToLeft ? PICTURE.width - distance : distance,
    textAlign: isRightToLeft ? 'right' : 'left',
    padding: 0,
  });
  const panel = stats.languages.length === 0 ? '' : words.text('insight-by-language');
  return [
    {
      ...at(MARGIN),
      top: 34,
      text: words.text('insight-title'),
      textStyle: textStyle(SIZES.title, PAPER.text),
      subtext: headingsOf(stats, words).join('   ·   '),
      subtextStyle: textStyle(SIZES.heading, PAPER.quiet),
      itemGap: 14,
    },
    {
      ...at(PICTURE.width - MARGIN - PANEL_WIDTH),
      top: 176,
      text: panel,
      textStyle: textStyle(SIZES.heading, PAPER.text),
    },
  ];
}

function textStyle(
  fontSize: number,
  color: string,
): { fontSize: number; color: string; fontFamily: string } {
  return { fontSize, color, fontFamily: FONT_FAMILY };
}

/** The outcomes with their numbers and shares. */
function legend({ total }: Stats, words: Messages, isRightToLeft: boolean): LegendComponentOption {
  return {
    data: isRightToLeft ? OUTCOMES.toReversed() : [...OUTCOMES],
    formatter: (name) => {
      const outcome = OUTCOMES.find((known) => known === name);
      return outcome === undefined ? name : shareOf(outcome, total, words);
    },
    [isRightToLeft ? 'right' : 'left']: MARGIN - 5,
    align: isRightToLeft ? 'right' : 'left',
    top: 126,
    itemWidth: 26,
    itemHeight: 26,
    itemGap: 30,
    selectedMode: false,
    textStyle: textStyle(SIZES.heading, PAPER.text),
  };
}

/** The languages, each above its bar: beside it there is no room for words. */
function languageAxis(stats: Stats, words: Messages, start: 'left' | 'right'): YAxis {
  return {
    gridIndex: 1,
    type: 'category',
    data: stats.languages.map((language) => languageCount(language, words)),
    inverse: true,
    position: start,
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: {
      inside: true,
      align: start,
      verticalAlign: 'bottom',
      margin: 0,
      padding: [0, 0, LANGUAGE_BAR / 2 + LABEL_GAP, 0],
      ...textStyle(SIZES.label, PAPER.text),
    },
    z: 10,
  };
}

function barsOf(
  tallies: readonly Tally[],
  grid: 0 | 1,
  shape: Pick<BarSeriesOption, 'barCategoryGap' | 'barWidth'>,
): BarSeriesOption[] {
  return OUTCOMES.map((outcome) => ({
    ...shape,
    name: outcome,
    type: 'bar',
    stack: String(grid),
    xAxisIndex: grid,
    yAxisIndex: grid,
    itemStyle: { color: COLOURS[outcome], borderColor: PAPER.background, borderWidth: 1 },
    // What is none is no bar at all, and what is little beside a lot is still seen.
    data: tallies.map((tally) => (tally[outcome] === 0 ? '-' : tally[outcome])),
    barMinHeight: 3,
  }));
}

/** Every how many days a date fits. */
function labelledEvery(days: number): number {
  const width = PICTURE.width - 2 * MARGIN - AXIS_WIDTH - PANEL_WIDTH - PANEL_GAP;
  return Math.max(1, Math.ceil((days * DATE_WIDTH) / width));
}
