import type { Passage } from '../corpus/document.ts';
import { tokenise } from '../language/tokens.ts';
import { GONE, mergePostings, NO_POSTINGS, PostingListsBuilder } from './posting-lists.ts';
import type { PostingLists, Renumbering } from './posting-lists.ts';
import type { Steps } from './slices.ts';
import { sentenceText } from './text-side.ts';
import type { TextSide } from './text-side.ts';
import { NO_WORDS, vocabularyData } from './vocabulary-data.ts';
import { Vocabulary } from './vocabulary.ts';
import { WordIndex } from './word-index.ts';

/** What a word index takes over of the one before. */
export interface KnownWords {
  readonly before: WordIndex;
  /** For each passage the number it had, or GONE; see keptPassages. */
  readonly kept: Renumbering;
}

/**
 * Indexes passages in the order given, those of one document one after the other. The index is the same, array by array, whether
 * passages are known or not: known ones only save the work.
 *
 * @param onShare called now and then with the share of the work that is done.
 * @yields between two steps.
 */
export function* buildWordIndex(
  passages: readonly Passage[],
  side: TextSide,
  known: KnownWords | null = null,
  onShare?: (share: number) => void,
): Steps<WordIndex> {
  const reader = new SentenceReader(passages, side, known);
  const unknown = passages.length - (known?.kept.filter((number) => number !== GONE).length ?? 0);
  let read = 0;
  for (const number of passages.keys()) {
    if (reader.keep(number)) continue;
    reader.read(number);
    read += 1;
    // Half of the work is to cut passages into words, the other half to analyse the different ones.
    onShare?.(read / unknown / 2);
    yield;
  }
  const { data, before, renumbering, added } = reader.finish();
  const { lists, keys } = yield* mergePostings(before, renumbering, added);
  const vocabulary = yield* vocabularyData(
    lists.keys,
    known?.before.vocabulary.data ?? NO_WORDS,
    keys,
    (share) => onShare?.((1 + share) / 2),
  );
  const { rows, numbers } = lists;
  return new WordIndex(new Vocabulary(vocabulary), { rows, sentences: numbers, ...data });
}

/** Numbers sentences, and finds the words of those that aren't known. */
class SentenceReader {
  readonly #passages: readonly Passage[];
  readonly #side: TextSide;
  readonly #known: KnownWords | null;
  readonly #renumbering: Renumbering;
  /** The first sentence of each passage of before. */
  readonly #firstBefore: Uint32Array;
  readonly #added = new PostingListsBuilder();
  readonly #passageOf: Uint32Array;
  readonly #lengths: Uint32Array;
  #sentence = 0;

  constructor(passages: readonly Passage[], side: TextSide, known: KnownWords | null) {
    this.#passages = passages;
    this.#side = side;
    this.#known = known;
    const sentences = known?.before.data.passageOf ?? new Uint32Array(0);
    this.#renumbering = new Uint32Array(sentences.length).fill(GONE);
    this.#firstBefore = firstSentences(sentences, known?.before.size ?? 0);
    this.#passageOf = new Uint32Array(
      passages.reduce((sum, passage) => sum + passage.sentences.length, 0),
    );
    this.#lengths = new Uint32Array(passages.length);
  }

  /** Takes over what is known of a passage; false where nothing is. */
  keep(number: number): boolean {
    const before = this.#known?.kept[number] ?? GONE;
    if (this.#known === null || before === GONE) return false;
    this.#lengths[number] = this.#known.before.data.lengths[before] ?? 0;
    const first = this.#firstBefore[before] ?? 0;
    const { length } = this.#sentencesOf(number);
    for (let place = 0; place < length; place += 1) {
      this.#renumbering[first + place] = this.#number(number);
    }
    return true;
  }

  read(number: number): void {
    let length = 0;
    for (const sentence of this.#sentencesOf(number)) {
      const words = tokenise(sentenceText(sentence, this.#side));
      for (const { text } of words) this.#added.add(text, this.#sentence);
      length += words.length;
      this.#number(number);
    }
    this.#lengths[number] = length;
  }

  #sentencesOf(passage: number): Passage['sentences'] {
    return this.#passages[passage]?.sentences ?? [];
  }

  #number(passage: number): number {
    this.#passageOf[this.#sentence] = passage;
    this.#sentence += 1;
    return this.#sentence - 1;
  }

  finish(): {
    data: Pick<WordIndex['data'], 'passageOf' | 'documentOf' | 'lengths'>;
    before: PostingLists;
    renumbering: Renumbering;
    added: PostingLists;
  } {
    const before = this.#known?.before;
    return {
      data: {
        passageOf: this.#passageOf,
        documentOf: numberDocuments(this.#passages),
        lengths: this.#lengths,
      },
      before:
        before === undefined
          ? NO_POSTINGS
          : {
              keys: before.vocabulary.data.words,
              rows: before.data.rows,
              numbers: before.data.sentences,
            },
      renumbering: this.#renumbering,
      added: this.#added.build(),
    };
  }
}

/** The number of the first sentence of each passage. */
function firstSentences(passageOf: Uint32Array, passages: number): Uint32Array {
  const first = new Uint32Array(passages);
  for (let sentence = passageOf.length - 1; sentence >= 0; sentence -= 1) {
    first[passageOf[sentence] ?? 0] = sentence;
  }
  return first;
}

function numberDocuments(passages: readonly Passage[]): Uint32Array {
  let document = -1;
  return Uint32Array.from(passages, (passage, number) => {
    if (passage.document !== passages[number - 1]?.document) document += 1;
    return document;
  });
}
