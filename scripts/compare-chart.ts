import { init } from 'echarts';
import type { EChartsOption } from 'echarts';

import type { EvaluationLanguage } from '../src/evaluation/questions.ts';
import { PUBLISHED, PUBLISHED_SOURCE } from './compare-published.ts';
import type { ComparedScores } from './compare-retrievers.ts';

/** In pixels. */
const WIDTH = 880;
const ROW_HEIGHT = 24;
const TOP_MARGIN = 98;
const BOTTOM_MARGIN = 16;
const NAMES_WIDTH = 232;
const PANEL_WIDTH = 280;
const PANEL_GAP = 40;

/** Middle tones: each stands out from white and from near-black, because a reader's page may be either. */
const COLOURS = { text: '#75797e', ours: '#2f7fd6', rivals: '#75797e', published: '#b7791f' };

const PANELS = [
  { language: 'ckb', title: 'Sorani question' },
  { language: 'en', title: 'English question' },
] as const satisfies readonly { language: EvaluationLanguage; title: string }[];

/** One line of the chart; a heading has no figures. */
interface Row {
  readonly label: string;
  readonly figures: Readonly<Record<EvaluationLanguage, number | null>> | null;
  readonly style: { readonly color: string; readonly borderColor: string };
}

/** The chart of nDCG@10 as SVG, a panel for each language of question; without a background of its own. */
export function drawComparison(compared: readonly ComparedScores[]): string {
  const rows = createRows(compared);
  const height = TOP_MARGIN + rows.length * ROW_HEIGHT + BOTTOM_MARGIN;
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  chart.setOption(createOption(rows));
  const svg = chart.renderToSVGString();
  chart.dispose();
  return `${svg}\n`;
}

function createRows(compared: readonly ComparedScores[]): Row[] {
  const measured = compared.map(({ name, languages }, index): Row => {
    const color = index === 0 ? COLOURS.ours : COLOURS.rivals;
    const figures = { ckb: languages.ckb.ndcg10, en: languages.en.ndcg10 };
    return { label: name, figures, style: { color, borderColor: color } };
  });
  const published = PUBLISHED.map(({ name, ndcg10 }): Row => ({
    label: name,
    figures: ndcg10,
    style: { color: 'transparent', borderColor: COLOURS.published },
  }));
  return [heading('Measured here'), ...measured, heading('Published, not run here'), ...published];
}

function heading(label: string): Row {
  return { label, figures: null, style: { color: 'transparent', borderColor: 'transparent' } };
}

function createOption(rows: readonly Row[]): EChartsOption {
  const panels = PANELS.map(({ language, title }, gridIndex) => ({
    title: {
      text: title,
      left: panelLeft(gridIndex),
      top: TOP_MARGIN - 28,
      textStyle: { color: COLOURS.text, fontSize: 14 },
    },
    grid: {
      left: panelLeft(gridIndex),
      width: PANEL_WIDTH,
      top: TOP_MARGIN,
      bottom: BOTTOM_MARGIN,
    },
    xAxis: { gridIndex, type: 'value' as const, min: 0, max: 1, show: false },
    yAxis: createNames(rows, gridIndex),
    series: createBars(rows, language, gridIndex),
  }));
  return {
    animation: false,
    textStyle: { fontFamily: 'sans-serif' },
    title: [
      {
        text: 'How well the right passage is ranked (nDCG@10, 0 to 1)',
        left: 8,
        top: 8,
        textStyle: { color: COLOURS.text, fontSize: 16 },
        subtext: `Hollow bars: ${PUBLISHED_SOURCE}`,
        subtextStyle: { color: COLOURS.text, fontSize: 11 },
      },
      ...panels.map(({ title }) => title),
    ],
    grid: panels.map(({ grid }) => grid),
    xAxis: panels.map(({ xAxis }) => xAxis),
    yAxis: panels.map(({ yAxis }) => yAxis),
    series: panels.map(({ series }) => series),
  };
}

function panelLeft(gridIndex: number): number {
  return NAMES_WIDTH + gridIndex * (PANEL_WIDTH + PANEL_GAP);
}

/** The names stand once, beside the first panel, the headings among them in bold. */
function createNames(rows: readonly Row[], gridIndex: number) {
  return {
    gridIndex,
    type: 'category' as const,
    inverse: true,
    data: rows.map(({ label }) => label),
    axisLine: { lineStyle: { color: COLOURS.text } },
    axisTick: { show: false },
    axisLabel: {
      show: gridIndex === 0,
      color: COLOURS.text,
      fontSize: 13,
      interval: 0,
      formatter: (label: string, index: number) =>
        rows[index]?.figures === null ? `{heading|${label}}` : label,
      rich: { heading: { fontWeight: 'bold' as const, fontSize: 13, color: COLOURS.text } },
    },
  };
}

function createBars(rows: readonly Row[], language: EvaluationLanguage, axis: number) {
  return {
    type: 'bar' as const,
    xAxisIndex: axis,
    yAxisIndex: axis,
    silent: true,
    barWidth: 14,
    label: {
      show: true,
      position: 'right' as const,
      color: COLOURS.text,
      fontSize: 12,
      formatter: ({ value }: { value?: unknown }) =>
        typeof value === 'number' ? value.toFixed(3) : '',
    },
    data: rows.map(({ figures, style }) => ({
      value: figures?.[language] ?? '-',
      itemStyle: { ...style, borderWidth: 1.5 },
    })),
  };
}
