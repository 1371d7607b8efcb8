import type { AnswerSpan } from '../language/answer-types/answer-span.ts';
import type { SearchResult } from '../retrieval/search.ts';
import { TEXT_SIDES } from '../retrieval/text-side.ts';
import type { TextSide } from '../retrieval/text-side.ts';
import { shareOf } from './asked-words.ts';
import type { AskedWord } from './asked-words.ts';
import type { Evidence } from './evidence.ts';

/** What of a question stands round the span of a sentence that may answer it. */
export interface Surroundings {
  /** The share of the question's information that stands near, 0 to 1: what is further away counts less. */
  readonly near: number;
  /** How surely a word of the noun that a figure is asked of stands beside it, 0 to 1. */
  readonly noun: number;
}

/** What surroundings are judged by. */
export interface Surrounded {
  readonly asked: SearchResult['asked'];
  readonly words: readonly AskedWord[];
  /** The words of the noun that is counted or measured, as they stand in the question. */
  readonly nouns: ReadonlySet<string>;
  /** Whether a figure is asked for: its unit is one of the question's words and may stand in the span. */
  readonly asksFigure: boolean;
}

/** At this many words from the span a word counts for a third (1/e). */
const FADING = 8;
/** Words between a figure and what it is the figure of, at most. */
const BESIDE = 3;
/** A span that is only likely to be of the kind asked for, or that the question says itself, counts for less. */
const DOUBTFUL = 0.6;

/** The first and last word of a span. */
interface WordRange {
  readonly first: number;
  readonly last: number;
}

/** The surroundings of the span in the Sorani or in the rendition, whichever holds more. */
export function surroundingsOf(evidence: Evidence, surrounded: Surrounded): Surroundings {
  const sides = TEXT_SIDES.map((side) => onSide(evidence, side, surrounded));
  return {
    near: Math.max(...sides.map(({ near }) => near)),
    noun: Math.max(...sides.map(({ noun }) => noun)),
  };
}

function onSide(
  { answer, analysed }: Evidence,
  side: TextSide,
  { asked, words, nouns, asksFigure }: Surrounded,
): Surroundings {
  const range = rangeOf(answer[side], analysed.answerable[side].terms);
  if (range === null) return { near: 0, noun: 0 };
  const surety = answer[side].presence === 'new' ? 1 : DOUBTFUL;
  const ways = (word: AskedWord): ReadonlyMap<number, number> | undefined =>
    asked[side].concepts[word.places[side] ?? -1]?.words;
  const near = shareOf(words, (word) =>
    strongest(analysed[side], ways(word), (position) =>
      fading(distance(position, range), asksFigure),
    ),
  );
  const beside = words
    .filter(({ text }) => nouns.has(text))
    .map((word) =>
      strongest(analysed[side], ways(word), (position) =>
        distance(position, range) <= BESIDE ? 1 : 0,
      ),
    );
  return { near: surety * near, noun: surety * Math.max(0, ...beside) };
}

function rangeOf(
  { presence, span }: AnswerSpan,
  terms: readonly { readonly start: number; readonly end: number }[],
): WordRange | null {
  if (span === null || presence === 'absent' || presence === 'untold') return null;
  const first = terms.findIndex(({ end }) => end > span.start);
  const last = terms.findLastIndex(({ start }) => start < span.end);
  return first === -1 || last < first ? null : { first, last };
}

/** Words from a position to a span; 0 within it. */
function distance(position: number, { first, last }: WordRange): number {
  return Math.max(0, first - position, position - last);
}

function fading(words: number, countsWithin: boolean): number {
  return words === 0 && !countsWithin ? 0 : Math.exp(-words / FADING);
}

/** How surely a word is said at the place where that, times what the place is worth, is greatest. */
function strongest(
  text: readonly number[],
  ways: ReadonlyMap<number, number> | undefined,
  worth: (position: number) => number,
): number {
  let best = 0;
  if (ways === undefined) return best;
  for (const [position, word] of text.entries()) {
    const strength = ways.get(word);
    if (strength !== undefined) best = Math.max(best, strength * worth(position));
  }
  return best;
}
