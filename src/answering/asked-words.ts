import type { Match } from './matcher.ts';
import type { QuestionWord } from './question-words.ts';

/** A word of content of a question. */
export interface AskedWord extends QuestionWord {
  /** Its position among the matcher's words. */
  readonly position: number;
}

/** Behind "how" these ask, and are said nowhere: how long is three hours. */
const MEASURE =
  /(?:^| )how (?<measure>long|old|far|tall|high|big|large|wide|deep|often|heavy|fast|soon)(?= |$)/u;

/** The words of content among the words of a question, which `question` has in its order. */
export function askedWords(words: readonly QuestionWord[], question: string): AskedWord[] {
  const measure = MEASURE.exec(question)?.groups?.['measure'];
  return words
    .map((word, position) => ({ ...word, position }))
    .filter(({ stopword, text }) => !stopword && text !== measure);
}

/** How surely a text says a word, 0 to 1. */
export function strengthOf({ position }: AskedWord, { held }: Pick<Match, 'held'>): number {
  return held[position] ?? 0;
}

/** The share of a question's information that is held, 0 to 1, given how much of each word is. */
export function shareOf(words: readonly AskedWord[], held: (word: AskedWord) => number): number {
  const total = words.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return 0;
  return words.reduce((sum, word) => sum + word.weight * held(word), 0) / total;
}
