import { analyse } from '../language/analysis.ts';
import { comparable } from '../language/similarity.ts';
import type { ComparableTerm } from '../language/similarity.ts';
import { skeletons } from '../language/sound-similarity.ts';
import { soundsOfSorani } from '../language/sounds.ts';
import { shapeOf } from '../language/spelling.ts';
import { GONE, mergePostings, NO_POSTINGS, PostingListsBuilder } from './posting-lists.ts';
import type { PostingLists, Renumbering } from './posting-lists.ts';
import type { Steps } from './slices.ts';

/** A vocabulary as it goes to disk. */
export interface VocabularyData {
  /** Normalised words, each once, sorted by code unit; a word's number is its position. */
  readonly words: readonly string[];
  /** Each word's folded stem: looked at far more often than it could be derived again. */
  readonly stems: readonly string[];
  /** Word numbers by the trigrams of their folded stems. */
  readonly byTrigram: PostingLists;
  /** Word numbers by the first letters of their folded stems. */
  readonly byPrefix: PostingLists;
  /** Numbers of words by the verb that they are a form of. */
  readonly byVerb: PostingLists;
  /** Word numbers by their shapes and those of their stems (see shapeOf). */
  readonly byShape: PostingLists;
  /** Numbers of words in Arabic letters by the skeletons of their sounds. */
  readonly bySkeleton: PostingLists;
}

export const NO_WORDS: VocabularyData = {
  words: [],
  stems: [],
  byTrigram: NO_POSTINGS,
  byPrefix: NO_POSTINGS,
  byVerb: NO_POSTINGS,
  byShape: NO_POSTINGS,
  bySkeleton: NO_POSTINGS,
};

/** Stems that share fewer beginning letters than this are compared only where they are equal. */
const PREFIX_LETTERS = 4;
/** Words analysed between two steps. */
const STEP = 64;

/**
 * The data of these words. What was known of words of before is taken over; only the new ones are analysed.
 *
 * @param words normalised, each once, sorted by code unit.
 * @param renumbering where the words of before are among them.
 * @param onShare called now and then with the share of the new words that were analysed.
 * @yields between two steps.
 */
export function* vocabularyData(
  words: readonly string[],
  before: VocabularyData = NO_WORDS,
  renumbering: Renumbering = new Uint32Array(0),
  onShare?: (share: number) => void,
): Steps<VocabularyData> {
  const stems = keepStems(words.length, before, renumbering);
  const left = words.length - renumbering.filter((number) => number !== GONE).length;
  const builders = new Builders();
  let done = 0;
  for (const [number, word] of words.entries()) {
    if (stems[number] !== undefined) continue;
    stems[number] = builders.add(word, number);
    done += 1;
    if (done % STEP !== 0) continue;
    onShare?.(done / left);
    yield;
  }
  const added = builders.build();
  const merge = function* (lists: keyof Builders['lists']): Steps<PostingLists> {
    return (yield* mergePostings(before[lists], renumbering, added[lists])).lists;
  };
  return {
    words,
    stems: stems.map((stem) => stem ?? ''),
    byTrigram: yield* merge('byTrigram'),
    byPrefix: yield* merge('byPrefix'),
    byVerb: yield* merge('byVerb'),
    byShape: yield* merge('byShape'),
    bySkeleton: yield* merge('bySkeleton'),
  };
}

function keepStems(
  count: number,
  { stems }: VocabularyData,
  renumbering: Renumbering,
): (string | undefined)[] {
  const kept = Array<string | undefined>(count).fill(undefined);
  for (const [before, number] of renumbering.entries()) {
    if (number !== GONE) kept[number] = stems[before];
  }
  return kept;
}

/** Collects what is looked up of words; they are added by rising number. */
class Builders {
  readonly lists = {
    byTrigram: new PostingListsBuilder(),
    byPrefix: new PostingListsBuilder(),
    byVerb: new PostingListsBuilder(),
    byShape: new PostingListsBuilder(),
    bySkeleton: new PostingListsBuilder(),
  } as const;

  /** The folded stem of the word. */
  add(word: string, number: number): string {
    const { byTrigram, byPrefix, byVerb, byShape, bySkeleton } = this.lists;
    const term = toComparable(word);
    for (const trigram of new Set(term.trigrams)) byTrigram.add(trigram, number);
    byPrefix.add(prefixOf(term.folded), number);
    if (term.verb !== null) byVerb.add(term.verb, number);
    if (term.script !== 'arabic' || term.stopword) return term.folded;
    for (const shape of new Set([shapeOf(word), shapeOf(term.folded)])) byShape.add(shape, number);
    for (const skeleton of skeletons(soundsOfSorani(word))) bySkeleton.add(skeleton, number);
    return term.folded;
  }

  build(): Pick<VocabularyData, keyof Builders['lists']> {
    const { byTrigram, byPrefix, byVerb, byShape, bySkeleton } = this.lists;
    return {
      byTrigram: byTrigram.build(),
      byPrefix: byPrefix.build(),
      byVerb: byVerb.build(),
      byShape: byShape.build(),
      bySkeleton: bySkeleton.build(),
    };
  }
}

/** A word, prepared for comparison. */
export function toComparable(word: string): ComparableTerm {
  const [term] = analyse(word);
  return comparable(
    term ?? {
      text: word,
      stem: word,
      folded: word,
      stopword: false,
      script: 'other',
      start: 0,
      end: word.length,
    },
  );
}

/** The letters by which a stem is looked up in `byPrefix`. */
export function prefixOf(stem: string): string {
  return stem.slice(0, PREFIX_LETTERS);
}
