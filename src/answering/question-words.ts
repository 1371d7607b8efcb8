import type { Query } from '../retrieval/query.ts';
import type { SearchResult } from '../retrieval/search.ts';
import { TEXT_SIDES } from '../retrieval/text-side.ts';
import type { TextSide } from '../retrieval/text-side.ts';

/** A word of a question, or a phrase that is translated as one, on whatever side it is looked for. */
export interface QuestionWord {
  /** As it stands in the question, normalised. */
  readonly text: string;
  /** Grammar rather than content. */
  readonly stopword: boolean;
  /** Its position among the terms of each side; none where it isn't looked for there. */
  readonly places: Readonly<Partial<Record<TextSide, number>>>;
  /** What it tells: its rarity, times its weight in the question; the greater of both sides. */
  readonly weight: number;
  /** Whether it may be a name. */
  readonly name: boolean;
}

/** The words of a question, and for each term of a side the position of its word among them. */
export interface QuestionWords {
  readonly words: readonly QuestionWord[];
  readonly wordOf: Readonly<Record<TextSide, readonly number[]>>;
}

/** The words that the terms of both sides stand for: the terms of one place are one word. */
export function joinSides({ terms }: Query, asked: SearchResult['asked']): QuestionWords {
  const placesOn = (side: TextSide): string[] =>
    terms[side].map(({ weight, start }) => `${weight} ${start}`);
  const keys = [...new Set(TEXT_SIDES.flatMap(placesOn))];
  const wordsOn = (side: TextSide): number[] => placesOn(side).map((key) => keys.indexOf(key));
  const wordOf = { sorani: wordsOn('sorani'), english: wordsOn('english') };
  const words = keys.map((_, word) => joinTerms({ terms }, asked, wordOf, word));
  return { words, wordOf };
}

/** One word: what the terms that stand for it are on both sides. */
function joinTerms(
  { terms }: Pick<Query, 'terms'>,
  asked: SearchResult['asked'],
  wordOf: QuestionWords['wordOf'],
  word: number,
): QuestionWord {
  const found = TEXT_SIDES.flatMap((side) => {
    const place = wordOf[side].indexOf(word);
    const term = terms[side][place];
    return term === undefined
      ? []
      : [{ side, place, term, weight: asked[side].weights[place] ?? 0 }];
  });
  return {
    text: found[0]?.term.text ?? '',
    stopword: found.every(({ term }) => term.stopword),
    places: Object.fromEntries(found.map(({ side, place }) => [side, place])),
    weight: Math.max(0, ...found.map(({ weight }) => weight)),
    name: found.some(({ term }) => term.name && !term.numeral),
  };
}
