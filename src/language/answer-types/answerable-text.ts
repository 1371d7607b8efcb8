import type { Term } from '../analysis.ts';
import type { Lexicon } from '../lexicon.ts';
import { findClauses } from './clauses.ts';
import { findNames } from './names.ts';
import { findQuantities } from './quantities.ts';
import { byPlace, readable } from './span.ts';
import type { ReadableText, SpanKind, TypedSpan } from './span.ts';
import { findTimes } from './times.ts';

/** A typed span and which words of its text it holds, by their positions; `last` is the last of them. */
export interface PlacedSpan extends TypedSpan {
  readonly first: number;
  readonly last: number;
}

type Family = 'times' | 'quantities' | 'clauses' | 'names';

/** Which of the finders finds what. */
const FAMILIES: Readonly<Record<SpanKind, Family>> = {
  person: 'names',
  group: 'names',
  country: 'names',
  city: 'names',
  region: 'names',
  place: 'names',
  date: 'times',
  month: 'times',
  year: 'times',
  weekday: 'times',
  time: 'times',
  'relative-time': 'times',
  duration: 'quantities',
  age: 'quantities',
  money: 'quantities',
  length: 'quantities',
  weight: 'quantities',
  percent: 'quantities',
  ordinal: 'quantities',
  number: 'quantities',
  reason: 'clauses',
  manner: 'clauses',
};

/**
 * A text in which answers are looked for: persons, places, times, amounts, reasons and manners. Each sort is found when it is first asked
 * for, and kept.
 */
export class AnswerableText {
  readonly source: string;
  /** The words of `source`, as `analyse` gives them. */
  readonly terms: readonly Term[];
  readonly #lexicon: Lexicon;
  #readable: ReadableText | null = null;
  readonly #found = new Map<Family, readonly PlacedSpan[]>();
  /** By the lists that were asked for: there are a handful of them, each asked for again and again. */
  readonly #ofKinds = new WeakMap<readonly SpanKind[], readonly PlacedSpan[]>();

  constructor(source: string, terms: readonly Term[], lexicon: Lexicon) {
    this.source = source;
    this.terms = terms;
    this.#lexicon = lexicon;
  }

  /** The spans of these kinds, in text order within each sort; they may overlap. */
  spans(kinds: readonly SpanKind[]): readonly PlacedSpan[] {
    const known = this.#ofKinds.get(kinds);
    if (known !== undefined) return known;
    const families = new Set(kinds.map((kind) => FAMILIES[kind]));
    const spans = [...families].flatMap((family) =>
      this.#familySpans(family).filter(({ kind }) => kinds.includes(kind)),
    );
    this.#ofKinds.set(kinds, spans);
    return spans;
  }

  #familySpans(family: Family): readonly PlacedSpan[] {
    const known = this.#found.get(family);
    if (known !== undefined) return known;
    const spans = this.#find(family)
      .toSorted(byPlace)
      .flatMap((span) => place(span, this.terms));
    this.#found.set(family, spans);
    return spans;
  }

  #find(family: Family): TypedSpan[] {
    if (family === 'names') {
      const { source, terms } = this;
      return findNames({ source, terms, lexicon: this.#lexicon });
    }
    this.#readable ??= readable(this.source);
    if (family === 'times') return findTimes(this.#readable);
    return family === 'clauses' ? findClauses(this.#readable) : findQuantities(this.#readable);
  }
}

/** A span with its words; none where it has no word, such as a sign alone. */
function place(span: TypedSpan, terms: readonly Term[]): PlacedSpan[] {
  const first = terms.findIndex(({ end }) => end > span.start);
  const last = terms.findLastIndex(({ start }) => start < span.end);
  return first === -1 || last < first ? [] : [{ ...span, first, last }];
}
