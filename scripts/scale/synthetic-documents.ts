import type { DocumentFiles } from '../../src/corpus/read-files.ts';
import { drawNumber } from './random.ts';
import type { Random } from './random.ts';
import type { SyntheticWords } from './synthetic-words.ts';

/** From the first up to, not including, the second. */
type Range = readonly [from: number, end: number];

const PARAGRAPHS: Range = [5, 15];
const SENTENCES = 4;
/** Words in a sentence, 19.5 on average, so 78 in a paragraph. */
const WORDS: Range = [15, 25];
/** Words that a document is about; it says the first ones most. */
const TOPIC_WORDS = 120;
/** Shares of the words of a document; the rest is about anything. */
const SHARES = { grammar: 0.3, topic: 0.35 } as const;

/** Documents of so many paragraphs together, each of which becomes a passage. The same words and numbers give the same ones. */
export function makeDocuments(
  passages: number,
  words: SyntheticWords,
  random: Random,
): DocumentFiles[] {
  const documents: DocumentFiles[] = [];
  for (let left = passages; left > 0;) {
    const count = Math.min(left, drawFrom(PARAGRAPHS, random));
    documents.push(makeDocument(documents.length, makeText(count, words, random)));
    left -= count;
  }
  return documents;
}

/** So many documents of so many paragraphs each. */
export function makeEvenDocuments(
  count: number,
  paragraphs: number,
  words: SyntheticWords,
  random: Random,
): DocumentFiles[] {
  return Array.from({ length: count }, (_, number) =>
    makeDocument(number, makeText(paragraphs, words, random)),
  );
}

function makeDocument(number: number, text: string): DocumentFiles {
  const id = `synthetic-${String(number).padStart(6, '0')}`;
  return {
    id,
    sorani: Buffer.from(text),
    english: null,
    description: null,
    unreadable: [],
    hash: id,
  };
}

function makeText(paragraphs: number, words: SyntheticWords, random: Random): string {
  const topic = Array.from({ length: TOPIC_WORDS }, () => words.drawWord());
  const word = (): string => {
    const share = random();
    if (share < SHARES.grammar) return words.drawFunctionWord();
    const isTopic = share < SHARES.grammar + SHARES.topic;
    const base = isTopic ? topic[Math.floor(random() ** 2 * TOPIC_WORDS)] : words.drawWord();
    return words.inflect(base ?? '');
  };
  const sentence = (): string =>
    `${Array.from({ length: drawFrom(WORDS, random) }, word).join(' ')}.`;
  const paragraph = (): string => Array.from({ length: SENTENCES }, sentence).join(' ');
  return Array.from({ length: paragraphs }, paragraph).join('\n\n');
}

function drawFrom([from, end]: Range, random: Random): number {
  return from + drawNumber(random, end - from);
}
