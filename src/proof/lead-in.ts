import { analyse } from '../language/analysis.ts';
import { dictionaryOf } from '../retrieval/snapshot.ts';
import { strengthOf } from './cited-words.ts';
import { placedWords } from './compare-words.ts';
import type { FoundQuote } from './find-quote.ts';
import type { QuotePlace } from './locate.ts';
import { citedNames, nameStands, namesIn } from './names.ts';
import type { ProofSnapshot } from './near-sentences.ts';
import { foldQuote } from './quote-fold.ts';
import { isReporting } from './reporting.ts';
import { readClaim } from './support.ts';

/** What a lead-in says of a quote. */
export interface Speaker {
  /** Whether the names in it stand in the quote's sentence or the one before it, and its other words in the documents. */
  readonly isRight: boolean;
  /** Whether it makes a report of the quote: it names somebody, or says that somebody said it. */
  readonly reports: boolean;
}

/** From here on a word of a lead-in (a title, what is quoted from) is one of the documents. */
const LEAST_SAID = 0.6;

/** Compares what leads in to a quote ("Kadhimi said:") with who says it in the document. */
export function speakerOf(leadIn: string, { place }: FoundQuote, snapshot: ProofSnapshot): Speaker {
  const dictionary = dictionaryOf(snapshot);
  const texts = contextOf(place, snapshot);
  const cited = citedNames(texts, dictionary.lexicon);
  const read = readClaim(leadIn, dictionary);
  const names = namesIn(leadIn, dictionary.lexicon);
  const others = read.terms.sorani.filter(
    (term) =>
      !term.stopword && !isReporting(term) && !names.some(({ start }) => start === term.start),
  );
  const isRight =
    names.every((name) => nameStands(name, read, cited)) &&
    others.every((term) => strengthOf(term, snapshot.words.sorani.vocabulary) >= LEAST_SAID);
  return { isRight, reports: names.length > 0 || analyse(leadIn).some(isReporting) };
}

/** Words of the document before a quote that are compared with its lead-in, beyond as many as that has. */
const MARGIN = 2;

/**
 * Whether a lead-in has words that stand right before the quote in the document too: then it is no lead-in, but more of the document's
 * words, changed.
 */
export function repeatsBefore(leadIn: string, { place }: FoundQuote): boolean {
  const said = foldsOf(leadIn);
  const nearest = new Set(foldsOf(textBefore(place)).slice(-(said.length + MARGIN)));
  return said.some((word) => nearest.has(word));
}

/** What of its sentence stands before a place. */
function textBefore({ side, sentences, start }: QuotePlace): string {
  const [sentence] = sentences;
  if (side === 'english') {
    const rendition = sentence?.rendition ?? { text: '', start: 0 };
    return rendition.text.slice(0, Math.max(0, start - rendition.start));
  }
  return sentence?.text.slice(0, Math.max(0, start - sentence.start)) ?? '';
}

function foldsOf(text: string): string[] {
  return placedWords(text).map(({ text: word }) => foldQuote(word).text);
}

/** A sentence and the one before it in its document, each with its rendition. */
function contextOf(
  { passage, sentences: [sentence] }: QuotePlace,
  { passages }: ProofSnapshot,
): string[] {
  const before = passages[passages.indexOf(passage) - 1];
  const sentences = [
    ...(before?.document === passage.document ? before.sentences : []),
    ...passage.sentences,
  ];
  const index = sentences.findIndex(({ id }) => id === sentence?.id);
  return sentences
    .slice(Math.max(0, index - 1), index + 1)
    .flatMap(({ text, rendition }) => [text, rendition?.text ?? '']);
}
