/** One or more stems in order: English stems, or folded Sorani ones. */
export type Phrase = readonly string[];

/** An English headword and its Sorani equivalents. */
interface TranslationEntry {
  readonly kind: 'translation';
  readonly english: Phrase;
  /** Whether it names one person, place or body. */
  readonly name: boolean;
  /** The most usual first; at least one. */
  readonly sorani: readonly Phrase[];
}

/** A Sorani word, what can stand for it, and what comes up with it; each list the nearest first. */
interface SynonymsEntry {
  readonly kind: 'synonyms';
  readonly sorani: Phrase;
  readonly synonyms: readonly Phrase[];
  readonly related: readonly Phrase[];
}

/** An English word and a Sorani one that parallel texts pair. */
interface EstimateEntry {
  readonly kind: 'estimate';
  readonly english: Phrase;
  readonly sorani: Phrase;
  /** How surely one translates the other, above 0, at most 1. */
  readonly strength: number;
}

/** A line of the lexicon, as it is looked up. */
export type LexiconEntry = TranslationEntry | SynonymsEntry | EstimateEntry;
