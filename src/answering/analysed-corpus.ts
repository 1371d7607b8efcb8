import type { Passage, Sentence } from '../corpus/document.ts';
import { analyse } from '../language/analysis.ts';
import type { Term } from '../language/analysis.ts';
import { isCounting } from '../language/answer-evidence.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { normalise } from '../language/normalise.ts';
import type { Snapshot } from '../retrieval/snapshot.ts';
import { namesPersonInEnglish, namesPersonInSorani } from './persons.ts';

/** The words of a text by their numbers in the vocabulary of each side; none in English where there is no rendition. */
export interface TextWords {
  readonly sorani: readonly number[];
  readonly english: readonly number[];
}

/** A sentence, analysed. */
export interface AnalysedSentence extends TextWords {
  /** Sentence and rendition in one spelling. */
  readonly normalised: string;
  /** Whether a person is named. */
  readonly namesPerson: boolean;
  /** Where each Sorani word begins, in UTF-16 code units of the sentence. */
  readonly starts: readonly number[];
  /** The positions of words that count, in the Sorani and in the rendition. */
  readonly counting: TextWords;
}

/** A passage, analysed: all of its words, and its sentences in order. */
export interface AnalysedPassage extends TextWords {
  readonly sentences: readonly AnalysedSentence[];
}

/** The passages of a snapshot that questions have touched, each analysed once. */
export class AnalysedCorpus {
  readonly #lexicon: Lexicon;
  readonly #words: Snapshot['words'];
  readonly #passages = new Map<Passage, AnalysedPassage>();

  constructor({ lexicon, words }: Pick<Snapshot, 'lexicon' | 'words'>) {
    this.#lexicon = lexicon;
    this.#words = words;
  }

  passage(passage: Passage): AnalysedPassage {
    const known = this.#passages.get(passage);
    if (known !== undefined) return known;
    const sentences = passage.sentences.map((sentence) => this.#sentence(sentence));
    const analysed = {
      sentences,
      sorani: sentences.flatMap(({ sorani }) => sorani),
      english: sentences.flatMap(({ english }) => english),
    };
    this.#passages.set(passage, analysed);
    return analysed;
  }

  #sentence({ text, rendition }: Sentence): AnalysedSentence {
    const english = rendition?.text ?? '';
    const words = analyse(text);
    const englishWords = analyse(english);
    return {
      sorani: words.map(({ text: word }) => this.#words.sorani.vocabulary.numberOf(word)),
      english: englishWords.map(({ text: word }) => this.#words.english.vocabulary.numberOf(word)),
      counting: { sorani: countingPositions(words), english: countingPositions(englishWords) },
      normalised: normalise(`${text} ${english}`).text,
      namesPerson:
        namesPersonInSorani(words, this.#lexicon) || namesPersonInEnglish(english, this.#lexicon),
      starts: words.map(({ start }) => start),
    };
  }
}

function countingPositions(words: readonly Term[]): number[] {
  return words.flatMap(({ text }, position) => (isCounting(text) ? [position] : []));
}

const corpora = new WeakMap<Snapshot, AnalysedCorpus>();

/** What has been analysed of a snapshot; it lives as long as the snapshot. */
export function analysedCorpus(snapshot: Snapshot): AnalysedCorpus {
  const known = corpora.get(snapshot);
  if (known !== undefined) return known;
  const corpus = new AnalysedCorpus(snapshot);
  corpora.set(snapshot, corpus);
  return corpus;
}
