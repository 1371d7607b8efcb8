import { writeForReader } from '../language/answer-types/for-reader.ts';
import type { SpanKind } from '../language/answer-types/span.ts';
import { datesIn } from '../language/dates.ts';
import { knownInEnglish, personInEnglish } from '../language/english-name.ts';
import { gloss } from '../language/glossary.ts';
import type { GlossedPhrase, Headwords } from '../language/glossary.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { numbersIn } from '../language/numbers.ts';
import { unprovenValues } from '../proof/unproven.ts';

/** Says Sorani for a reader of English who has no rendition of it. Nothing that it says adds a number or date. */
export interface InEnglish {
  /** A text word by word; null where it can't be told without one. */
  gloss(text: string): string | null;
  /** A date, amount or name; null where it isn't understood. */
  short(text: string, kind: SpanKind | null): string | null;
}

/** With the term table of a snapshot. */
export function createInEnglish(lexicon: Lexicon, headwords: Headwords): InEnglish {
  return {
    gloss(text) {
      const phrases = gloss(text, lexicon, headwords).filter(
        ({ start, end, english }) => adds(english, text.slice(start, end)) === 0,
      );
      const words = joinPhrases(phrases, text);
      return words === '' || adds(words, text) > 0 ? null : words;
    },
    short(text, kind) {
      if (kind === null) return null;
      const said = shortOf(text, kind, lexicon, headwords);
      return said === null || adds(said, text) > 0 ? null : said;
    },
  };
}

/** Words apart, but for those of one number or date: 12 million stays a number. */
function joinPhrases(phrases: readonly GlossedPhrase[], text: string): string {
  const values = [...numbersIn(text), ...datesIn(text)];
  return phrases
    .map(({ start, end, english }, index) => {
      const next = phrases[index + 1];
      if (next === undefined) return english;
      const isOne = values.some(
        (value) => value.start < end && next.start < value.end && start < value.end,
      );
      return `${english}${isOne ? ' ' : ' \u00B7 '}`;
    })
    .join('');
}

function shortOf(
  text: string,
  kind: SpanKind,
  lexicon: Lexicon,
  headwords: Headwords,
): string | null {
  return kind === 'person'
    ? personInEnglish(text, lexicon, headwords)
    : (writeForReader(text, kind, 'en') ??
        (NAMES.has(kind) ? knownInEnglish(text, lexicon, headwords) : null));
}

/** Kinds whose names the lexicon may know; a person's is put together from its parts. */
const NAMES: ReadonlySet<SpanKind> = new Set(['country', 'city', 'region', 'place', 'group']);

/** How many dates and numbers a wording has that the text doesn't. */
function adds(wording: string, text: string): number {
  return unprovenValues(wording, [text]).length;
}
