import { analyse } from '../language/analysis.ts';
import type { DetectedLanguage } from '../language/detect.ts';
import { numbersIn } from '../language/numbers.ts';
import { sentenceText } from '../retrieval/text-side.ts';
import type { NearSentence } from './near-sentences.ts';
import { createSpokenComparison } from './other-letters.ts';
import { foldQuote } from './quote-fold.ts';
import { alignWords } from './word-difference.ts';
import type { SameWords, WordAlignment, WordDifference } from './word-difference.ts';

/** A word of a text, and where it stands there. */
export interface PlacedWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A word as readers see it: letters and digits, with the signs that belong to a number. */
const WORD =
  /[-\u2212]?\p{N}+(?:[.,/:\u066B\u066C]\p{N}+)*[%\u066A]?\p{L}*|[\p{L}\p{M}\p{N}\u200C\u0640'’]+/gu;

/** The words of a text, in order. */
export function placedWords(text: string): PlacedWord[] {
  return Array.from(text.matchAll(WORD), ({ index, 0: word }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }));
}

/** Words of different kinds of letters are compared by sound, others by their folds. */
export function sameWords(language: DetectedLanguage): SameWords {
  if (language === 'ckb-Latn') return createSpokenComparison();
  const folds = new Map<string, string>();
  const fold = (word: string): string => {
    const known = folds.get(word) ?? foldQuote(word).text;
    folds.set(word, known);
    return known;
  };
  return (said, document) => fold(said) === fold(document);
}

/** How a text lies beside a sentence; a number in several words is one word of either. */
export function alignText(
  text: string,
  { sentence, side }: Pick<NearSentence, 'sentence' | 'side'>,
  language: DetectedLanguage,
): WordAlignment {
  const [said, stands] = [wordsOf(text), wordsOf(sentenceText(sentence, side))];
  const isSame = sameWords(language);
  const aligned = alignWords(said, stands, isSame, {
    weight: weightOf,
    likeness: createLikeness(),
  });
  return { ...aligned, difference: withoutMoved(aligned.difference, isSame) };
}

/** A word that only stands in another place is no difference, unless there is no other. */
function withoutMoved(
  difference: readonly WordDifference[],
  isSame: SameWords,
): readonly WordDifference[] {
  const left = [...difference];
  for (const one of difference.filter(({ op }) => op === 'insert')) {
    const other = left.findIndex(
      ({ op, document }) => op === 'delete' && isSame(one.said, document),
    );
    if (other === -1) continue;
    left.splice(other, 1);
    left.splice(left.indexOf(one), 1);
  }
  return left.some(({ said, document }) => weightOf(said === '' ? document : said) > 0)
    ? left
    : difference;
}

function wordsOf(text: string): string[] {
  const numbers = numbersIn(text);
  const found: PlacedWord[] = [];
  for (const word of placedWords(text)) {
    const before = found.at(-1);
    const isOne =
      before !== undefined &&
      numbers.some(({ start, end }) => start <= before.start && word.start < end);
    if (isOne)
      found.splice(-1, 1, { ...before, text: text.slice(before.start, word.end), end: word.end });
    else found.push(word);
  }
  return found.map(({ text: word }) => word);
}

/** Words that join others tell less than those of content. */
const JOINING = 0;

function weightOf(word: string): number {
  return analyse(word).every(({ stopword }) => stopword) ? JOINING : 1;
}

/** Numbers are alike, whatever they are. */
const NUMBERS_ALIKE = 0.5;

/** What a word is likened by. */
interface LikenedWord {
  readonly value: number | undefined;
  /** Its letters under the fold, each with the next. */
  readonly pairs: ReadonlySet<string>;
}

/** How alike two words are, 0 to 1: by their value, or by the pairs of letters that they share. Each word is read once. */
function createLikeness(): (said: string, document: string) => number {
  const known = new Map<string, LikenedWord>();
  const read = (word: string): LikenedWord => {
    const likened = known.get(word) ?? { value: numbersIn(word)[0]?.value, pairs: pairsOf(word) };
    known.set(word, likened);
    return likened;
  };
  return (said, document) => {
    const [ours, theirs] = [read(said), read(document)];
    if (ours.value !== undefined && theirs.value !== undefined) {
      return ours.value === theirs.value ? 1 : NUMBERS_ALIKE;
    }
    const shared = Array.from(ours.pairs).filter((pair) => theirs.pairs.has(pair)).length;
    return (2 * shared) / Math.max(1, ours.pairs.size + theirs.pairs.size);
  };
}

function pairsOf(word: string): ReadonlySet<string> {
  const { text } = foldQuote(word);
  return new Set(
    Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)),
  );
}
