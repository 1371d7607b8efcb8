/**
 * Fits the weights of src/answering/confidence.ts: a logistic regression of "the documents answer this question" on the
 * signals, over question sets given as triples of arguments `QUESTIONS DOCUMENTS LANGUAGES` (languages as `ckb,en`).
 *
 *     npm run fit:confidence -- data/evaluation/statement.jsonl data/documents ckb,en
 *
 * Prints the weights, and, judged by weights that were learnt without the question's document, how well the
 * confidence is calibrated and what would be refused at several thresholds.
 */
import { SIGNAL_NAMES } from '../src/answering/signals.ts';
import { readSamples, setsOfArguments } from './confidence-samples.ts';
import type { Sample } from './confidence-samples.ts';
import { fitLogistic, probability } from './logistic-regression.ts';
import type { Case } from './logistic-regression.ts';

/** The share of questions that have an answer: as in the sets of the evaluation, about three in four. */
const ANSWERABLE_SHARE = 0.75;
const PULL = 2;
const FOLDS = 10;
const THRESHOLDS = [0.5, 0.55, 0.58, 0.6, 0.62, 0.65, 0.7];

/** A sample, and the confidence it gets from weights learnt without its group. */
interface Judged extends Sample {
  readonly judged: number;
}

/** Every folder of documents counts the same, whatever the number of questions, and in it the answerable ones for their share. */
function toCases(samples: readonly Sample[]): Case[] {
  return samples.flatMap((sample) => {
    if (sample.features === null) return [];
    const alike = samples.filter(
      (other) => other.documents === sample.documents && other.answerable === sample.answerable,
    );
    const share = sample.answerable ? ANSWERABLE_SHARE : 1 - ANSWERABLE_SHARE;
    const weight = (share / alike.length) * samples.length;
    return [{ features: sample.features, isPositive: sample.answerable, weight }];
  });
}

/** Each group goes into one fold; which one depends on its place among the groups. */
function crossValidate(samples: readonly Sample[]): Judged[] {
  const groups = [...new Set(samples.map(({ group }) => group))];
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const isIn = ({ group }: Sample): boolean => groups.indexOf(group) % FOLDS === fold;
    const weights = fitLogistic(toCases(samples.filter((sample) => !isIn(sample))), PULL);
    return samples.filter(isIn).map((sample) => ({
      ...sample,
      judged: sample.features === null ? 0 : probability(weights, sample.features),
    }));
  });
}

function shareBelow(samples: readonly Judged[], answerable: boolean, threshold: number): string {
  const group = samples.filter((sample) => sample.answerable === answerable);
  const low = group.filter(({ judged }) => judged < threshold);
  return group.length === 0 ? '  –  ' : (low.length / group.length).toFixed(3);
}

/** A line for each set and language: unanswerable refused / answerable refused, at each threshold. */
function refusals(samples: readonly Judged[]): string[] {
  const names = [...new Set(samples.map(({ set, language }) => `${set} ${language}`))];
  return names.map((name) => {
    const own = samples.filter(({ set, language }) => `${set} ${language}` === name);
    const shares = THRESHOLDS.map(
      (threshold) => `${shareBelow(own, false, threshold)}/${shareBelow(own, true, threshold)}`,
    );
    return [name.padEnd(32), ...shares].join(' ');
  });
}

/** For each tenth of confidence, how much of it there is, its mean, and the share that is answerable; weighed as in the fit. */
function calibration(samples: readonly Judged[]): string[] {
  const known = samples.filter(({ features }) => features !== null);
  const cases = toCases(known).map((one, place) => ({ ...one, judged: known[place]?.judged ?? 0 }));
  return Array.from({ length: 10 }, (_, tenth) => {
    const own = cases.filter(({ judged }) => Math.min(9, Math.floor(judged * 10)) === tenth);
    const weight = own.reduce((sum, one) => sum + one.weight, 0);
    const mean = own.reduce((sum, one) => sum + one.weight * one.judged, 0) / weight;
    const right = own.reduce((sum, one) => sum + (one.isPositive ? one.weight : 0), 0) / weight;
    const figures = [mean, right].map((value) => (own.length === 0 ? '–' : value.toFixed(2)));
    return `${tenth / 10} to ${(tenth + 1) / 10}: ${own.length} questions, mean ${figures[0]}, answerable ${figures[1]}`;
  });
}

const samples = await readSamples(setsOfArguments(process.argv.slice(2)));
const weights = fitLogistic(toCases(samples), PULL);
const judged = crossValidate(samples);
const lines = [
  ...[...SIGNAL_NAMES, 'intercept'].map((name, place) => `${name}: ${weights[place]?.toFixed(2)}`),
  '',
  ...calibration(judged),
  '',
  `unanswerable refused/answerable refused below ${THRESHOLDS.join(', ')}`,
  ...refusals(judged),
];
process.stdout.write(`${lines.join('\n')}\n`);
