/**
 * Draws docs/abstention.svg: what refusing costs and brings over the threshold, for question sets given as triples of
 * arguments `QUESTIONS DOCUMENTS LANGUAGES` (languages as `ckb,en`).
 *
 *     npm run chart:abstention -- data/evaluation/statement.jsonl data/documents ckb,en
 */
import { writeFile } from 'node:fs/promises';

import { init } from 'echarts';
import type { EChartsOption } from 'echarts';

import { ANSWER_THRESHOLD } from '../src/answering/confidence.ts';
import { refusalCurve, refusalsAt, riskAt, riskCurve } from './abstention-curves.ts';
import type { Curve } from './abstention-curves.ts';
import { readSamples, setsOfArguments } from './confidence-samples.ts';
import type { Sample } from './confidence-samples.ts';

const FILE = 'docs/abstention.svg';
/** In pixels. */
const WIDTH = 880;
const HEIGHT = 440;
const GRID = { width: 340, top: 104, bottom: 52 };
const GRID_LEFT = [56, 500] as const;

/** Middle tones: each stands out from white and from near-black, because a reader's page may be either. */
const TEXT = '#75797e';
const LINES = ['#2f7fd6', '#b7791f', '#2f9e6e', '#c2559b', '#7a6fd0', '#8a8f3a'];
/** Sorani questions get a whole line, English ones a broken one. */
const DASHES = { ckb: 'solid', en: 'dashed' } as const;
const LANGUAGES = { ckb: 'Sorani', en: 'English' } as const;
/** What is asked for: wrongly refused at most, refused at least. */
const GOAL = [0.08, 0.8] as const;

interface Panel {
  readonly title: string;
  readonly across: string;
  readonly curve: (samples: readonly Sample[]) => Curve;
  readonly point: (samples: readonly Sample[], threshold: number) => [number, number];
  /** The greatest value across and up. */
  readonly most: readonly [number, number];
  /** Where lines mark what is asked for, across and up. */
  readonly goal: readonly [number, number] | null;
}

const PANELS: readonly Panel[] = [
  {
    title: 'Unanswerable questions refused',
    across: 'answerable questions wrongly refused',
    curve: refusalCurve,
    point: refusalsAt,
    most: [0.4, 1],
    goal: GOAL,
  },
  {
    title: 'Answers that are wrong',
    across: 'questions answered',
    curve: riskCurve,
    point: riskAt,
    most: [1, 0.8],
    goal: null,
  },
];

/** One line of the chart: a set in one language. */
interface Line {
  readonly name: string;
  readonly color: string;
  readonly dash: 'solid' | 'dashed';
  readonly samples: readonly Sample[];
}

function toLines(samples: readonly Sample[]): Line[] {
  const sets = [...new Set(samples.map(({ set }) => set))];
  return sets.flatMap((set, place) =>
    (['ckb', 'en'] as const).flatMap((language) => {
      const own = samples.filter((sample) => sample.set === set && sample.language === language);
      const name = `${set}, ${LANGUAGES[language]}`;
      const color = LINES[place % LINES.length] ?? TEXT;
      return own.length === 0 ? [] : [{ name, color, dash: DASHES[language], samples: own }];
    }),
  );
}

function createOption(lines: readonly Line[]): EChartsOption {
  return {
    animation: false,
    textStyle: { fontFamily: 'sans-serif', color: TEXT },
    title: [
      {
        text: 'What refusing costs and brings, as the threshold rises',
        subtext: `Dots: the threshold in use, ${ANSWER_THRESHOLD}. Dotted: what is asked for.`,
        left: 8,
        top: 4,
        textStyle: { color: TEXT, fontSize: 16 },
        subtextStyle: { color: TEXT, fontSize: 11 },
      },
      ...PANELS.map(({ title }, place) => ({
        text: title,
        left: GRID_LEFT[place] ?? 0,
        top: GRID.top - 28,
        textStyle: { color: TEXT, fontSize: 13 },
      })),
    ],
    legend: {
      data: lines.map(({ name }) => name),
      top: 50,
      left: 8,
      itemWidth: 34,
      textStyle: { color: TEXT, fontSize: 12 },
    },
    grid: PANELS.map((_, place) => ({ ...GRID, left: GRID_LEFT[place] ?? 0 })),
    xAxis: PANELS.map(({ across, most }, gridIndex) => ({
      ...axis(gridIndex, most[0]),
      name: across,
      nameLocation: 'middle' as const,
      nameGap: 28,
      nameTextStyle: { color: TEXT, fontSize: 12 },
    })),
    yAxis: PANELS.map(({ most }, gridIndex) => axis(gridIndex, most[1])),
    series: PANELS.flatMap((panel, place) => lines.map((line) => createSeries(line, panel, place))),
  };
}

function axis(gridIndex: number, max: number) {
  return {
    gridIndex,
    type: 'value' as const,
    min: 0,
    max,
    axisLine: { show: true, lineStyle: { color: TEXT } },
    axisLabel: { color: TEXT, fontSize: 11, formatter: (value: number) => value.toFixed(1) },
    splitLine: { lineStyle: { color: TEXT, opacity: 0.2 } },
  };
}

function createSeries(line: Line, { curve, point, most, goal }: Panel, place: number) {
  const { name, color, dash, samples } = line;
  const marks =
    goal === null
      ? []
      : [
          { coord: [goal[0], 0], to: [goal[0], most[1]] },
          { coord: [0, goal[1]], to: [most[0], goal[1]] },
        ];
  return {
    type: 'line' as const,
    name,
    xAxisIndex: place,
    yAxisIndex: place,
    silent: true,
    symbol: 'none',
    step: goal === null ? (false as const) : ('end' as const),
    data: within(curve(samples), most),
    color,
    lineStyle: { color, width: 2, type: dash },
    markPoint: {
      symbol: 'circle',
      symbolSize: 9,
      itemStyle: { color },
      label: { show: false },
      data: [{ name: 'threshold', coord: point(samples, ANSWER_THRESHOLD) }],
    },
    markLine: {
      symbol: 'none',
      label: { show: false },
      lineStyle: { color: TEXT, type: 'dotted' as const, width: 1.5 },
      data: marks.map(({ coord, to }): [{ coord: number[] }, { coord: number[] }] => [
        { coord },
        { coord: to },
      ]),
    },
  };
}

/** The part of a curve that is shown. */
function within(curve: Curve, [across, up]: readonly [number, number]): number[][] {
  return curve.filter((pair) => pair[0] <= across && pair[1] <= up).map((pair) => [...pair]);
}

function draw(lines: readonly Line[]): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: HEIGHT });
  chart.setOption(createOption(lines));
  const svg = chart.renderToSVGString();
  chart.dispose();
  return `${svg}\n`;
}

await writeFile(FILE, draw(toLines(await readSamples(setsOfArguments(process.argv.slice(2))))));
