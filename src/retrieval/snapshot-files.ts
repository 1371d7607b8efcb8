import type { CorpusDocument } from '../corpus/document.ts';
import { PirsyarError } from '../errors.ts';
import { Lexicon } from '../language/lexicon.ts';
import type { Links } from '../language/lexicon.ts';
import { FIELD_NAMES, forEachField } from './fields.ts';
import type { FieldName } from './fields.ts';
import { LexicalIndex } from './lexical-index.ts';
import { packArrays, unpackArrays } from './packed-arrays.ts';
import type { PackedArray } from './packed-arrays.ts';
import type { VectorTable } from './vector-index.ts';

/** The names of a snapshot's files. `graph` is there only where hnswlib-node built one. */
export const SNAPSHOT_FILES = {
  corpus: 'corpus.json',
  lexical: 'lexical.bin',
  lexicon: 'lexicon.bin',
  vectors: 'vectors.bin',
  graph: 'vectors.hnsw',
} as const;

type LexicalIndexes = Readonly<Record<FieldName, LexicalIndex>>;

export function encodeCorpus(documents: readonly CorpusDocument[]): Buffer {
  return Buffer.from(JSON.stringify(documents));
}

/** The bytes were checked against the manifest: their shape is what encodeCorpus wrote. */
export function decodeCorpus(bytes: Buffer): CorpusDocument[] {
  const documents: CorpusDocument[] = JSON.parse(bytes.toString('utf8'));
  return documents;
}

export function encodeLexical(indexes: LexicalIndexes): Buffer {
  const data = FIELD_NAMES.map((name) => indexes[name].data);
  return packArrays(
    data.map((index) => index.vocabulary),
    data.flatMap((index) => [index.rows, index.units, index.frequencies, index.lengths]),
  );
}

export function decodeLexical(bytes: Buffer): LexicalIndexes {
  const { lists, arrays } = unpackArrays(bytes);
  return forEachField((name) => {
    const field = FIELD_NAMES.indexOf(name);
    const [rows, units, frequencies, lengths] = arrays.slice(field * 4, field * 4 + 4);
    return new LexicalIndex({
      vocabulary: lists[field] ?? [],
      rows: expectType(rows, Uint32Array),
      units: expectType(units, Uint32Array),
      frequencies: expectType(frequencies, Uint16Array),
      lengths: expectType(lengths, Uint32Array),
    });
  });
}

/** The lexicon as it is looked up: analysing its entries anew at each start would take a second. */
export function encodeLexicon({ data }: Lexicon): Buffer {
  const { english, sorani, fromEnglish, fromSorani, names } = data;
  return packArrays(
    [[english.join('\n'), sorani.join('\n')]],
    [...linkArrays(fromEnglish), ...linkArrays(fromSorani), names],
  );
}

function linkArrays({ rows, targets, weights }: Links): PackedArray[] {
  return [rows, targets, weights];
}

export function decodeLexicon(bytes: Buffer): Lexicon {
  const { lists, arrays } = unpackArrays(bytes);
  const [english = '', sorani = ''] = lists[0] ?? [];
  return new Lexicon({
    english: english.split('\n'),
    sorani: sorani.split('\n'),
    fromEnglish: readLinks(arrays.slice(0, 3)),
    fromSorani: readLinks(arrays.slice(3, 6)),
    names: expectType(arrays[6], Uint16Array),
  });
}

function readLinks([rows, targets, weights]: readonly PackedArray[]): Links {
  return {
    rows: expectType(rows, Uint32Array),
    targets: expectType(targets, Uint32Array),
    weights: expectType(weights, Float32Array),
  };
}

export function encodeVectors(table: VectorTable, owners: Uint32Array): Buffer {
  return packArrays([], [Uint32Array.of(table.dimensions), table.components, owners]);
}

export function decodeVectors(bytes: Buffer): { table: VectorTable; owners: Uint32Array } {
  const [dimensions, components, owners] = unpackArrays(bytes).arrays;
  return {
    table: {
      dimensions: expectType(dimensions, Uint32Array)[0] ?? 0,
      components: expectType(components, Float32Array),
    },
    owners: expectType(owners, Uint32Array),
  };
}

function expectType<T extends PackedArray>(
  array: PackedArray | undefined,
  type: abstract new (...values: never[]) => T,
): T {
  if (array instanceof type) return array;
  throw new PirsyarError('A packed file holds other arrays than expected.');
}
