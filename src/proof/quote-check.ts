import type { Citation } from '../corpus/citation.ts';
import type { DocumentId } from '../corpus/document.ts';
import type { WordDifference } from './word-difference.ts';

/** What makes a text altered that has the document's words word for word, or that can't be compared word by word. */
export interface AlteredBecause {
  /**
   * `report`: what reports the words was left out; `negation`: what denies them; `speaker`: they are put in another's mouth; `lead-in`:
   * what stands before them isn't the document's; `untranslated`: the text is English and the document has no English.
   */
  readonly kind: 'report' | 'negation' | 'speaker' | 'lead-in' | 'untranslated';
  /** The document's words that were left out or that say who speaks; the text's for `lead-in`; empty for `untranslated`. */
  readonly words: string;
}

/** What came of checking a text; the shape of `check-quote --json` less `id` and `elapsedMs`, and without `because`. */
export interface QuoteCheck {
  readonly text: string;
  /**
   * `exact`: the documents say so, word for word under the fold, or in English as their rendition does. `altered`: a sentence comes near,
   * but not so. `not-in-document`: nothing comes near.
   */
  readonly verdict: 'exact' | 'altered' | 'not-in-document';
  /** Whether an exact text is spelt otherwise than the document: letters, digits, Latin for Arabic letters. */
  readonly variant: boolean;
  /** Whether the Sorani text or its English rendition was compared; `source` where nothing comes near. */
  readonly via: 'source' | 'rendition';
  /** The document's own words beside the text, with the marker 0: there is no answer to stand in. Null only where nothing comes near. */
  readonly citation: Citation | null;
  /** What makes an altered text another, word by word; empty for other verdicts. */
  readonly difference: readonly WordDifference[];
  /** For readers: why an altered text is one though its words stand in the document. */
  readonly because?: AlteredBecause;
}

/** A text to check. */
interface QuoteCheckRequest {
  readonly text: string;
  /** Only this document. Default: all. */
  readonly document?: DocumentId | undefined;
}

/** The port through which every front end asks "did they really say this?". */
export interface QuoteChecker {
  /** @throws {UsageError} if `document` is not in the index. */
  check(request: QuoteCheckRequest): QuoteCheck;
}
