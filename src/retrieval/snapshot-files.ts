import { PirsyarError } from '../errors.ts';
import { Lexicon } from '../language/lexicon.ts';
import type { Links } from '../language/lexicon.ts';
import type { GraphLabels } from './graph-labels.ts';
import { packArrays, unpackArrays } from './packed-arrays.ts';
import type { PackedArray } from './packed-arrays.ts';
import type { PostingLists } from './posting-lists.ts';
import type { Steps } from './slices.ts';
import { TEXT_SIDES } from './text-side.ts';
import type { TextSide } from './text-side.ts';
import type { VectorTable } from './vector-index.ts';
import { Vocabulary } from './vocabulary.ts';
import { WordIndex } from './word-index.ts';

/** The names of a snapshot's files. `graph` is there only where hnswlib-node built one. */
export const SNAPSHOT_FILES = {
  corpus: 'corpus.bin',
  words: 'words.bin',
  lexicon: 'lexicon.bin',
  vectors: 'vectors.bin',
  graph: 'vectors.hnsw',
} as const;

type WordIndexes = Readonly<Record<TextSide, WordIndex>>;

/** Lists of strings and arrays that a word index takes in a file. */
const WORD_LISTS = 7;
const WORD_ARRAYS = 15;

export function encodeWords(indexes: WordIndexes): Steps<Buffer[]> {
  const sides = TEXT_SIDES.map((side) => indexes[side]);
  return packArrays(
    sides.flatMap(({ vocabulary: { data } }) => [
      data.words,
      data.stems,
      data.byTrigram.keys,
      data.byPrefix.keys,
      data.byVerb.keys,
      data.byShape.keys,
      data.bySkeleton.keys,
    ]),
    sides.flatMap(({ data, vocabulary }) => [
      data.rows,
      data.sentences,
      data.passageOf,
      data.documentOf,
      data.lengths,
      ...listArrays(vocabulary.data.byTrigram),
      ...listArrays(vocabulary.data.byPrefix),
      ...listArrays(vocabulary.data.byVerb),
      ...listArrays(vocabulary.data.byShape),
      ...listArrays(vocabulary.data.bySkeleton),
    ]),
  );
}

function listArrays({ rows, numbers }: PostingLists): PackedArray[] {
  return [rows, numbers];
}

export function* decodeWords(bytes: Buffer): Steps<WordIndexes> {
  const { lists, arrays } = yield* unpackArrays(bytes);
  const read = (side: TextSide): WordIndex => {
    const place = TEXT_SIDES.indexOf(side);
    return readWordIndex(
      lists.slice(place * WORD_LISTS, (place + 1) * WORD_LISTS),
      arrays.slice(place * WORD_ARRAYS, (place + 1) * WORD_ARRAYS),
    );
  };
  return { sorani: read('sorani'), english: read('english') };
}

function readWordIndex(
  [
    words = [],
    stems = [],
    trigrams = [],
    prefixes = [],
    verbs = [],
    shapes = [],
    skeletons = [],
  ]: readonly (readonly string[])[],
  arrays: readonly PackedArray[],
): WordIndex {
  const [rows, sentences, passageOf, documentOf, lengths, ...lists] = arrays;
  const vocabulary = new Vocabulary({
    words,
    stems,
    byTrigram: readLists(trigrams, lists.slice(0, 2)),
    byPrefix: readLists(prefixes, lists.slice(2, 4)),
    byVerb: readLists(verbs, lists.slice(4, 6)),
    byShape: readLists(shapes, lists.slice(6, 8)),
    bySkeleton: readLists(skeletons, lists.slice(8, 10)),
  });
  return new WordIndex(vocabulary, {
    rows: expectType(rows, Uint32Array),
    sentences: expectType(sentences, Uint32Array),
    passageOf: expectType(passageOf, Uint32Array),
    documentOf: expectType(documentOf, Uint32Array),
    lengths: expectType(lengths, Uint32Array),
  });
}

function readLists(keys: readonly string[], [rows, numbers]: readonly PackedArray[]): PostingLists {
  return { keys, rows: expectType(rows, Uint32Array), numbers: expectType(numbers, Uint32Array) };
}

/** The lexicon as it is looked up: analysing its entries anew at each start would take a second. */
export function encodeLexicon({ data }: Lexicon): Steps<Buffer[]> {
  const { english, sorani, names } = data;
  const links = [data.fromEnglish, data.fromSorani, data.estimated, data.alike];
  return packArrays(
    [[english.join('\n'), sorani.join('\n')]],
    [names, ...links.flatMap(linkArrays)],
  );
}

function linkArrays({ rows, targets, weights }: Links): PackedArray[] {
  return [rows, targets, weights];
}

export function* decodeLexicon(bytes: Buffer): Steps<Lexicon> {
  const { lists, arrays } = yield* unpackArrays(bytes);
  const [names, ...links] = arrays;
  const [english = '', sorani = ''] = lists[0] ?? [];
  return new Lexicon({
    english: english.split('\n'),
    sorani: sorani.split('\n'),
    fromEnglish: readLinks(links.slice(0, 3)),
    fromSorani: readLinks(links.slice(3, 6)),
    estimated: readLinks(links.slice(6, 9)),
    alike: readLinks(links.slice(9, 12)),
    names: expectType(names, Uint16Array),
  });
}

function readLinks([rows, targets, weights]: readonly PackedArray[]): Links {
  return {
    rows: expectType(rows, Uint32Array),
    targets: expectType(targets, Uint32Array),
    weights: expectType(weights, Float32Array),
  };
}

/** The vectors of a snapshot, whose they are, and where they stand in the graph. */
export interface StoredVectors {
  readonly table: VectorTable;
  readonly owners: Uint32Array;
  /** Null where there is no graph. */
  readonly labels: GraphLabels | null;
}

export function encodeVectors({ table, owners, labels }: StoredVectors): Steps<Buffer[]> {
  const numbers = Uint32Array.of(table.dimensions, ...(labels === null ? [] : [labels.added]));
  return packArrays([], [numbers, table.components, owners, labels?.rows ?? new Uint32Array(0)]);
}

export function* decodeVectors(bytes: Buffer): Steps<StoredVectors> {
  const [numbers, components, owners, rows] = (yield* unpackArrays(bytes)).arrays;
  const [dimensions = 0, added] = expectType(numbers, Uint32Array);
  return {
    table: { dimensions, components: expectType(components, Float32Array) },
    // Copied, because they are kept where the table, most of the file, is not.
    owners: expectType(owners, Uint32Array).slice(),
    labels: added === undefined ? null : { rows: expectType(rows, Uint32Array).slice(), added },
  };
}

function expectType<T extends PackedArray>(
  array: PackedArray | undefined,
  type: abstract new (...values: never[]) => T,
): T {
  if (array instanceof type) return array;
  throw new PirsyarError('A packed file holds other arrays than expected.');
}
