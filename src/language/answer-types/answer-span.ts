import type { Term } from '../analysis.ts';
import type { AnswerableText, PlacedSpan } from './answerable-text.ts';
import type { ExpectedAnswer } from './expected-answer.ts';
import { ANSWERING } from './expected-kind.ts';
import type { ExpectedKind } from './expected-kind.ts';
import { nounPhrase } from './noun-phrases.ts';
import type { SpanKind } from './span.ts';

/** How much of a question each word of a text says, by the word's position, 0 to 1. */
export interface AskedWords {
  /** Of the whole question. */
  readonly asked: ArrayLike<number>;
  /** Of each word of the noun that is counted or named, in the order of `ExpectedAnswer.noun`. */
  readonly nouns: readonly ArrayLike<number>[];
}

/**
 * How surely a text holds the kind of thing asked for: not at all; only in the question's own words, or weakly; or as something that
 * the question doesn't say. `untold` where the kind of question leaves no trace on its answer.
 */
export type Presence = 'absent' | 'present' | 'new' | 'untold';

/** What of a text answers a question. Offsets are UTF-16 code units of the text; null where nothing does or nothing can be told. */
export interface AnswerSpan {
  readonly presence: Presence;
  readonly span: {
    readonly start: number;
    readonly end: number;
    readonly kind: SpanKind | null;
  } | null;
}

/** From here on a word is taken to be the question's. */
const SAME = 0.5;
/** What a number counts stands behind it, an adjective or two between: ٢٥٠ کرێکار, two American soldiers. */
const COUNTED = { before: 0, behind: 2 } as const;
/** An ordinal stands behind its noun in Sorani, before it in English: گەڕی سێیەم, the third round. */
const NUMBERED = { before: 1, behind: 2 } as const;
/** Words between a person and the office. */
const OFFICE_REACH = { before: 5, behind: 5 } as const;
/** The share of an office's words that must stand near whoever holds it. */
const LEAST_OFFICE = 0.6;
/** Words within which a span is near to what the question says. */
const NEAR = 12;

const UNTOLD: AnswerSpan = { presence: 'untold', span: null };
const ABSENT: AnswerSpan = { presence: 'absent', span: null };

/** The best span of a text that may answer; of several that are as good the first. */
export function answerSpan(
  expected: ExpectedAnswer,
  text: AnswerableText,
  words: AskedWords,
): AnswerSpan {
  if (expected.kind === 'named') return namedSpan(text, words);
  const kinds = ANSWERING[expected.kind];
  if (kinds === undefined) return UNTOLD;
  const candidates = text.spans(kinds).filter((span) => fits(expected, span, text, words));
  const { kind } = expected;
  const best = bestOf(
    candidates,
    (span) => worth(span, kinds, words) + standing(kind, span, text, words),
  );
  if (best === null) return ABSENT;
  const isSure = kind !== 'person' || isNamedHolder(best, words);
  return { presence: isSure ? presenceOf(best, kind, words) : 'present', span: best };
}

/** A person, near whom the office stands that the question names. */
function isNamedHolder(span: PlacedSpan, words: AskedWords): boolean {
  return span.kind === 'person' && nounShare(span, words) >= LEAST_OFFICE;
}

/** What the words before a span, or an office beside it, say for it or against it. */
function standing(
  kind: ExpectedKind,
  span: PlacedSpan,
  text: AnswerableText,
  words: AskedWords,
): number {
  if (kind === 'place') return placing(span, text);
  if (kind === 'agent') return acting(span, text);
  return kind === 'person' ? acting(span, text) + 2 * nounShare(span, words) : 0;
}

function bestOf<T>(items: readonly T[], value: (item: T) => number): T | null {
  let best: T | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const item of items) {
    const worthOf = value(item);
    if (worthOf > most) {
      best = item;
      most = worthOf;
    }
  }
  return best;
}

/** A span of time that may be an age. */
const IN_YEARS = /^(?:سا[ڵل]|مانگ|year|month)/u;

/** A count must count the noun, and a span of time that is no age by its words be one in years; anything else of the right kind fits. */
function fits(
  { kind, noun }: ExpectedAnswer,
  span: PlacedSpan,
  { terms }: AnswerableText,
  { nouns }: AskedWords,
): boolean {
  if (kind === 'age' && span.kind === 'duration') {
    return terms.slice(span.first, span.last + 1).some(({ text }) => IN_YEARS.test(text));
  }
  if ((kind !== 'count' && kind !== 'ordinal') || noun.length === 0) return true;
  const reach = span.kind === 'ordinal' ? NUMBERED : COUNTED;
  return nouns.some((strengths) => isBeside(span, strengths, reach));
}

/** Whether a word stands within reach of a span, or in it. */
function isBeside(
  { first, last }: Pick<PlacedSpan, 'first' | 'last'>,
  strengths: ArrayLike<number>,
  reach: { readonly before: number; readonly behind: number },
): boolean {
  const to = Math.min(strengths.length - 1, last + reach.behind);
  for (let word = Math.max(0, first - reach.before); word <= to; word += 1) {
    if ((strengths[word] ?? 0) >= SAME) return true;
  }
  return false;
}

