import { describe, expect, it } from 'vitest';

import { PirsyarError } from '../../src/errors.ts';
import { buildLexicon } from '../../src/language/build-lexicon.ts';
import { FIELD_NAMES } from '../../src/retrieval/fields.ts';
import { packArrays } from '../../src/retrieval/packed-arrays.ts';
import {
  decodeCorpus,
  decodeLexical,
  decodeLexicon,
  decodeVectors,
  encodeCorpus,
  encodeLexical,
  encodeLexicon,
  encodeVectors,
} from '../../src/retrieval/snapshot-files.ts';
import { createPlace, snapshotOf } from '../support/index-fixtures.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder();
const snapshot = await snapshotOf(createPlace(folder).documents);

describe('the files of a snapshot', () => {
  it('hold the documents', () => {
    const documents = [...snapshot.documents.values()];
    expect(decodeCorpus(encodeCorpus(documents))).toEqual(documents);
  });

  it('hold lexical indexes that score as before', () => {
    const read = decodeLexical(encodeLexical(snapshot.lexical));
    for (const name of FIELD_NAMES) {
      const { data } = snapshot.lexical[name];
      expect(read[name].data).toEqual(data);
      const query = data.vocabulary
        .slice(0, 5)
        .map((term) => ({ weight: 1, ways: [{ term, strength: 1 }] }));
      expect(read[name].score(query)).toEqual(snapshot.lexical[name].score(query));
    }
  });

  it('hold the lexicon', () => {
    const read = decodeLexicon(encodeLexicon(snapshot.lexicon));
    expect(read.data).toEqual(snapshot.lexicon.data);
    expect(read.translations(['river'])).not.toEqual([]);
    expect(read.translations(['river'])).toEqual(snapshot.lexicon.translations(['river']));
  });

  it('hold a lexicon without an entry', () => {
    const read = decodeLexicon(encodeLexicon(buildLexicon([])));
    expect(read.translations(['river'])).toEqual([]);
    expect(read.translations([])).toEqual([]);
    expect(read.inEnglish('')).toEqual([]);
    expect(read.isSoraniName('')).toBe(false);
  });

  it('hold the vectors and whose they are', () => {
    const table = { dimensions: 2, components: Float32Array.of(1, 0, 0, 1) };
    const owners = Uint32Array.of(0, 7);
    expect(decodeVectors(encodeVectors(table, owners))).toEqual({ table, owners });
  });

  it('are refused where they hold other arrays', () => {
    const foreign = packArrays([], [Float32Array.of(1), Uint16Array.of(1), Uint32Array.of(1)]);
    expect(() => decodeVectors(foreign)).toThrow(PirsyarError);
    expect(() => decodeLexical(foreign)).toThrow(PirsyarError);
  });
});
