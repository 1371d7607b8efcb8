import { soundsOfSorani, VOWELS } from './sounds.ts';
import type { Sounds } from './sounds.ts';

/** What it costs to take one sound for another, by groups of sounds that spelling or hearing mixes up; 0 to 1. */
const CONFUSIONS: readonly (readonly [sounds: string, cost: number])[] = [
  ['iy', 0.1],
  ['uwo', 0.15],
  ['aeE', 0.15],
  ['Eiy', 0.2],
  ['fv', 0.2],
  ['vw', 0.2],
  ['gJ', 0.2],
  ['JZ', 0.2],
  ['aeEiou', 0.25],
  ['sz', 0.25],
  ['Tts', 0.25],
  ['Tdz', 0.3],
  ['SC', 0.3],
  ['kxG', 0.35],
  ['hx', 0.35],
  ['td', 0.4],
  ['pb', 0.4],
  ['Ss', 0.4],
  ['JC', 0.4],
  ['CSk', 0.4],
  ['ZSz', 0.4],
  ['aeEow', 0.4],
  ['gGk', 0.45],
  ['JyZ', 0.45],
  ['vb', 0.5],
  ['fp', 0.5],
];
/** Sounds that have nothing to do with each other: more than leaving one out. */
const OTHER_SOUND = 1.2;

/** What it costs to leave a sound out; 1 where it isn't named. Vowels and what is hardly heard cost little. */
const OMISSIONS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    e: 0.2,
    a: 0.25,
    E: 0.25,
    i: 0.25,
    o: 0.25,
    u: 0.25,
    y: 0.3,
    w: 0.35,
    h: 0.4,
    G: 0.45,
    r: 0.6,
    t: 0.8,
    T: 0.8,
  }),
);

/** How much a vowel counts in the length of a word beside a consonant. */
const VOWEL_LENGTH = 0.45;

const SUBSTITUTIONS: ReadonlyMap<string, number> = new Map(
  CONFUSIONS.toReversed().flatMap(([sounds, cost]) =>
    Array.from(sounds).flatMap((one) =>
      Array.from(sounds, (other) => [one + other, cost] as const),
    ),
  ),
);

/** What Sorani puts behind a name: cases, clitics and plurals. */
const ENDINGS: ReadonlySet<string> = new Set(
  'ی ە ێک ێکی یەک ەکە ەکەی ەکان ەکانی یەکە یەکان دا یدا ەدا ەوە یەوە یش ش یان مان ان انی ێش یی'
    .split(' ')
    .flatMap((ending) => [soundsBehind('ب', ending), soundsBehind('ا', ending)]),
);
const LONGEST_ENDING = 6;
const ENDING_COST = 0.03;

/** ی sounds otherwise behind a consonant than behind a vowel. */
function soundsBehind(letter: string, ending: string): Sounds {
  return soundsOfSorani(letter + ending).slice(1);
}

/**
 * How alike a name and a word sound, 0 to 1: one minus their edit distance, weighted by what spelling and hearing mix up, as a
 * share of the longer one's length (after Kondrak, 2003). The word may have a Sorani ending that the name lacks.
 */
export function soundSimilarity(name: Sounds, word: Sounds): number {
  if (name === '' || word === '') return 0;
  const distances = editDistances(name, word);
  const length = lengthOf(name);
  let best = 0;
  for (let end = Math.max(1, word.length - LONGEST_ENDING); end <= word.length; end += 1) {
    const isWhole = end === word.length;
    if (!isWhole && !ENDINGS.has(word.slice(end))) continue;
    const longer = Math.max(length, lengthOf(word.slice(0, end)));
    const alike = 1 - (distances[end] ?? longer) / longer - (isWhole ? 0 : ENDING_COST);
    if (alike > best) best = alike;
  }
  return best;
}

/** The distance of the name from each beginning of the word, by its length. */
function editDistances(name: Sounds, word: Sounds): Float64Array {
  let row = new Float64Array(word.length + 1);
  let next = new Float64Array(word.length + 1);
  for (let end = 1; end <= word.length; end += 1) {
    row[end] = (row[end - 1] ?? 0) + omission(word.charAt(end - 1));
  }
  for (const sound of name) {
    const omitted = omission(sound);
    next[0] = (row[0] ?? 0) + omitted;
    for (let end = 1; end <= word.length; end += 1) {
      const other = word.charAt(end - 1);
      next[end] = Math.min(
        (row[end - 1] ?? 0) + substitution(sound, other),
        (row[end] ?? 0) + omitted,
        (next[end - 1] ?? 0) + omission(other),
      );
    }
    [row, next] = [next, row];
  }
  return row;
}

function substitution(one: string, other: string): number {
  return one === other ? 0 : (SUBSTITUTIONS.get(one + other) ?? OTHER_SOUND);
}

function omission(sound: string): number {
  return OMISSIONS.get(sound) ?? 1;
}

function lengthOf(sounds: Sounds): number {
  let length = 0;
  for (const sound of sounds) length += VOWELS.has(sound) ? VOWEL_LENGTH : 1;
  return length;
}

/** Consonants that may be heard or spelt as one another share a class; those that come and go (w, y, h) have none. */
const CLASSES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    k: 'K',
    g: 'K',
    x: 'K',
    G: 'K',
    s: 'S',
    z: 'S',
    S: 'S',
    Z: 'S',
    C: 'SK',
    J: 'SK',
    t: 'T',
    d: 'T',
    T: 'TS',
    p: 'P',
    b: 'P',
    f: 'P',
    v: 'P',
    l: 'L',
    r: 'R',
    m: 'M',
    n: 'N',
  }),
);
const SKELETON_LENGTH = 2;

/**
 * The classes of a word's first two consonants, in every reading: what words that sound alike nearly always share, so that
 * they can be looked up. A word of vowels alone has the empty skeleton.
 */
export function skeletons(sounds: Sounds): string[] {
  let found = [''];
  let length = 0;
  for (const sound of sounds) {
    const classes = CLASSES.get(sound);
    if (classes === undefined) continue;
    found = found.flatMap((skeleton) => Array.from(classes, (one) => skeleton + one));
    length += 1;
    if (length === SKELETON_LENGTH) break;
  }
  return found;
}
