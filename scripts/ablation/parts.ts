import type { EmbeddingsInterface } from '@langchain/core/embeddings';

import { buildLexicon } from '../../src/language/build-lexicon.ts';
import type { LexiconEntry } from '../../src/language/lexicon-entry.ts';
import { Lexicon } from '../../src/language/lexicon.ts';
import type { Alternative } from '../../src/language/lexicon.ts';
import type { ComparableTerm } from '../../src/language/similarity.ts';
import type { Dictionary } from '../../src/retrieval/dictionary.ts';
import type { Snapshot } from '../../src/retrieval/snapshot.ts';
import type { VocabularyData } from '../../src/retrieval/vocabulary-data.ts';
import { Vocabulary } from '../../src/retrieval/vocabulary.ts';
import type { WordStrengths } from '../../src/retrieval/vocabulary.ts';
import { WordIndex } from '../../src/retrieval/word-index.ts';

/** The retriever in three pieces: what is searched, what questions are read by, and what makes their vectors. */
export interface Retriever {
  readonly snapshot: Snapshot;
  readonly dictionary: Dictionary;
  readonly embeddings: EmbeddingsInterface;
}

/** Something that the retriever can do without. */
export interface Part {
  readonly name: string;
  /** The retriever without it; the one given stays whole. */
  readonly remove: (whole: Retriever) => Retriever;
}

/** The parts, in the order of the path of a question. `entries` are those of the whole lexicon. */
export function listParts(entries: readonly LexiconEntry[]): Part[] {
  const without = (...kinds: readonly LexiconEntry['kind'][]): Part['remove'] => {
    const rest = buildLexicon(entries.filter(({ kind }) => !kinds.includes(kind)));
    return (whole) => withLexicon(whole, rest);
  };
  return [
    { name: 'respelling', remove: withoutRespelling },
    { name: 'entries of the lexicon (English–Sorani)', remove: without('translation') },
    { name: 'thesaurus', remove: without('synonyms') },
    { name: 'estimated pairs', remove: without('estimate') },
    { name: 'all of the lexicon', remove: without('translation', 'synonyms', 'estimate') },
    {
      name: 'synonyms in the question’s language',
      remove: (whole) => withLexicon(whole, new WithoutSynonyms(whole.dictionary.lexicon.data)),
    },
    {
      name: 'names by sound',
      remove: (whole) => withVocabulary(whole, (data) => new WithoutSounds(data)),
    },
    {
      name: 'forms of one verb',
      remove: (whole) => withVocabulary(whole, (data) => new WithoutVerbs(data)),
    },
    { name: 'vectors', remove: (whole) => ({ ...whole, embeddings: withoutDirection(whole) }) },
  ];
}

/** A lexicon that knows what means the same across the languages only. */
class WithoutSynonyms extends Lexicon {
  override soraniSynonyms(): Alternative[] {
    return [];
  }

  override englishSynonyms(): Alternative[] {
    return [];
  }
}

/** A lexicon in which no word is found by its shape. */
class WithoutShapes extends Lexicon {
  override soraniOfShape(): null {
    return null;
  }
}

/** A vocabulary in which nothing sounds like a name. */
class WithoutSounds extends Vocabulary {
  override markSounding(): void {}
}

/** A vocabulary in which a verb is like its other forms only where they look alike. */
class WithoutVerbs extends Vocabulary {
  override markSimilar(strengths: WordStrengths, term: ComparableTerm): void {
    super.markSimilar(strengths, { ...term, verb: null });
  }
}

/** A vocabulary for reading questions by: it knows every word as it was typed, and nothing like it. */
class KnowsEverything extends Vocabulary {
  override numberOf(): number {
    return 0;
  }

  override ofShape(): Uint32Array {
    return new Uint32Array(0);
  }

  override soundingMost(): null {
    return null;
  }
}

/** Every word of more than a letter or two stands as it was typed; Latin letters are put into Arabic ones by the letter. */
function withoutRespelling(whole: Retriever): Retriever {
  const { words, lexicon } = whole.dictionary;
  const dictionary = {
    ...whole.dictionary,
    words: new WordIndex(new KnowsEverything(words.vocabulary.data), words.data),
    lexicon: new WithoutShapes(lexicon.data),
  };
  return { ...whole, dictionary };
}

function withLexicon({ snapshot, dictionary, ...rest }: Retriever, lexicon: Lexicon): Retriever {
  return {
    ...rest,
    snapshot: { ...snapshot, lexicon },
    dictionary: { ...dictionary, lexicon },
  };
}

/** Changes what is searched, not what questions are read by. */
function withVocabulary(
  { snapshot, ...rest }: Retriever,
  change: (data: VocabularyData) => Vocabulary,
): Retriever {
  const changed = ({ vocabulary, data }: WordIndex): WordIndex =>
    new WordIndex(change(vocabulary.data), data);
  const { sorani, english } = snapshot.words;
  return {
    ...rest,
    snapshot: { ...snapshot, words: { sorani: changed(sorani), english: changed(english) } },
  };
}

/** Embeddings whose every vector is zero, so that all passages are equally far: only the exact index takes them. */
function withoutDirection({ snapshot }: Retriever): EmbeddingsInterface {
  const zero = (): number[] => Array.from({ length: snapshot.vectors.dimensions }, () => 0);
  return {
    embedQuery: () => Promise.resolve(zero()),
    embedDocuments: (texts) => Promise.resolve(texts.map(zero)),
  };
}
