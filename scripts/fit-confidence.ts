/**
 * Fits the weights of src/answering/confidence.ts: a logistic regression of "the documents answer this question" on the
 * signals, over question sets given as pairs of arguments `QUESTIONS DOCUMENTS LANGUAGES` (languages as `ckb,en`).
 *
 *     npm run fit:confidence -- data/evaluation/statement.jsonl data/documents ckb,en
 *
 * Prints the weights, and the shares refused at several thresholds.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { SIGNAL_NAMES } from '../src/answering/confidence.ts';
import { openPirsyar } from '../src/app.ts';
import { readSettings } from '../src/config.ts';
import { readQuestions } from '../src/evaluation/questions.ts';
import { createTerminalLog } from '../src/logs.ts';

/** One question: its signals in the order of SIGNAL_NAMES, then 1 for the intercept. */
interface Sample {
  readonly features: readonly number[];
  readonly answerable: boolean;
}

const STEPS = 20_000;
const RATE = 0.3;
/** Pull towards 0, so that few questions don't make great weights. */
const DECAY = 0.002;
const THRESHOLDS = [0.4, 0.5, 0.55, 0.6, 0.65, 0.7];

async function readSamples(file: string, documents: string, languages: string): Promise<Sample[]> {
  const indexDirectory = await mkdtemp(join(tmpdir(), 'pirsyar-fit-'));
  const dataDirectory = resolve('data');
  const places = { dataDirectory, workingDirectory: process.cwd() };
  const settings = readSettings({ DOCUMENTS_DIR: documents, INDEX_DIR: indexDirectory }, places);
  const log = createTerminalLog('warn', process.stderr);
  const { answerer } = await openPirsyar({ settings, dataDirectory, log });
  const samples: Sample[] = [];
  for (const question of await readQuestions(file)) {
    for (const language of ['ckb', 'en'] as const) {
      const text = question.text[language];
      if (text === null || !languages.split(',').includes(language)) continue;
      const { trace } = await answerer.explain({
        text,
        history: question.history[language],
      });
      const { signals } = trace;
      if (signals === null) continue;
      const features = [...SIGNAL_NAMES.map((name) => signals[name]), 1];
      samples.push({ features, answerable: question.gold !== null });
    }
  }
  await rm(indexDirectory, { recursive: true, force: true });
  return samples;
}

function probability(weights: readonly number[], features: readonly number[]): number {
  const sum = features.reduce((total, value, index) => total + value * (weights[index] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}

function fit(samples: readonly Sample[]): number[] {
  let weights: number[] = [...SIGNAL_NAMES.map(() => 0), 0];
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = weights.map(() => 0);
    for (const { features, answerable } of samples) {
      const error = (answerable ? 1 : 0) - probability(weights, features);
      features.forEach(
        (value, index) => (gradient[index] = (gradient[index] ?? 0) + error * value),
      );
    }
    weights = weights.map((weight, index) => {
      const pull = index === SIGNAL_NAMES.length ? 0 : DECAY * weight;
      return weight + RATE * ((gradient[index] ?? 0) / samples.length - pull);
    });
  }
  return weights;
}

function refused(samples: readonly Sample[], weights: readonly number[], below: number): string {
  const share = (answerable: boolean): string => {
    const group = samples.filter((sample) => sample.answerable === answerable);
    const low = group.filter(({ features }) => probability(weights, features) < below);
    return (low.length / group.length).toFixed(3);
  };
  return `below ${below}: unanswerable refused ${share(false)}, answerable refused ${share(true)}`;
}

const samples: Sample[] = [];
const sets = process.argv.slice(2);
for (let first = 0; first + 2 < sets.length; first += 3) {
  const [file = '', documents = '', languages = ''] = sets.slice(first, first + 3);
  samples.push(...(await readSamples(file, documents, languages)));
}
const weights = fit(samples);
const lines = [
  ...[...SIGNAL_NAMES, 'intercept'].map((name, index) => `${name}: ${weights[index]?.toFixed(2)}`),
  ...THRESHOLDS.map((below) => refused(samples, weights, below)),
];
process.stdout.write(`${lines.join('\n')}\n`);
