import type { Term } from '../language/analysis.ts';
import type { Dictionary } from '../retrieval/dictionary.ts';
import { isSameNamed, readNamed } from './named-text.ts';
import type { Named, NamedText } from './named-text.ts';
import { isOfficeWord } from './offices.ts';

/** What a claim puts together that the texts put apart: the words of the claim. */
export interface WrongPair {
  readonly text: string;
}

/** Whether a text bears a pairing out, speaks against it, or (null) doesn't tell. */
type Judgement = 'borne-out' | 'contradicted' | null;

/**
 * A person to whom a claim gives the office or delegation of another's country, or two countries of which it says of the one what the
 * texts say of the other; null where there is none. Compared is only what words of office tie together in the claim, and what stands
 * on both sides of a word that the texts have too.
 */
export function wrongPair(
  claim: string,
  texts: readonly string[],
  dictionary: Dictionary,
): WrongPair | null {
  const said = readNamed(claim, dictionary);
  if (said.places.length === 0) return null;
  const stand = texts.filter((text) => text !== '').map((text) => readNamed(text, dictionary));
  for (const [one, other, judge] of pairsOf(said)) {
    const judgements = new Set(stand.map((text) => judge(text)));
    if (!judgements.has('contradicted') || judgements.has('borne-out')) continue;
    const [start, end] = [Math.min(one.first, other.first), Math.max(one.last, other.last)];
    return { text: claim.slice(said.terms[start]?.start, said.terms[end]?.end) };
  }
  return null;
}

type Pair = readonly [one: Named, other: Named, judge: (text: NamedText) => Judgement];

function pairsOf(said: NamedText): Pair[] {
  const offices = said.people.flatMap((person) =>
    said.places
      .filter((place) => isOffice(said, person, place))
      .map((place): Pair => [person, place, (text) => judgeOffice(text, person, place)]),
  );
  const exchanges = said.places.slice(1).flatMap((second, before): Pair[] => {
    const first = said.places[before];
    return first === undefined || isSameNamed(first, second)
      ? []
      : [[first, second, (text) => judgeExchange(said, text, [first, second])]];
  });
  return [...offices, ...exchanges];
}

/** Words that may stand between such words. */
const BETWEEN: ReadonlySet<string> = new Set(
  `a an the of is was are were be been has had who as by s his her its own بە لەلایەن لەلایەنی بوو بووە بریتی کە کرد کردی دەکات د دکتۆر dr mr mrs ms`
    .trim()
    .split(/\s+/u),
);

/** Whether a claim says that somebody holds an office of, or heads something of, a country. */
function isOffice({ terms }: NamedText, person: Named, place: Named): boolean {
  const [left, right] = person.first < place.first ? [person, place] : [place, person];
  const between = terms.slice(left.last + 1, right.first);
  if (!between.every((term) => isOfficeWord(term) || BETWEEN.has(term.text))) return false;
  // "US Secretary of State", وەزیری دەرەوەی ئەمریکا: the word of office stands beside the country.
  const beside = [terms[place.first - 1], terms[place.last + 1]];
  return [...between, ...beside].some((term) => term !== undefined && isOfficeWord(term));
}

/** Where each place of that name is nearer to somebody else, and the person nearer to another place, the text speaks of two offices. */
function judgeOffice(text: NamedText, person: Named, place: Named): Judgement {
  const persons = text.people.filter((one) => isSameNamed(one, person));
  const places = text.places.filter((one) => isSameNamed(one, place));
  if (persons.length === 0 || places.length === 0) return null;
  const strangers = text.people.filter((one) => !persons.includes(one));
  const elsewhere = text.places.filter((one) => !places.includes(one));
  const isTheirs = places.every(
    (one) => nearest(text, one, strangers) < nearest(text, one, persons),
  );
  const isElsewhere = persons.some(
    (one) => nearest(text, one, elsewhere) < nearest(text, one, places),
  );
  return isTheirs && isElsewhere ? 'contradicted' : 'borne-out';
}

/** How much further apart an "and" makes two names, in words. */
const CONJUNCTION_WORDS = 3;
const CONJUNCTIONS: ReadonlySet<string> = new Set(['and', 'و', 'but', 'while', 'بەڵام']);

/** The words between a name and the nearest of others; infinite without any. */
function nearest({ terms }: NamedText, name: Named, others: readonly Named[]): number {
  const distances = others.map((other) => {
    const [left, right] = name.first < other.first ? [name, other] : [other, name];
    const between = terms.slice(left.last + 1, right.first);
    const conjunctions = between.filter(({ text }) => CONJUNCTIONS.has(text)).length;
    return between.length + CONJUNCTION_WORDS * conjunctions;
  });
  return Math.min(Infinity, ...distances);
}

/** What makes a doer of who stands behind it; and what both sides do alike. */
const TURNING: ReadonlySet<string> = new Set(['by', 'from', 'لەلایەن', 'لەلایەنی']);
const ALIKE: ReadonlySet<string> = new Set([
  ...CONJUNCTIONS,
  ...'with between both together meet meets met meeting کۆبوونەوە کۆبوونەوەی دیدار دیداری لەگەڵ نێوان لەنێوان پێکەوە هەردوو'.split(
    ' ',
  ),
]);

/** Two places on both sides of a word; the doer first. */
type Direction = readonly [Named, Named];

/** Whether a text has the same places the other way round on both sides of the words that stand between those of a claim. */
function judgeExchange(said: NamedText, text: NamedText, [first, second]: Direction): Judgement {
  const between = said.terms.slice(first.last + 1, second.first);
  if (between.some((term) => ALIKE.has(term.text))) return null;
  const [doer] = directed([first, second], between);
  const judgements = between
    .filter(({ stopword }) => !stopword)
    .flatMap((word) => directionsAround(text, word))
    .flatMap((direction) => {
      const isPair =
        (isSameNamed(direction[0], first) && isSameNamed(direction[1], second)) ||
        (isSameNamed(direction[0], second) && isSameNamed(direction[1], first));
      return isPair ? [isSameNamed(direction[0], doer)] : [];
    });
  if (judgements.length === 0) return null;
  return judgements.includes(true) ? 'borne-out' : 'contradicted';
}

function directed([left, right]: Direction, between: readonly Term[]): Direction {
  return between.some(({ text }) => TURNING.has(text)) ? [right, left] : [left, right];
}

/** The places before and behind each place where a text has a word. */
function directionsAround(text: NamedText, word: Term): Direction[] {
  return text.terms.flatMap((term, position) => {
    if (term.script !== word.script || term.folded !== word.folded) return [];
    const before = text.places.findLast(({ last }) => last < position);
    const behind = text.places.find(({ first }) => first > position);
    if (before === undefined || behind === undefined) return [];
    return [directed([before, behind], text.terms.slice(before.last + 1, behind.first))];
  });
}
