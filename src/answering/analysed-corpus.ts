import type { Passage, Sentence } from '../corpus/document.ts';
import { analyse } from '../language/analysis.ts';
import { isCounting } from '../language/answer-evidence.ts';
import { AnswerableText } from '../language/answer-types/answerable-text.ts';
import type { Lexicon } from '../language/lexicon.ts';
import type { Snapshot } from '../retrieval/snapshot.ts';

/** The words of a text by their numbers in the vocabulary of each side; none in English where there is no rendition. */
export interface TextWords {
  readonly sorani: readonly number[];
  readonly english: readonly number[];
}

/** A sentence, analysed. */
export interface AnalysedSentence extends TextWords {
  /** Its Sorani words of content, and those that count, by their numbers in the vocabulary. */
  readonly content: readonly number[];
  readonly counting: readonly number[];
  /** Where each Sorani word begins, in UTF-16 code units of the sentence. */
  readonly starts: readonly number[];
  /** Sentence and rendition as answers are looked for in them. */
  readonly answerable: Readonly<Record<'sorani' | 'english', AnswerableText>>;
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
    const sorani = words.map(({ text: word }) => this.#words.sorani.vocabulary.numberOf(word));
    const { vocabulary } = this.#words.sorani;
    return {
      sorani,
      content: sorani.filter((_, position) => words[position]?.stopword === false),
      counting: sorani.filter((word) => isCounting(vocabulary.data.words[word] ?? '')),
      english: englishWords.map(({ text: word }) => this.#words.english.vocabulary.numberOf(word)),
      answerable: {
        sorani: new AnswerableText(text, words, this.#lexicon),
        english: new AnswerableText(english, englishWords, this.#lexicon),
      },
      starts: words.map(({ start }) => start),
    };
  }
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
