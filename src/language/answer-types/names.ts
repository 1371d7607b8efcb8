import type { Term } from '../analysis.ts';
import { foldWord } from '../fold.ts';
import type { Lexicon } from '../lexicon.ts';
import { verbOf } from '../verbs.ts';
import { placeNames } from './gazetteer.ts';
import type { PlaceKind } from './gazetteer.ts';
import { GROUPS, isIn, OFFICES, PLACES, TITLES } from './name-words.ts';
import { nounPhrase } from './noun-phrases.ts';
import type { Run } from './noun-phrases.ts';
import { widen } from './span.ts';
import type { TypedSpan } from './span.ts';

const MOST_PLACE_WORDS = 4;

/** What the names of a text are looked up in. */
export interface NameContext {
  readonly source: string;
  readonly terms: readonly Term[];
  readonly lexicon: Lexicon;
}

/** Persons, groups, countries, cities and other places that a text names. */
export function findNames(context: NameContext): TypedSpan[] {
  const places = findPlaces(context);
  const isPlace = context.terms.map((_, word) =>
    places.some(({ first, last }) => word >= first && word <= last),
  );
  const asSpan =
    (kind: TypedSpan['kind'], weak: boolean) =>
    (run: Run): TypedSpan => ({
      kind,
      weak,
      ...widen(
        context.source,
        context.terms[run.first]?.start ?? 0,
        context.terms[run.last]?.end ?? 0,
      ),
    });
  const runs = nameRuns(context, isPlace);
  return [
    ...places.map((place) => asSpan(place.kind, false)(place)),
    ...runs.map((run) => asSpan('person', !isSurelyPerson(run, context))(run)),
    ...placesUnknown(context, isPlace).map(asSpan('place', true)),
    ...phrasesOf(GROUPS, context).map(asSpan('group', false)),
    ...phrasesOf(OFFICES, context).map(asSpan('group', false)),
    ...phrasesOf(PLACES, context).map(asSpan('place', true)),
  ];
}

interface NamedPlace extends Run {
  readonly kind: PlaceKind;
}

function findPlaces({ source, terms, lexicon }: NameContext): NamedPlace[] {
  const found: NamedPlace[] = [];
  let position = 0;
  while (position < terms.length) {
    const place = placeAt(terms, position, lexicon, source);
    if (place !== null) found.push(place);
    position = (place?.last ?? position) + 1;
  }
  return found;
}

function placeAt(
  terms: readonly Term[],
  first: number,
  lexicon: Lexicon,
  source: string,
): NamedPlace | null {
  const begin = terms[first];
  if (begin === undefined || !mayBeginName(begin, source)) return null;
  // Few words begin a longer name: two look-ups then tell what three would for each of the others.
  const { folded } = begin;
  const beginsMore = lexicon.beginsSoraniPhrase(folded) || placeNames().beginsLongName(folded);
  for (let length = beginsMore ? MOST_PLACE_WORDS : 1; length >= 1; length -= 1) {
    const words = terms.slice(first, first + length);
    if (words.length < length) continue;
    const kind = placeKind(words.map(({ folded: stem }) => stem).join(' '), lexicon);
    if (kind !== null) return { first, last: first + length - 1, kind };
  }
  return null;
}

/** In English a name has a capital: "turkey" is none, nor is "us". */
function mayBeginName(term: Term, source: string): boolean {
  if (term.script === 'number') return false;
  return term.script === 'arabic' ? !term.stopword : /^\p{Lu}/u.test(source.slice(term.start));
}

/** A place known by its own name, or by the English name that the lexicon gives first for it. */
function placeKind(key: string, lexicon: Lexicon): PlaceKind | null {
  const names = placeNames();
  const own = names.kindOf(key);
  if (own !== null || !lexicon.isSoraniName(key)) return own;
  const [english] = lexicon.inEnglish(key);
  return english === undefined ? null : names.kindOf(english.stems.join(' '));
}

const TOWARDS = /^(?:لە|بۆ|لەنزیک|in|at|near|from|to)$/u;

/** Names that nothing knows, behind شاری, "in" or the like. */
function placesUnknown(context: NameContext, isPlace: readonly boolean[]): Run[] {
  const { terms, source } = context;
  const mayBe = (word: number): boolean =>
    word < terms.length && isPlace[word] === false && mayBeInName(word, context);
  return terms.flatMap(({ text }, position) => {
    const first = position + 1;
    const announces = TOWARDS.test(text) || isIn(PLACES, terms[position]);
    if (!announces || !mayBe(first)) return [];
    let last = first;
    while (mayBe(last + 1) && isJoined(terms, last + 1, source)) last += 1;
    return [{ first, last }];
  });
}

/** Words side by side each of which may be part of a person's name. */
function nameRuns(context: NameContext, isPlace: readonly boolean[]): Run[] {
  const { terms, source } = context;
  const runs: Run[] = [];
  let first: number | null = null;
  for (const position of [...terms.keys(), terms.length]) {
    const mayBe =
      position < terms.length && isPlace[position] === false && mayBeInName(position, context);
    const joined = first === null || isJoined(terms, position, source);
    if (first !== null && (!mayBe || !joined)) {
      runs.push({ first, last: position - 1 });
      first = null;
    }
    if (mayBe) first ??= position;
  }
  return runs.filter((run) => isWorthy(run, context));
}

