import type { Citation } from '../corpus/citation.ts';
import type { DocumentId, Sentence, Span } from '../corpus/document.ts';
import { analyse } from '../language/analysis.ts';
import { detectLanguage } from '../language/detect.ts';
import type { DetectedLanguage } from '../language/detect.ts';
import { numbersInDigits } from '../language/numbers.ts';
import { dictionaryOf } from '../retrieval/snapshot.ts';
import { citeSpan } from './check-citation.ts';
import { alignText } from './compare-words.ts';
import { findQuote } from './find-quote.ts';
import type { FoundQuote } from './find-quote.ts';
import type { QuoteReading } from './forwarded.ts';
import { speakerOf, repeatsBefore } from './lead-in.ts';
import { nearSentences } from './near-sentences.ts';
import type { NearSentence, ProofSnapshot } from './near-sentences.ts';
import { isParaphrase } from './paraphrase.ts';
import type { AlteredBecause, QuoteCheck } from './quote-check.ts';
import { differenceInFacts } from './untranslated.ts';
import { wholeFact } from './whole-fact.ts';

/** What came of one reading of a text. */
export type ReadingCheck = Omit<QuoteCheck, 'text'>;

/** Nothing in the documents comes near. */
export const NOWHERE: ReadingCheck = {
  verdict: 'not-in-document',
  variant: false,
  via: 'source',
  citation: null,
  difference: [],
};

/**
 * The threshold between an altered quote and none: the least share of what a text tells (each word weighed by its rarity) that its
 * nearest sentence must hold. Published in docs/evaluation.md.
 */
const LEAST_NEAR = 0.45;
/** Fewer words are no quote, unless they are a whole name, date or number. */
const LEAST_WORDS = 3;
/** Sentences that a text may be a spelling or paraphrase of. */
const CANDIDATES = 4;

/** Checks one reading of a text against the documents. */
export function checkReading(
  snapshot: ProofSnapshot,
  reading: QuoteReading,
  document?: DocumentId,
): ReadingCheck {
  if (analyse(reading.quote).every(({ stopword }) => stopword)) return NOWHERE;
  const language = detectLanguage(reading.quote);
  const isShort = reading.quote.split(/\s+/u).length < LEAST_WORDS;
  const fact = wholeFact(snapshot, reading.quote, document);
  if (fact !== null) return { ...NOWHERE, ...fact, verdict: 'exact' };
  if (isShort) return NOWHERE;
  const found = findQuote(snapshot, reading.quote, { language, document });
  // Where the document has the lead-in's own words before the quote, they are part of what was changed, wherever else the rest stands.
  const isCut = found.some((one) => repeatsBefore(reading.leadIn, one));
  const intact = isCut ? undefined : found.find((one) => isIntact(one, reading, snapshot));
  if (intact !== undefined) return exact(intact);
  const [cut] = found;
  if (cut !== undefined) return cutShort(cut, reading, snapshot);
  return checkNear(snapshot, reading, { language, document });
}

/** Whether what a found quote leaves out, or who is said to have said it, changes nothing. */
function isIntact(found: FoundQuote, { leadIn }: QuoteReading, snapshot: ProofSnapshot): boolean {
  if (leadIn === '') return found.cut === null;
  const speaker = speakerOf(leadIn, found, snapshot);
  return speaker.isRight && (found.cut === null || (speaker.reports && !found.isDenied));
}

function exact({ place, variant }: FoundQuote): ReadingCheck {
  const [sentence] = place.sentences;
  if (sentence === undefined) return NOWHERE;
  const isSource = place.side === 'sorani';
  const span = isSource ? withPunctuation(place, sentence) : sentence;
  return {
    verdict: 'exact',
    variant,
    via: isSource ? 'source' : 'rendition',
    citation: citeSpan(place.passage, sentence, span),
    difference: [],
  };
}

const NO_WORD = /^[^\p{L}\p{N}]*$/u;

/** A place, or where nothing but punctuation is missing of its sentence, the whole of that. */
function withPunctuation(place: Span, sentence: Sentence): Span {
  const before = sentence.text.slice(0, Math.max(0, place.start - sentence.start));
  const behind = sentence.text.slice(Math.max(0, place.end - sentence.start));
  const isWhole = NO_WORD.test(before) && NO_WORD.test(behind) && place.end <= sentence.end;
  return isWhole ? sentence : place;
}

