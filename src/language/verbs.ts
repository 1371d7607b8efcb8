import { VERB_STEMS } from './verb-stems.ts';

/** A stem's verb, by preverb and stem: `['هەڵ', 'بژێر']` → `هەڵبژارد`. */
const LEMMAS: ReadonlyMap<string, ReadonlyMap<string, string>> = readStems(VERB_STEMS);

/** Preverbs, the longest first, so that تێهەڵ isn't read as تێ; the empty one last. */
const PREVERBS: readonly string[] = [...LEMMAS.keys()].toSorted(
  (left, right) => right.length - left.length,
);

/** What marks a word as a verb: aspect, mood, negation; ئە is the دە of Sulaymaniyah. */
const PREFIX = '(?:دە|ئە|نا|نە|ب)';
/** Whom or what the verb is about, where it stands inside the word: هەڵ-ی-بژارد, دە-یان-کوژێت. */
const CLITIC = '(?:مان|تان|یان|م|ت|ی)';
/** A beginning that only a verb has, or none. Groups: all of it; what follows is stem and ending. */
const BEGINNINGS: readonly (readonly [beginning: RegExp, shortest: number])[] = [
  [new RegExp(`^(?:نە|نا)${CLITIC}?(?:دە|ئە)`, 'u'), 2],
  [new RegExp(`^${PREFIX}${CLITIC}`, 'u'), 3],
  [/^(?:دە|ئە)/u, 2],
  [/^(?:نا|نە|ب)/u, 3],
];

/** The same behind a preverb, which marks a verb by itself. */
const PREVERB_BEGINNINGS: typeof BEGINNINGS = [
  ...BEGINNINGS,
  [new RegExp(`^${CLITIC}`, 'u'), 2],
  [/^/u, 2],
];

/** Persons of the present, of the past and of the perfect, with what may stand behind them. */
const PERSON = '(?:م|یت|ی|ێت|ێ|ات|ا|ەیت|ەم|ەین|ەن|ین|ن|یتن|وات)';
const BEHIND = `(?:${CLITIC}|ە|یش|ش|ەوە|ەتەوە|نەوە|وە|دا|ێ|تە|ت|ێت)`;
const PERFECT =
  '(?:وو(?:ە|م|یت|ین|ن|نە|مە|یەتی|یانە|مانە|تانە|ەتەوە|نەتەوە|ەتە|نەتە)?|و(?:ە|ن|نە|ەتەوە|ەتە)?|بوو\\p{L}{0,4}|بێت|بن|ۆتەوە|ۆتە|ۆ)';
const PASSIVE = '(?:ر|در)(?:ا|ێ)';
const ENDING = new RegExp(`^(?:${PASSIVE})?(?:${PERSON}|${PERFECT})?${BEHIND}{0,2}$`, 'u');
/** What may follow a stem that nothing before it marks as a verb's: the infinitive, the perfect and the passive, which nouns don't have. */
const MARKED_ENDING = new RegExp(
  `^(?:ن(?:ی|ە|ەکە|ەکەی|ەکان|ەکانی|ێک|ێکی|یش|ەوە|ەوەی|ەوەکە|ەوەکەی|ەوەدا|دا|یان|مان|تان|یدا|ی)?|${PERFECT}|${PASSIVE}${PERFECT}?(?:${PERSON})?${BEHIND}{0,2}|وو?(?:ی|ە|ەکە|ەکەی|ەکان|ەکانی|ان|انی|ێک|ێکی)?|راو(?:ی|ە|ەکە|ەکان|ەکانی|ان|انی|ێک)?)$`,
  'u',
);

const PAST_ENDING = new RegExp(`^(?:${CLITIC}|ن|ین|یت)?$`, 'u');

const SHORTEST_MARKED = 3;
const SHORTEST_PAST = 4;
/** No verb is longer; text without spaces may be. */
const LONGEST_VERB = 30;

/**
 * The verb of a normalised word, named by preverb and past stem: دەیانکوژێت, کوژراون, کوشتنی → کوشت. Null where the word
 * is no form of a known verb, or might as well be a noun.
 *
 * The order of what stands round the stem is that of the grammar (Thackston, Sorani Kurdish, 2006, §§ 15–30): preverb – negation – aspect
 * – clitic – stem – passive – person – clitic – ـەوە.
 */
export function verbOf(word: string): string | null {
  if (word.length > LONGEST_VERB) return null;
  for (const preverb of PREVERBS) {
    if (!word.startsWith(preverb)) continue;
    const lemma = lemmaOf(word.slice(preverb.length), preverb);
    if (lemma !== null) return preverb + lemma;
  }
  return null;
}

function lemmaOf(rest: string, preverb: string): string | null {
  const stems = LEMMAS.get(preverb) ?? new Map<string, string>();
  for (const [text, shortest] of withoutBeginnings(rest, preverb !== '')) {
    const lemma = longestStem(text, stems, ENDING, shortest);
    if (lemma !== null) return lemma;
  }
  return longestStem(rest, stems, MARKED_ENDING, SHORTEST_MARKED) ?? pastOf(rest, stems);
}

/** A past without any mark (کوشت, کوشتیان): only where it is long, and ends in a consonant, as hardly any noun with such endings does. */
function pastOf(text: string, stems: ReadonlyMap<string, string>): string | null {
  const lemma = longestStem(text, stems, PAST_ENDING, SHORTEST_PAST);
  return lemma !== null && text.startsWith(lemma) && !/[ای]$/u.test(lemma) ? lemma : null;
}

/**
 * What may follow the beginnings that a word has.
 *
 * @yields the rest of the word, and the shortest stem that it may begin with.
 */
function* withoutBeginnings(
  rest: string,
  hasPreverb: boolean,
): Generator<readonly [text: string, shortest: number]> {
  for (const [beginning, shortest] of hasPreverb ? PREVERB_BEGINNINGS : BEGINNINGS) {
    const [marks] = beginning.exec(rest) ?? [];
    if (marks !== undefined) yield [rest.slice(marks.length), shortest];
  }
}

function longestStem(
  text: string,
  stems: ReadonlyMap<string, string>,
  ending: RegExp,
  shortest: number,
): string | null {
  for (let length = text.length; length >= shortest; length -= 1) {
    const lemma = stems.get(text.slice(0, length));
    if (lemma !== undefined && ending.test(text.slice(length))) return lemma;
  }
  return null;
}

function readStems(table: string): Map<string, Map<string, string>> {
  const lemmas = new Map<string, Map<string, string>>();
  for (const [, preverb = '', verbs = ''] of table.matchAll(/^(\S+): ((?:.+\n?(?!\S+: ))+)/gmu)) {
    const stems = new Map<string, string>();
    for (const verb of verbs.trim().split(/\s+/u)) {
      const [lemma = '', ...others] = verb.split('/');
      for (const stem of [lemma, ...others]) if (!stems.has(stem)) stems.set(stem, lemma);
    }
    lemmas.set(preverb === '-' ? '' : preverb, stems);
  }
  return lemmas;
}
