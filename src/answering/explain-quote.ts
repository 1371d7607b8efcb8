import type { Sentence } from '../corpus/document.ts';
import { asksMeaning } from '../language/asks-meaning.ts';
import { gloss } from '../language/glossary.ts';
import type { GlossedPhrase, Headwords } from '../language/glossary.ts';
import { unprovenValues } from '../proof/unproven.ts';
import type { Snapshot } from '../retrieval/snapshot.ts';
import { sentenceText } from '../retrieval/text-side.ts';
import type { AnswerLanguage, Citation } from './answer.ts';
import { citeSentence } from './cite.ts';
import { contentOf } from './content-words.ts';
import { findMark } from './find-mark.ts';
import type { FoundMark } from './find-mark.ts';
import { placeOf } from './sentence-places.ts';
import { rarestFrequency } from './word-rarity.ts';

/** Words that a reader marked in a message of ours, and what that message cites. */
interface MarkedQuote {
  readonly quote: string;
  /** Default: none; then all documents are looked through. */
  readonly citations?: readonly Citation[];
}

/** A word or phrase of the document, and what the lexicon calls it in English. */
interface GlossedWords {
  readonly sorani: string;
  readonly english: string;
}

/** What stands round marked words, and what they are in English. */
export interface QuoteExplanation {
  /** The sentence that they stand in: as it was cited, else with the marker 0. */
  readonly citation: Citation;
  /** The sentence before it in the document, in the reader's language where it has a rendition; null at the beginning. */
  readonly before: string | null;
  /** The one behind it; null at the end. */
  readonly after: string | null;
  /** The marked words that the lexicon knows, the rarest of the documents first; each once. */
  readonly gloss: readonly GlossedWords[];
}

/** Explains what somebody marked, from the document and the lexicon alone. */
export interface QuoteExplainer {
  /** Whether a text asks what something means that is pointed at. */
  asksMeaning(text: string): boolean;
  /** Null where no document has the words. */
  explainQuote(marked: MarkedQuote, language: AnswerLanguage): Promise<QuoteExplanation | null>;
}

/** What explaining rests on. */
export interface QuoteExplainerParts {
  /** The snapshot to look in, asked anew each time. */
  readonly snapshot: () => Snapshot;
  /** What glosses are made with; read when the first one is. */
  readonly headwords: () => Promise<Headwords>;
}

/** Makes the explainer. It invents nothing: every word is the document's, its rendition's or the lexicon's. */
export function createQuoteExplainer({ snapshot, headwords }: QuoteExplainerParts): QuoteExplainer {
  return {
    asksMeaning,
    async explainQuote({ quote, citations = [] }, language) {
      const serving = snapshot();
      const mark = findMark(serving, quote, citations);
      if (mark === null) return null;
      const cited = citations.find(({ sentence }) => sentence === mark.sentence.id);
      return {
        citation: cited ?? citeMark(mark),
        ...neighboursOf(mark, serving, language),
        gloss: glossOf(mark, serving, await headwords()),
      };
    },
  };
}

/** Of a sentence that is too long to quote, the part that holds the mark. */
function citeMark({ passage, sentence, side, span }: FoundMark): Citation {
  return citeSentence(passage, sentence, 0, ({ start, end }) =>
    side === 'sorani' ? Math.min(end, span.end) - Math.max(start, span.start) : 0,
  );
}

function neighboursOf(
  { passage, sentence }: FoundMark,
  { documents }: Snapshot,
  language: AnswerLanguage,
): Pick<QuoteExplanation, 'before' | 'after'> {
  const number = placeOf(documents, sentence.id)?.number ?? 0;
  const passages = documents.get(passage.document)?.passages ?? [];
  const place = passage.sentences.findIndex(({ id }) => id === sentence.id);
  const before = passage.sentences[place - 1] ?? passages[number - 1]?.sentences.at(-1);
  const after = passage.sentences[place + 1] ?? passages[number + 1]?.sentences[0];
  const said = (one: Sentence | undefined): string | null => {
    if (one === undefined) return null;
    // A sentence that was cut gives the rendition of the whole to each of its parts.
    const isOwn = one.rendition?.text === sentence.rendition?.text;
    return language === 'en' && !isOwn ? (one.rendition?.text ?? one.text) : one.text;
  };
  return { before: said(before), after: said(after) };
}

/** A reader reads no more of them. */
const MOST_GLOSSED = 12;

/** Of words marked in the rendition, those of its sentence that the lexicon calls so. */
function glossOf(mark: FoundMark, snapshot: Snapshot, headwords: Headwords): GlossedWords[] {
  const { sentence, side, span } = mark;
  const marked = sentenceText(sentence, side).slice(span.start, span.end);
  const text = side === 'sorani' ? marked : sentence.text;
  const said = new Set(contentOf(marked));
  const phrases = gloss(text, snapshot.lexicon, headwords)
    .filter(isTelling(text))
    .map(({ start, end, english }) => ({ sorani: text.slice(start, end), english }))
    .filter(
      ({ english }) => side === 'sorani' || contentOf(english).every((word) => said.has(word)),
    );
  return withoutRepeats(phrases)
    .map((words) => ({ words, frequency: rarestFrequency(words.sorani, snapshot) }))
    .toSorted((left, right) => left.frequency - right.frequency)
    .slice(0, MOST_GLOSSED)
    .map(({ words }) => words);
}

/** Words of content that the lexicon knows, with English that says no number or date which they don't. */
function isTelling(text: string): (phrase: GlossedPhrase) => boolean {
  return ({ start, end, english, known }) => {
    const sorani = text.slice(start, end);
    return known && contentOf(sorani).length > 0 && unprovenValues(english, [sorani]).length === 0;
  };
}

/** The first of those that are one word in other forms. */
function withoutRepeats(phrases: readonly GlossedWords[]): GlossedWords[] {
  const firsts = new Map<string, GlossedWords>();
  for (const words of phrases) {
    const key = [...contentOf(words.sorani), words.english].join(' ');
    if (!firsts.has(key)) firsts.set(key, words);
  }
  return [...firsts.values()];
}