/** Whether a word goes on where the one before it ended: with one space, or with an initial's full stop, between. */
function isJoined(terms: readonly Term[], position: number, source: string): boolean {
  const before = terms[position - 1];
  const term = terms[position];
  if (before === undefined || term === undefined) return false;
  return /^(?:\.? |[-\u2010\u2011.'’]| al-| el-)$/u.test(source.slice(before.end, term.start));
}

function mayBeInName(position: number, context: NameContext): boolean {
  const { terms, lexicon } = context;
  const term = terms[position];
  if (term === undefined || term.script === 'number') return false;
  if (isIn(GROUPS, term) || isIn(PLACES, term) || isIn(OFFICES, term) || isIn(TITLES, term)) {
    return false;
  }
  return term.script === 'arabic'
    ? mayBeSoraniName(term, lexicon)
    : mayBeEnglishName(position, context);
}

/** A capital, and no common word; a common word may be a name's second (Dustin Lance Black). */
function mayBeEnglishName(position: number, { terms, source, lexicon }: NameContext): boolean {
  const term = terms[position];
  if (term === undefined || (term.stopword && !lexicon.isEnglishName(term.stem))) return false;
  const word = source.slice(term.start, term.end);
  if (/^(?:al|el|bin|ibn|de|von|van)$/u.test(word)) return true;
  return /^\p{Lu}/u.test(word) && !isCommon(term, lexicon);
}

function isCommon({ stem }: Term, lexicon: Lexicon): boolean {
  return lexicon.hasSorani([stem]) && !lexicon.isEnglishName(stem);
}

/** A known name, or a word that nothing knows: no noun of the lexicon and no verb. */
function mayBeSoraniName(term: Term, lexicon: Lexicon): boolean {
  let known = judged.get(lexicon);
  if (known === undefined || known.size >= MOST_JUDGED) judged.set(lexicon, (known = new Map()));
  let judgement = known.get(term.text);
  if (judgement === undefined) known.set(term.text, (judgement = judgeName(term, lexicon)));
  return judgement;
}

/** Words judged before, by lexicon: reading a word as a verb takes its time. Emptied when full. */
const judged = new WeakMap<Lexicon, Map<string, boolean>>();
const MOST_JUDGED = 50_000;

function judgeName({ text, folded: stem, stopword }: Term, lexicon: Lexicon): boolean {
  if (stopword || isOfPlace(text)) return false;
  if (lexicon.isSoraniName(stem)) return true;
  return !lexicon.knowsSorani(stem) && !lexicon.hasEnglish(stem) && verbOf(text) === null;
}

/** Whether a word is made from a place's name: عێراقییەکانە, کوردستانیشی. */
function isOfPlace(word: string): boolean {
  const root = /^(.{3,}?)(?:ی|یی)?(?:ی(?:ەک|ان|ە|ش)?|ش).{0,5}$/u.exec(word)?.[1];
  return root !== undefined && placeNames().kindOf(foldWord(root)) !== null;
}

/** A word alone is a name only behind a title, or where the lexicon has it as one. */
function isWorthy(run: Run, { terms, source, lexicon }: NameContext): boolean {
  const only = terms[run.first];
  if (run.last > run.first || only === undefined) return only !== undefined;
  if (isIn(TITLES, terms[run.first - 1])) return true;
  if (only.script === 'arabic') return lexicon.isSoraniName(only.folded);
  return run.first > 0 && /^\p{Lu}\p{Ll}/u.test(source.slice(only.start));
}

/** Names in a row, a title before or an office behind: what makes a run of words a person. */
function isSurelyPerson(run: Run, { terms, source, lexicon }: NameContext): boolean {
  const words = terms.slice(run.first, run.last + 1);
  const before = terms.slice(Math.max(0, run.first - 2), run.first);
  if (before.some((term) => isIn(TITLES, term))) return true;
  const behind = terms[run.last + 1];
  const comma = source.slice(words.at(-1)?.end ?? 0, behind?.start ?? 0);
  if (
    /[،,(]/u.test(comma) &&
    terms.slice(run.last + 1, run.last + 4).some((term) => isIn(OFFICES, term))
  )
    return true;
  const names = words.filter(({ script, folded: stem, stem: english }) =>
    script === 'arabic'
      ? lexicon.isSoraniName(stem)
      : !lexicon.hasSorani([english]) || lexicon.isEnglishName(english),
  );
  return words.length > 1 && names.length === words.length;
}

/** Noun phrases round a word of a list: in Sorani what the izafe ties to it, in English what stands before it. */
function phrasesOf(heads: ReadonlySet<string>, context: NameContext): Run[] {
  return context.terms.flatMap((term, position) =>
    isIn(heads, term) ? [nounPhrase(position, context)] : [],
  );
}
