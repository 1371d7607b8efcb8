import { splitSentences } from '../language/sentences.ts';
import type { DocumentId, Passage, Sentence, Span } from './document.ts';
import { createIds } from './ids.ts';

/** The longest passage, in words between white space. */
const PASSAGE_WORDS = 150;

/** A rendition sentence for each sentence of the source, or null where there is no rendition. */
export type AlignedRendition = readonly (Span & { readonly text: string })[] | null;

/** The paragraphs of a source: what stands between blank lines, without the white space around it. */
export function splitParagraphs(source: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const blank of source.matchAll(/(?:\r\n|\r(?!\n)|\n)[^\S\r\n]*[\r\n]/gu)) {
    pushTrimmed(spans, source, { start, end: blank.index });
    start = blank.index + blank[0].length;
  }
  pushTrimmed(spans, source, { start, end: source.length });
  return spans;
}

function pushTrimmed(spans: Span[], source: string, span: Span): void {
  const text = source.slice(span.start, span.end);
  const start = span.start + text.length - text.trimStart().length;
  const end = start + text.trim().length;
  if (end > start) spans.push({ start, end });
}

/** The sentences of one paragraph, as spans of the source. */
export function sentencesOf(source: string, paragraph: Span): Span[] {
  return splitSentences(source.slice(paragraph.start, paragraph.end)).map((sentence) => ({
    start: paragraph.start + sentence.start,
    end: paragraph.start + sentence.end,
  }));
}

/**
 * Cuts a source into passages: each paragraph, and one above 150 words at sentence ends into parts of at most 150. A
 * single sentence above 150 words is cut between words, as late as the bound allows; its pieces stand as sentences.
 *
 * `rendition` holds one entry for each sentence in reading order. Where a sentence had to be cut, every piece gets the
 * whole sentence's rendition.
 */
export function segment(
  document: DocumentId,
  source: string,
  rendition: AlignedRendition = null,
): Passage[] {
  const passageId = createIds('passage', document);
  const sentenceId = createIds('sentence', document);
  let reading = 0;
  const readSentence = (span: Span): Sentence[] => {
    const aligned = rendition?.[reading] ?? null;
    reading += 1;
    return cutBetweenWords(source, span).map((piece) => {
      const text = source.slice(piece.start, piece.end);
      return { ...piece, text, id: sentenceId(text), rendition: aligned };
    });
  };
  return splitParagraphs(source)
    .flatMap((paragraph) =>
      packSentences(sentencesOf(source, paragraph).flatMap((span) => readSentence(span))),
    )
    .map((sentences) => {
      const span = joinSpans(sentences);
      const text = source.slice(span.start, span.end);
      return { id: passageId(text), document, text, ...span, sentences };
    });
}

/** From the first span's start to the last one's end. */
function joinSpans(spans: readonly Span[]): Span {
  return { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 };
}

/** Whole sentences, in order, in as few groups of at most 150 words as come when each is filled before the next. */
function packSentences(sentences: readonly Sentence[]): Sentence[][] {
  const groups: Sentence[][] = [];
  let words = Infinity;
  for (const sentence of sentences) {
    const more = countWords(sentence.text);
    if (words + more > PASSAGE_WORDS) {
      groups.push([]);
      words = 0;
    }
    groups.at(-1)?.push(sentence);
    words += more;
  }
  return groups;
}

function cutBetweenWords(source: string, sentence: Span): Span[] {
  const words = Array.from(
    source.slice(sentence.start, sentence.end).matchAll(/\S+/gu),
    (match) => ({
      start: sentence.start + match.index,
      end: sentence.start + match.index + match[0].length,
    }),
  );
  if (words.length <= PASSAGE_WORDS) return [sentence];
  const pieces: Span[] = [];
  for (let first = 0; first < words.length; first += PASSAGE_WORDS) {
    const piece = words.slice(first, first + PASSAGE_WORDS);
    pieces.push(joinSpans(piece));
  }
  return pieces;
}

/** Words between white space. */
function countWords(text: string): number {
  return text.match(/\S+/gu)?.length ?? 0;
}
