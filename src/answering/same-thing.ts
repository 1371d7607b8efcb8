import type { Term } from '../language/analysis.ts';
import { isNumeral } from '../language/answer-evidence.ts';
import type { ExpectedAnswer } from '../language/answer-types/expected-answer.ts';
import { PLACES } from '../language/answer-types/expected-kind.ts';
import type { ExpectedKind } from '../language/answer-types/expected-kind.ts';
import type { SpanKind } from '../language/answer-types/span.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { numbersIn } from '../language/numbers.ts';
import { verbOf } from '../language/verbs.ts';
import { timesExclude } from './answer-values.ts';
import type { Evidence } from './evidence.ts';
import type { Trace } from './find-evidence.ts';
import type { Matcher, WeightedConcept } from './matcher.ts';

/** From here on a text is taken to say a term of the question. */
const SURE = 0.65;
/** A term that one text says surely and the other less than half as surely tells them apart. */
const MUCH_LESS = 0.5;
/** The least share of the question that both must hold. */
const LEAST_SHARED = 0.6;

/**
 * Whether two sentences tell of the same thing, so far as the question and their own words let one see it: both passages say the
 * same words of the question, its names and numbers above all; both sentences say the same words beside names; what stands behind
 * those words doesn't name two different things (شاندی عێراق, شاندی ئەمریکا); and neither names another place or time.
 */
export function tellOfSameThing(
  one: Evidence,
  other: Evidence,
  { matcher, expected }: Pick<Trace, 'matcher' | 'expected'>,
  lexicon: Lexicon,
): boolean {
  const terms = contentTerms(matcher, expected);
  return (
    terms.length > 0 &&
    terms.every((term) => isSaidAlike(term, one, other, matcher)) &&
    sharedShare(terms, one, other) >= LEAST_SHARED &&
    terms.every(({ concept }) => !nameDifferent(concept, one, other, lexicon)) &&
    !areDisjoint(placesIn(one), placesIn(other)) &&
    !timesExclude(withoutAnswer(one), withoutAnswer(other))
  );
}

interface PlacedConcept {
  readonly concept: WeightedConcept;
  readonly place: number;
}

/** Kinds whose noun says nothing but the kind: a city need not be called one. */
const NAMED_BY_KIND: ReadonlySet<ExpectedKind> = new Set<ExpectedKind>(PLACES);

function contentTerms({ asked }: Matcher, { kind, noun }: ExpectedAnswer): PlacedConcept[] {
  const ofKind = NAMED_BY_KIND.has(kind) ? noun : [];
  return asked.sorani
    .map((concept, place) => ({ concept, place }))
    .filter(({ concept: { term } }) => !term.stopword && !ofKind.includes(term.text));
}

function isSaidAlike(
  { concept, place }: PlacedConcept,
  one: Evidence,
  other: Evidence,
  { asked }: Matcher,
): boolean {
  const { term } = concept;
  const around = [strengthAround(one, place), strengthAround(other, place)];
  if (areApart(around)) return false;
  if (term.weight < 1) return true;
  if (term.numeral) return Math.min(...around) >= SURE;
  // A name may stand in the sentence before; what is asked of it must stand in the sentence.
  if (term.name || !areApart([strengthIn(one, place), strengthIn(other, place)])) return true;
  const owner = asked.sorani[place - 1];
  return owner !== undefined && [one, other].some((evidence) => pointsBack(evidence, owner));
}

const DEFINITE = /(?:ەکە|ەکان)\p{L}{0,3}$/u;

/** Whether a sentence says "the bridge", پردەکە: which one, the sentence before has said. */
function pointsBack({ analysed }: Evidence, { words }: WeightedConcept): boolean {
  const { terms } = analysed.answerable.sorani;
  return analysed.sorani.some(
    (word, place) => (words.get(word) ?? 0) >= SURE && DEFINITE.test(terms[place]?.text ?? ''),
  );
}

function areApart(strengths: readonly number[]): boolean {
  const most = Math.max(...strengths);
  return most >= SURE && Math.min(...strengths) < MUCH_LESS * most;
}

function strengthIn({ match }: Evidence, place: number): number {
  return match.strengths.sorani[place] ?? 0;
}

function strengthAround({ context }: Evidence, place: number): number {
  return context.strengths.sorani[place] ?? 0;
}

/** The share of the question's weight that both passages hold. */
function sharedShare(terms: readonly PlacedConcept[], one: Evidence, other: Evidence): number {
  let shared = 0;
  let all = 0;
  for (const { concept, place } of terms) {
    all += concept.weight;
    shared += concept.weight * Math.min(strengthAround(one, place), strengthAround(other, place));
  }
  return all === 0 ? 0 : shared / all;
}

/** Whether a word of the question stands beside one name or ordinal in one sentence, and beside another in the other. */
function nameDifferent(
  { words }: WeightedConcept,
  one: Evidence,
  other: Evidence,
  lexicon: Lexicon,
): boolean {
  const [left, right] = [one, other].map((evidence) =>
    evidence.analysed.sorani.flatMap((word, place) =>
      (words.get(word) ?? 0) >= SURE ? namesBeside(place, evidence, lexicon) : [],
    ),
  );
  return left !== undefined && right !== undefined && areDisjoint(left, right);
}

/** Whether both hold something, and nothing of it is the same. */
function areDisjoint(left: readonly string[], right: readonly string[]): boolean {
  return left.length > 0 && right.length > 0 && !left.some((one) => right.includes(one));
}

const NAMED_PLACES: readonly SpanKind[] = ['country', 'region', 'city'];

/** The countries, regions and cities that a sentence names besides its answer: each word of them. */
function placesIn({ analysed, answer }: Evidence): string[] {
  const text = analysed.answerable.sorani;
  const own = answer.sorani.span;
  return text
    .spans(NAMED_PLACES)
    .filter((span) => own === null || span.end <= own.start || span.start >= own.end)
    .flatMap(({ first, last }) => text.terms.slice(first, last + 1).map(({ folded }) => folded));
}

/** The name or ordinal behind a word, and the ordinal before it, unless they are the answer. */
function namesBeside(place: number, evidence: Evidence, lexicon: Lexicon): string[] {
  const { terms, source } = evidence.analysed.answerable.sorani;
  const [before, own, behind] = [terms[place - 1], terms[place], terms[place + 1]];
  const found: Term[] = [];
  if (before !== undefined && own !== undefined && isNumeral(before)) found.push(before);
  const isNext = source.slice(own?.end, behind?.start) === ' ';
  if (behind !== undefined && isNext && namesOne(behind, lexicon)) found.push(behind);
  const { span } = evidence.answer.sorani;
  return found
    .filter(({ start }) => span === null || start < span.start || start >= span.end)
    .map(({ text, folded }) => String(numbersIn(text)[0]?.value ?? folded));
}

function namesOne(term: Term, lexicon: Lexicon): boolean {
  if (isNumeral(term) || lexicon.isSoraniName(term.folded)) return true;
  return !term.stopword && !lexicon.knowsSorani(term.folded) && verbOf(term.text) === null;
}

function withoutAnswer({ sentence, answer }: Evidence): string {
  const { span } = answer.sorani;
  if (span === null) return sentence.text;
  return `${sentence.text.slice(0, span.start)} \u2014 ${sentence.text.slice(span.end)}`;
}
