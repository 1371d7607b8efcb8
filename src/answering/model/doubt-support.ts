import { datesIn } from '../../language/dates.ts';
import { numbersIn } from '../../language/numbers.ts';
import { citedWords } from '../../proof/cited-words.ts';
import { namesIn } from '../../proof/names.ts';
import { readClaim, wordSupport } from '../../proof/support.ts';
import type { WordSupport } from '../../proof/support.ts';
import type { Dictionary } from '../../retrieval/dictionary.ts';
import { TEXT_SIDES } from '../../retrieval/text-side.ts';

/**
 * What a model's words must have in what they cite, fitted on the honest and the invented sentences of tests/data: nearly all of an
 * honest paraphrase is said there in some way, of an invented one at most half.
 */
const LEAST_SUPPORT = 0.75;
/** A word below this is said nowhere in what is cited … */
const UNSAID = 0.5;
/** … and so many of them in a row are a statement of their own, however long and true the sentence before it is. */
const MOST_UNSAID_IN_A_ROW = 1;
/** In a claim of fewer words than these, a single one that is said nowhere may be all that it claims. */
const ENOUGH_FOR_A_SLIP = 5;

/** Words that tell how a text tells something, or nothing by themselves; as stems. They prove nothing and need no proof. */
const TELLING: ReadonlySet<string> = new Set(
  `say said tell told talk speak spoke mention discuss note describ call includ cover concern want wish get got give gave given keep
  kept take took taken make made becom becam go goe went among side topic subject issu matter point part thing wai aim goal peopl
  believ refer relat possibl exampl one present show meet met stress highlight underlin express announc report
  ڕێگ باس دوا دوان قسە گفتوگۆ کۆبوونەوە بابەت پرس لایەن بەش شت کەس خەڵک جۆر شێوە وڵات ئاماژە ئامانج یەکێک نموونە نا نین بەڵکو هی`.split(
    /\s+/u,
  ),
);

/** Why too little of a claim stands in what it cites; empty where enough does. */
export function doubtSupport(
  claim: string,
  texts: readonly string[],
  dictionary: Dictionary,
): string[] {
  const cited = citedWords(texts);
  const compared = [...numbersIn(claim), ...datesIn(claim)];
  // An ending behind digits (٣یەمی) belongs to the number.
  const all = wordSupport(readClaim(claim, dictionary), cited, compared).filter(
    ({ term }) => !compared.some(({ end }) => end === term.start),
  );
  const telling = all.filter(({ term, support }) => support >= UNSAID || !TELLING.has(term.stem));
  // A claim of nothing but such words says nothing that could be let pass for their sake.
  const words = telling.length === 0 ? all : telling;
  if (words.length === 0) return [];
  const run = unsaidRun(words);
  const allowed = words.length < ENOUGH_FOR_A_SLIP ? 0 : MOST_UNSAID_IN_A_ROW;
  if (run.length > allowed) {
    return [`"${run.map(({ term }) => term.text).join(' ')}" is not in what is cited.`];
  }
  const share = words.reduce((sum, { support }) => sum + support, 0) / words.length;
  if (share >= LEAST_SUPPORT) return [];
  return [`Only ${Math.round(share * 100)} % of its words stand in what is cited.`];
}

/** Fewer words of content than these stand somewhere in every other text. */
const LEAST_WORDS = 3;

/** Whether a claim says enough for a sentence that holds its words to be its proof: names, numbers and dates always do. */
export function saysEnough(claim: string, dictionary: Dictionary): boolean {
  const { terms } = readClaim(claim, dictionary);
  const words = TEXT_SIDES.flatMap((side) => terms[side]).filter(
    ({ stopword, stem }) => !stopword && !TELLING.has(stem),
  );
  return (
    new Set(words.map(({ start }) => start)).size >= LEAST_WORDS ||
    [...numbersIn(claim), ...datesIn(claim), ...namesIn(claim, dictionary.lexicon)].length > 0
  );
}

/** The longest run of words that are said nowhere. */
function unsaidRun(words: readonly WordSupport[]): readonly WordSupport[] {
  let longest: readonly WordSupport[] = [];
  let run: WordSupport[] = [];
  for (const word of words) {
    run = word.support < UNSAID ? [...run, word] : [];
    if (run.length > longest.length) longest = run;
  }
  return longest;
}
