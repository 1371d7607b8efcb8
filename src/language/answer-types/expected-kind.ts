import { MEASURES } from './span.ts';
import type { SpanKind } from './span.ts';

/** What a question wants to be told. */
export type ExpectedKind =
  | 'person'
  /** Who acts: a person, a government, a group. */
  | 'agent'
  /** Who somebody is: an office, not a name. */
  | 'role'
  | 'country'
  | 'city'
  | 'place'
  | 'date'
  | 'month'
  | 'year'
  | 'weekday'
  | 'time'
  | 'duration'
  | 'age'
  | 'money'
  | 'length'
  | 'weight'
  | 'percent'
  | 'ordinal'
  /** How many there are of what `noun` says. */
  | 'count'
  | 'number'
  | 'reason'
  | 'manner'
  /** The name of the one that `noun` says: which university, what law. */
  | 'named'
  | 'yes-no'
  /** One of two that the question names. */
  | 'alternatives'
  | 'list'
  /** Anything: what happened, what was said. */
  | 'other';

/** Kinds whose answer is the name of a place. */
export const PLACES = ['country', 'city', 'place'] as const satisfies readonly ExpectedKind[];

/** Kinds that an amount answers: how many, or how much of what. */
export const AMOUNTS = [...MEASURES, 'count', 'number'] as const satisfies readonly ExpectedKind[];

/** Kinds that a figure answers: an amount, or a place in a row. */
export const FIGURES = [...AMOUNTS, 'ordinal'] as const satisfies readonly ExpectedKind[];

/** Spans of these kinds answer what is expected; the first kinds better than the last. Kinds that are not here leave no trace on a sentence. */
export const ANSWERING: Readonly<Partial<Record<ExpectedKind, readonly SpanKind[]>>> = {
  person: ['person', 'group'],
  agent: ['person', 'group', 'country'],
  country: ['country'],
  city: ['city', 'place'],
  place: ['place', 'city', 'region', 'country'],
  date: ['date', 'weekday', 'time', 'month', 'year', 'relative-time'],
  month: ['month', 'date'],
  year: ['year', 'relative-time', 'date'],
  weekday: ['weekday'],
  time: ['time', 'relative-time'],
  duration: ['duration'],
  age: ['age', 'duration'],
  money: ['money'],
  length: ['length'],
  weight: ['weight'],
  percent: ['percent'],
  ordinal: ['ordinal'],
  count: ['number', 'ordinal'],
  number: ['number', 'percent', 'money', 'ordinal', 'length', 'weight', 'duration', 'age'],
  reason: ['reason'],
  manner: ['manner'],
};