/** The share of the noun's words that stand near a span; 1 where there is none. */
function nounShare(span: PlacedSpan, { nouns }: AskedWords): number {
  if (nouns.length === 0) return 1;
  const near = nouns.filter((one) => isBeside(span, one, OFFICE_REACH));
  return near.length / nouns.length;
}

/** Rank of the kind, newness, surety and nearness to what the question says. */
function worth(span: PlacedSpan, kinds: readonly SpanKind[], { asked }: AskedWords): number {
  const rank = kinds.indexOf(span.kind);
  return (
    2 * newShare(span, asked) +
    (span.weak ? 0 : 1.5) +
    1.5 * nearness(span, asked) -
    0.2 * rank +
    0.02 * Math.min(10, span.last - span.first)
  );
}

const LOCATIVE = /^(?:لە|لەسەر|لەناو|بۆ|in|at|on|into|to|from|near|inside)$/u;
const ARTICLE = /^(?:the|a|an|his|her|their|its|official)$/u;

/** 1 behind "in" or لە; −1 for what only says whose something is (سەرۆکی عێراق); else 0. */
function placing({ first }: PlacedSpan, { terms, source }: AnswerableText): number {
  const before = terms[ARTICLE.test(terms[first - 1]?.text ?? '') ? first - 2 : first - 1];
  if (before === undefined) return 0;
  if (LOCATIVE.test(before.text)) return 1;
  const joined = source.slice(before.end, terms[first]?.start) === ' ';
  return joined && isTied(before) ? -1 : 0;
}

/** What announces who did it … */
const ACTS =
  /^(?:لەلایەن|لەلایەنی|سەرۆکایەتیی|سەرۆکایەتی|بانگهێشتی|داوای|بەسەرۆکایەتی|by|invitation)$/u;
/** … and whom it was done to. */
const SUFFERS = /^(?:دژی|against|versus)$/u;

function acting({ first }: PlacedSpan, { terms }: AnswerableText): number {
  const before = terms.slice(Math.max(0, first - 3), first).map(({ text }) => text);
  if (before.some((word) => SUFFERS.test(word))) return -1;
  return before.some((word) => ACTS.test(word)) ? 0.7 : 0;
}

/** Whether a Sorani word ends as one does that the next belongs to. */
function isTied({ script, text, stopword }: Term): boolean {
  return script === 'arabic' && !stopword && /[یە]$/u.test(text);
}

/** The share of a span's words that the question doesn't say. */
function newShare({ first, last }: PlacedSpan, asked: ArrayLike<number>): number {
  let known = 0;
  for (let word = first; word <= last; word += 1) if ((asked[word] ?? 0) >= SAME) known += 1;
  return 1 - known / (last - first + 1);
}

/** 0 to 1: how much of the question stands near a span, the nearer the more. */
function nearness({ first, last }: PlacedSpan, asked: ArrayLike<number>): number {
  let sum = 0;
  let most = 0;
  for (let word = 0; word < asked.length; word += 1) {
    const strength = asked[word] ?? 0;
    if (strength < SAME) continue;
    most += 1;
    const distance = word < first ? first - word : Math.max(0, word - last);
    if (distance > 0) sum += strength * Math.max(0, 1 - distance / NEAR);
  }
  return most === 0 ? 0 : sum / most;
}

const CLAUSES: ReadonlySet<ExpectedKind> = new Set(['reason', 'manner']);
/** A clause that tells why repeats some of the question; a name or date must tell something else. */
const NEW_CLAUSE = 0.3;

function presenceOf(span: PlacedSpan, kind: ExpectedKind, { asked }: AskedWords): Presence {
  const least = CLAUSES.has(kind) ? NEW_CLAUSE : 0.01;
  return !span.weak && newShare(span, asked) >= least ? 'new' : 'present';
}

/** What may be a name without the noun beside it: "the United Nations" is an organisation all the same. */
const NAMES: readonly SpanKind[] = ['group', 'person', 'place'];

/** The noun phrase round the noun whose name is asked; without the noun a name that the question doesn't say. */
function namedSpan(text: AnswerableText, words: AskedWords): AnswerSpan {
  const { terms } = text;
  const heads = terms.flatMap((_, word) =>
    words.nouns.some((strengths) => (strengths[word] ?? 0) >= SAME) ? [word] : [],
  );
  const phrases = heads.map((head): PlacedSpan => {
    const run = nounPhrase(head, text);
    const [start, end] = [terms[run.first]?.start ?? 0, terms[run.last]?.end ?? 0];
    return { ...run, start, end, kind: 'group', weak: false };
  });
  const best = bestOf(phrases, (span) => worth(span, NAMES, words) + nounShare(span, words));
  if (best !== null) return { presence: presenceOf(best, 'named', words), span: best };
  const names = text.spans(NAMES).filter((span) => newShare(span, words.asked) > 0);
  const name = bestOf(names, (span) => worth(span, NAMES, words));
  return { presence: 'absent', span: name };
}
