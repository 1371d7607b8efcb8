import type { Term } from '../language/analysis.ts';
import { analyse } from '../language/analysis.ts';
import { placeNames } from '../language/answer-types/gazetteer.ts';
import type { Lexicon } from '../language/lexicon.ts';
import type { Dictionary } from '../retrieval/dictionary.ts';
import type { Query } from '../retrieval/query.ts';
import { isSoundAlike, namesIn } from './names.ts';
import { isOfficeWord } from './offices.ts';
import { readClaim } from './support.ts';

/** Somebody or some place that a text names: at its words `[first, last]`, counted from 0. */
export interface Named {
  readonly first: number;
  readonly last: number;
  readonly terms: readonly Term[];
  /** Stems by which it is known in either language. */
  readonly keys: ReadonlySet<string>;
}

/** A text by its words and whom and which places it names. */
export interface NamedText {
  readonly text: string;
  readonly terms: readonly Term[];
  readonly people: readonly Named[];
  /** Countries, cities, regions, and the adjectives and people of countries. */
  readonly places: readonly Named[];
}

/** From here on another way to say a name says it. */
const LEAST_SAID = 0.55;

/** Reads the names of a text in either language. */
export function readNamed(text: string, dictionary: Dictionary): NamedText {
  const terms = analyse(text);
  const read = readClaim(text, dictionary);
  const starts = new Set(namesIn(text, dictionary.lexicon).map(({ start }) => start));
  const names = terms.flatMap((term, position) =>
    starts.has(term.start) || isPlace(placeKey(term)) ? [toNamed(term, position, read)] : [],
  );
  const places = names.filter(({ keys }) => keys.places.size > 0);
  const people = names.filter(
    (name) =>
      !places.includes(name) && name.terms.every((term) => isOwnName(term, dictionary.lexicon)),
  );
  return {
    text,
    terms,
    places: joined(
      places.map((name) => ({ ...name, keys: name.keys.places })),
      isSameNamed,
    ),
    people: joined(people.map((name) => ({ ...name, keys: name.keys.all }))),
  };
}

function isPlace(key: string): boolean {
  return placeNames().kindOf(key) !== null;
}

/** "are" behind a noun: عێراقین, "are Iraqi". */
const COPULA = /(?:ی|یی)?ن$/u;

/** The stem of a word, without a copula where what is left is a place. */
function placeKey({ folded, script }: Term): string {
  const bare = script === 'arabic' ? folded.replace(COPULA, '') : folded;
  return !isPlace(folded) && isPlace(bare) ? bare : folded;
}

/** A name of one word, with all its keys, and with those of places. */
interface OneName extends Omit<Named, 'keys'> {
  readonly keys: { readonly all: ReadonlySet<string>; readonly places: ReadonlySet<string> };
}

function toNamed(term: Term, position: number, { terms }: Query): OneName {
  const [sorani, english] = (['sorani', 'english'] as const).map((side) => {
    // A word without a term of its own is part of the phrase before it: the America of the United States of America.
    const read = terms[side].findLast(({ start }) => start <= term.start);
    const said = read?.alternatives.filter(({ strength }) => strength >= LEAST_SAID) ?? [];
    return said.map(({ stems }) => stems.join(' '));
  });
  const key = placeKey(term);
  const all = [key, ...(sorani ?? []), ...(english ?? [])];
  // What English word goes with a Sorani one is too loose to make it a place: حکومەت and Beijing.
  const own = term.script === 'latin' ? all : [key, ...(sorani ?? [])];
  return {
    first: position,
    last: position,
    terms: [term],
    keys: { all: new Set(all), places: new Set(own.some(isPlace) ? all.filter(isPlace) : []) },
  };
}

/** No title or office, which English writes with a capital and the lexicon takes for part of a name: Secretary, حکومەتی. */
function isOwnName(term: Term, lexicon: Lexicon): boolean {
  if (isOfficeWord(term)) return false;
  const { script, folded } = term;
  return script === 'latin' || lexicon.isSoraniName(folded) || !lexicon.hasEnglish(folded);
}

/** Words of a name that follow each other, and belong together, are one name. */
function joined(
  names: readonly Named[],
  belong: (left: Named, right: Named) => boolean = () => true,
): Named[] {
  const whole: Named[] = [];
  for (const name of names) {
    const before = whole.at(-1);
    if (before === undefined || before.last !== name.first - 1 || !belong(before, name)) {
      whole.push(name);
      continue;
    }
    const terms = [...before.terms, ...name.terms];
    const keys = new Set([...before.keys, ...name.keys]);
    whole.splice(-1, 1, { first: before.first, last: name.last, terms, keys });
  }
  return whole;
}

/** Whether two names may name the same: by the lexicon, or by sound. */
export function isSameNamed(left: Named, right: Named): boolean {
  return (
    [...left.keys].some((key) => right.keys.has(key)) ||
    left.terms.some((term) => right.terms.some((other) => isSoundAlike(term, other)))
  );
}
