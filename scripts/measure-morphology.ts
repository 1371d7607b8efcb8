/**
 * How well forms of one word are joined and different words kept apart, on the word pairs of data/evaluation/morphology*.tsv.
 *
 *     npm run measure:morphology
 *
 * `stem`: form and lemma get one stem; `stem or verb`: or are known as forms of one verb; `alike`: matching takes one for the other
 * at least weakly.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { analyse } from '../src/language/analysis.ts';
import { comparable, similarity } from '../src/language/similarity.ts';
import type { ComparableTerm } from '../src/language/similarity.ts';

/** The least similarity at which retrieval counts one word for another in full sight. */
const LEAST_ALIKE = 0.4;

interface Tally {
  pairs: number;
  stem: number;
  verb: number;
  alike: number;
}

function readPairs(name: string): string[][] {
  const text = readFileSync(resolve('data/evaluation', name), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));
}

function toTerm(word: string): ComparableTerm {
  const [term] = analyse(word);
  if (term === undefined) throw new Error(`"${word}" is no word.`);
  return comparable(term);
}

function haveOneStem(one: ComparableTerm, other: ComparableTerm): boolean {
  return one.folded === other.folded;
}

function areOneVerb(one: ComparableTerm, other: ComparableTerm): boolean {
  return one.verb !== null && one.verb === other.verb;
}

function tally(pairs: readonly (readonly [ComparableTerm, ComparableTerm])[]): Tally {
  const count = (holds: (one: ComparableTerm, other: ComparableTerm) => boolean): number =>
    pairs.filter(([one, other]) => holds(one, other)).length;
  return {
    pairs: pairs.length,
    stem: count(haveOneStem),
    verb: count((one, other) => haveOneStem(one, other) || areOneVerb(one, other)),
    alike: count((one, other) => similarity(one, other) >= LEAST_ALIKE),
  };
}

function row(name: string, { pairs, stem, verb, alike }: Tally): string {
  const shares = [stem, verb, alike].map((count) => (count / pairs).toFixed(2));
  return `| ${[name, pairs, ...shares].join(' | ')} |`;
}

const forms = readPairs('morphology.tsv').map(([form = '', lemma = '', phenomenon = '']) => ({
  phenomenon,
  pair: [toTerm(form), toTerm(lemma)] as const,
}));
const phenomena = [...new Set(forms.map(({ phenomenon }) => phenomenon))];
const different = readPairs('morphology-different.tsv').map(
  ([one = '', other = '']) => [toTerm(one), toTerm(other)] as const,
);
const lines = [
  '| phenomenon | pairs | stem | stem or verb | alike |',
  '| --- | --- | --- | --- | --- |',
  ...phenomena.map((name) =>
    row(name, tally(forms.filter(({ phenomenon }) => phenomenon === name).map(({ pair }) => pair))),
  ),
  row('all', tally(forms.map(({ pair }) => pair))),
  row('different words (the less the better)', tally(different)),
];
process.stdout.write(`${lines.join('\n')}\n`);