/** A quote that stands in a document, but says something else without what was cut off, or in another's mouth. */
function cutShort(found: FoundQuote, reading: QuoteReading, snapshot: ProofSnapshot): ReadingCheck {
  const { place, cut } = found;
  const [sentence] = place.sentences;
  if (sentence === undefined) return NOWHERE;
  const because = becauseOf(found, reading, snapshot);
  const isLeadIn = because?.kind === 'speaker' || because?.kind === 'lead-in';
  return {
    verdict: 'altered',
    variant: false,
    via: place.side === 'sorani' ? 'source' : 'rendition',
    citation: citeSpan(place.passage, sentence, sentence),
    difference:
      cut === null || isLeadIn
        ? wordsOf(reading.leadIn).map((said) => ({ op: 'insert', said, document: '' }))
        : wordsOf(cut).map((word) => ({ op: 'delete', said: '', document: word })),
    ...(because === null ? {} : { because }),
  };
}

/** Why words that stand in a document are altered; null where more of the document's words before them were changed. */
function becauseOf(
  found: FoundQuote,
  { leadIn }: QuoteReading,
  snapshot: ProofSnapshot,
): AlteredBecause | null {
  const { cut, isDenied, place } = found;
  if (place.omitted.length > 0 || repeatsBefore(leadIn, found)) return null;
  if (isDenied) return { kind: 'negation', words: cut ?? '' };
  if (leadIn === '' || speakerOf(leadIn, found, snapshot).isRight) {
    return { kind: 'report', words: cut ?? '' };
  }
  return cut === null ? { kind: 'lead-in', words: leadIn } : { kind: 'speaker', words: cut };
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}\u200C'’]+/gu) ?? [];
}

interface NearOptions {
  readonly language: DetectedLanguage;
  readonly document: DocumentId | undefined;
}

function checkNear(
  snapshot: ProofSnapshot,
  { quote }: QuoteReading,
  { language, document }: NearOptions,
): ReadingCheck {
  const near = candidates(snapshot, quote, { language, document }).filter(
    ({ coverage }) => coverage >= LEAST_NEAR,
  );
  const dictionary = dictionaryOf(snapshot);
  const rendered = near.find(
    ({ side, sentence: { rendition, text } }) =>
      side === 'english' &&
      rendition !== null &&
      isParaphrase(quote, { sorani: text, english: rendition.text }, dictionary),
  );
  if (rendered !== undefined) {
    return { ...NOWHERE, verdict: 'exact', via: 'rendition', citation: cite(rendered) };
  }
  const [nearest] = near;
  if (nearest === undefined) return NOWHERE;
  if (language === 'en' && nearest.side === 'sorani') return untranslated(snapshot, quote, nearest);
  return {
    ...NOWHERE,
    verdict: 'altered',
    via: nearest.side === 'english' ? 'rendition' : 'source',
    citation: cite(nearest),
    difference: alignText(quote, nearest, language).difference,
  };
}

/** An English text beside a sentence that has no English: what can be compared, or nothing. */
function untranslated(snapshot: ProofSnapshot, quote: string, nearest: NearSentence): ReadingCheck {
  const difference = differenceInFacts(quote, nearest.sentence.text, dictionaryOf(snapshot));
  if (difference === null) return NOWHERE;
  const because = { kind: 'untranslated', words: '' } as const;
  return { ...NOWHERE, verdict: 'altered', citation: cite(nearest), difference, because };
}

/** The nearest sentences: of English in their renditions, and where one has none, in Sorani by the lexicon. */
function candidates(
  snapshot: ProofSnapshot,
  quote: string,
  { language, document }: NearOptions,
): NearSentence[] {
  const inSorani = nearSorani(snapshot, quote, document);
  if (language !== 'en') return inSorani.slice(0, CANDIDATES);
  const unrendered = inSorani.filter(({ sentence }) => sentence.rendition === null);
  return [...nearSentences(snapshot, quote, 'english', document), ...unrendered]
    .toSorted((left, right) => right.coverage - left.coverage)
    .slice(0, CANDIDATES);
}

/** The nearest Sorani sentences to a text as it stands or, where that comes nearer, with its numbers in digits. */
function nearSorani(
  snapshot: ProofSnapshot,
  quote: string,
  document: DocumentId | undefined,
): NearSentence[] {
  const near = nearSentences(snapshot, quote, 'sorani', document);
  const inDigits = numbersInDigits(quote);
  if (inDigits === quote) return near;
  return [...near, ...nearSentences(snapshot, inDigits, 'sorani', document)].toSorted(
    (left, right) => right.coverage - left.coverage,
  );
}

function cite({ passage, sentence }: NearSentence): Citation {
  return citeSpan(passage, sentence, sentence);
}
