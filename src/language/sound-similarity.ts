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
const OMISSIONS = {
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
};

/** How much a vowel counts in the length of a word beside a consonant. */
const VOWEL_LENGTH = 0.45;

/** Sounds are ASCII letters; their codes index the tables below, so that comparing words costs no string. */
const CODES = 128;
const SUBSTITUTION = new Float64Array(CODES * CODES).fill(OTHER_SOUND);
for (const [sounds, cost] of CONFUSIONS.toReversed()) {
  for (const one of sounds) for (const other of sounds) SUBSTITUTION[cell(one, other)] = cost;
}
for (let code = 0; code < CODES; code += 1) SUBSTITUTION[code * CODES + code] = 0;
const OMISSION = new Float64Array(CODES).fill(1);
for (const [sound, cost] of Object.entries(OMISSIONS)) OMISSION[sound.charCodeAt(0)] = cost;
const LENGTH = new Float64Array(CODES).fill(1);
for (const vowel of VOWELS) LENGTH[vowel.charCodeAt(0)] = VOWEL_LENGTH;

function cell(one: string, other: string): number {
  return one.charCodeAt(0) * CODES + other.charCodeAt(0);
}

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
 * share of the longer one's length (after Kondrak, 2003). The word may have a Sorani ending that the name lacks. Below `least` it is 0.
 */
export function soundSimilarity(name: Sounds, word: Sounds, least = 0): number {
  if (name === '' || word === '') return 0;
  const length = lengthOf(name, name.length);
  const longest = Math.max(length, lengthOf(word, word.length));
  const distances = editDistances(name, word, (1 - least) * longest);
  const alike = distances === null ? 0 : mostAlike(distances, word, length);
  return alike < least ? 0 : alike;
}

/** The best of the whole word and of what is left of it without an ending. `length` is the name's. */
function mostAlike(distances: Float64Array, word: Sounds, length: number): number {
  let best = 0;
  for (let end = Math.max(1, word.length - LONGEST_ENDING); end <= word.length; end += 1) {
    const isWhole = end === word.length;
    if (!isWhole && !ENDINGS.has(word.slice(end))) continue;
    const longer = Math.max(length, lengthOf(word, end));
    const alike = 1 - (distances[end] ?? longer) / longer - (isWhole ? 0 : ENDING_COST);
    if (alike > best) best = alike;
  }
  return best;
}

const LONGEST_SOUNDS = 64;
/** Two rows of distances, reused: comparing is done thousands of times a question. */
const ROWS = [new Float64Array(LONGEST_SOUNDS + 1), new Float64Array(LONGEST_SOUNDS + 1)] as const;

/** The distance of the name from each beginning of the word, by its length; null where all are more than `most`. */
function editDistances(name: Sounds, word: Sounds, most: number): Float64Array | null {
  const width = Math.min(word.length, LONGEST_SOUNDS);
  let [row, next]: readonly Float64Array[] = ROWS;
  if (row === undefined || next === undefined) return null;
  row[0] = 0;
  for (let end = 1; end <= width; end += 1) row[end] = at(row, end - 1) + omission(word, end - 1);
  for (let position = 0; position < name.length; position += 1) {
    if (
      fillRow(row, next, {
        omitted: omission(name, position),
        code: name.charCodeAt(position),
        word,
        width,
      }) > most
    ) {
      return null;
    }
    [row, next] = [next, row];
  }
  return row;
}

/** Fills the next row of distances; its least. */
function fillRow(
  row: Float64Array,
  next: Float64Array,
  { omitted, code, word, width }: { omitted: number; code: number; word: Sounds; width: number },
): number {
  next[0] = at(row, 0) + omitted;
  let least = at(next, 0);
  for (let end = 1; end <= width; end += 1) {
    const other = word.charCodeAt(end - 1);
    const replaced = at(row, end - 1) + at(SUBSTITUTION, code * CODES + other);
    const left = Math.min(at(row, end) + omitted, at(next, end - 1) + at(OMISSION, other));
    const distance = replaced < left ? replaced : left;
    next[end] = distance;
    if (distance < least) least = distance;
  }
  return least;
}

function omission(sounds: Sounds, position: number): number {
  return at(OMISSION, sounds.charCodeAt(position));
}

function lengthOf(sounds: Sounds, end: number): number {
  let length = 0;
  for (let position = 0; position < end; position += 1)
    length += at(LENGTH, sounds.charCodeAt(position));
  return length;
}

function at(values: Float64Array, index: number): number {
  return values[index] ?? 0;
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
