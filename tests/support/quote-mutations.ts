import { draw, drawNumber } from '../../scripts/scale/random.ts';
import type { Random } from '../../scripts/scale/random.ts';

/** A quote that isn't in the document any more, and what was done to it. */
export interface Mutation {
  readonly kind: string;
  readonly text: string;
  /** What it was made of. */
  readonly original: string;
}

/** Letters no two of which fold together. */
const LETTERS = Array.from('ابپتجچحخدرزژسشعغفقکگلمنوهی');
const NEGATIVE = /^(?:نا|نە)/u;
const VERB = /^(?:دە|کرد|بوو|هات)/u;

type Mutate = (words: readonly string[], random: Random, others: readonly string[]) => string[];

/** A place between the first word and the last: without one of these a quote is still a quote. */
function inside(words: readonly string[], random: Random): number {
  return 1 + drawNumber(random, words.length - 2);
}

function changeWord(
  words: readonly string[],
  place: number,
  change: (word: string) => string,
): string[] {
  return words.map((word, index) => (index === place ? change(word) : word));
}

function letterPlaces(word: string): number[] {
  return Array.from(word).flatMap((letter, place) => (/\p{L}/u.test(letter) ? [place] : []));
}

function atLetter(random: Random, change: (letter: string) => string): (word: string) => string {
  return (word) => {
    const places = letterPlaces(word);
    if (places.length === 0) return word;
    const place = draw(random, places);
    return word.slice(0, place) + change(word.charAt(place)) + word.slice(place + 1);
  };
}

const MUTATIONS: Readonly<Record<string, Mutate>> = {
  'a letter replaced': (words, random) =>
    changeWord(
      words,
      drawNumber(random, words.length),
      atLetter(random, () => draw(random, LETTERS)),
    ),
  'a letter dropped': (words, random) =>
    changeWord(
      words,
      inside(words, random),
      atLetter(random, () => ''),
    ),
  'a letter added': (words, random) =>
    changeWord(
      words,
      drawNumber(random, words.length),
      atLetter(random, (letter) => letter + draw(random, LETTERS)),
    ),
  'a word dropped': (words, random) => words.toSpliced(inside(words, random), 1),
  'a word added': (words, random, others) =>
    words.toSpliced(inside(words, random), 0, draw(random, others)),
  'a word replaced': (words, random, others) =>
    words.toSpliced(drawNumber(random, words.length), 1, draw(random, others)),
  'words swapped': (words, random) => {
    const place = drawNumber(random, words.length - 1);
    return words.toSpliced(place, 2, words[place + 1] ?? '', words[place] ?? '');
  },
  'a number changed': (words, random) =>
    words.map((word) =>
      word.replaceAll(/[٠-٩0-9]/gu, (digit) =>
        String(
          (Number('٠١٢٣٤٥٦٧٨٩'.includes(digit) ? '٠١٢٣٤٥٦٧٨٩'.indexOf(digit) : digit) +
            1 +
            drawNumber(random, 8)) %
            10,
        ),
      ),
    ),
  'a negation': (words) => {
    const place = words.findIndex((word) => NEGATIVE.test(word) || VERB.test(word));
    return place === -1
      ? words.toSpliced(1, 0, 'نە')
      : changeWord(words, place, (word) => (NEGATIVE.test(word) ? word.slice(2) : `نە${word}`));
  },
};

/** Only letters, in one spelling: what no mutation may leave alone. Written apart from what it tests. */
function plainLetters(text: string): string {
  return text
    .replaceAll(/[٠-٩]/gu, (digit) => String('٠١٢٣٤٥٦٧٨٩'.indexOf(digit)))
    .replaceAll('ڕ', 'ر')
    .replaceAll('ڵ', 'ل')
    .replaceAll('ۆ', 'و')
    .replaceAll('ێ', 'ی')
    .replaceAll('ە', 'ه')
    .replaceAll(/[^\p{L}0-9]/gu, '')
    .toLowerCase();
}

/** One mutation of each kind of quotes of six to sixteen words, until there are enough; none is in the source by its letters. */
export function mutateQuotes(
  sentences: readonly string[],
  source: string,
  { random, count }: { random: Random; count: number },
): Mutation[] {
  const letters = plainLetters(source);
  const others = sentences.flatMap((sentence) => sentence.split(/\s+/u));
  const kinds = [...Object.entries(MUTATIONS), ['glued', null] as const];
  const mutations: Mutation[] = [];
  for (let turn = 0; mutations.length < count; turn += 1) {
    const [kind, mutate] = kinds[turn % kinds.length] ?? ['', null];
    const words = cutQuote(draw(random, sentences), random);
    const text =
      mutate === null
        ? [...words, ...cutQuote(draw(random, sentences), random)].join(' ')
        : mutate(words, random, others).join(' ');
    if (letters.includes(plainLetters(text))) continue;
    mutations.push({ kind, text, original: words.join(' ') });
  }
  return mutations;
}

/** Some words of a sentence, in order. */
export function cutQuote(sentence: string, random: Random): string[] {
  const words = sentence.split(/\s+/u);
  const length = Math.min(words.length, 6 + drawNumber(random, 11));
  const first = drawNumber(random, words.length - length + 1);
  return words.slice(first, first + length);
}
