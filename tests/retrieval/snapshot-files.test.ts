import { describe, expect, it } from 'vitest';

import { PirsyarError } from '../../src/errors.ts';
import { buildLexicon } from '../../src/language/build-lexicon.ts';
import { toConcept } from '../../src/retrieval/concepts.ts';
import type { Concept } from '../../src/retrieval/concepts.ts';
import { decodeDocuments, encodeDocument } from '../../src/retrieval/corpus-file.ts';
import { packArrays } from '../../src/retrieval/packed-arrays.ts';
import { scorePassages } from '../../src/retrieval/passage-scores.ts';
import { GONE } from '../../src/retrieval/posting-lists.ts';
import type { QueryTerm } from '../../src/retrieval/query.ts';
import { atOnce } from '../../src/retrieval/slices.ts';
import type { Steps } from '../../src/retrieval/slices.ts';
import {
  decodeLexicon,
  decodeVectors,
  decodeWords,
  encodeLexicon,
  encodeVectors,
  encodeWords,
} from '../../src/retrieval/snapshot-files.ts';
import { TEXT_SIDES } from '../../src/retrieval/text-side.ts';
import type { WordIndex } from '../../src/retrieval/word-index.ts';
import { createPlace, FILES, LEXICON, snapshotOf } from '../support/index-fixtures.ts';
import { passagesOf } from '../support/passages.ts';
import { queryTerm, stemOf } from '../support/query-terms.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { wordIndexOf } from '../support/word-index.ts';

const folder = temporaryFolder();
const place = createPlace(folder, {
  ...FILES,
  'town.en.txt': 'A new school was opened in the Azadi quarter.',
});
/** With links of all kinds. */
const lexiconFiles = [
  ...LEXICON.files,
  { name: 'e.tsv', text: 'english\tsorani\tstrength\nriver\tزێ\t0.25' },
  { name: 's.tsv', text: 'word\tsynonyms\trelated\nقوتابخانە\tخوێندنگە\tمامۆستا' },
];
const snapshot = await snapshotOf(place.documents, {
  lexicon: { ...LEXICON, files: lexiconFiles },
});
/** Words that stand there as they are, in another form, as a sound, and not at all. */
const QUESTION = { sorani: 'ڕووباری چیا azadi فیل', english: 'schools quarter azadi elephant' };

function toConcepts({ vocabulary }: WordIndex, terms: readonly QueryTerm[]): Concept[] {
  return terms.map((term) => toConcept(term, vocabulary));
}

function written(pieces: Steps<Buffer[]>): Buffer {
  return Buffer.concat(atOnce(pieces));
}

describe('the files of a snapshot', () => {
  it('hold the documents', () => {
    const documents = [...snapshot.documents.values()];
    const encoded = documents.map((document) => encodeDocument(document));
    const read = atOnce(decodeDocuments(Buffer.concat(encoded)));
    expect(read.map(({ document }) => document)).toEqual(documents);
    expect(Buffer.concat(read.map(({ bytes }) => bytes))).toEqual(Buffer.concat(encoded));
  });

  it('hold word indexes that score as before', () => {
    const read = atOnce(decodeWords(written(encodeWords(snapshot.words))));
    for (const side of TEXT_SIDES) {
      const before = snapshot.words[side];
      expect(read[side].data).toEqual(before.data);
      expect(read[side].vocabulary.data).toEqual(before.vocabulary.data);
      const asked = QUESTION[side].split(' ').map((word) => queryTerm(word, { name: true }));
      const scores = scorePassages(before, toConcepts(before, asked));
      expect(Math.max(...scores.scores)).toBeGreaterThan(0);
      expect(scorePassages(read[side], toConcepts(read[side], asked))).toEqual(scores);
    }
  });

  it('hold word indexes of sentences without a rendition, and of no sentence', () => {
    for (const passages of [passagesOf('bare', [['ئاو پاکە.']]), []]) {
      const words = {
        sorani: wordIndexOf(passages, 'sorani'),
        english: wordIndexOf(passages, 'english'),
      };
      const read = atOnce(decodeWords(written(encodeWords(words))));
      for (const side of TEXT_SIDES) {
        expect(read[side].data).toEqual(words[side].data);
        expect(read[side].vocabulary.data).toEqual(words[side].vocabulary.data);
      }
    }
  });

  it('hold the lexicon', () => {
    const read = atOnce(decodeLexicon(written(encodeLexicon(snapshot.lexicon))));
    expect(read.data).toEqual(snapshot.lexicon.data);
    for (const lexicon of [read, snapshot.lexicon]) {
      expect(lexicon.translations(['river']).map(({ stems }) => stems)).toEqual([
        [stemOf('ڕووبار')],
        [stemOf('چەم')],
      ]);
      expect(lexicon.estimates('river')).toEqual([{ stems: [stemOf('زێ')], strength: 0.25 }]);
      expect(lexicon.soraniSynonyms(stemOf('قوتابخانە')).map(({ stems }) => stems)).toEqual([
        [stemOf('خوێندنگە')],
        [stemOf('مامۆستا')],
      ]);
    }
  });

  it('hold a lexicon without an entry', () => {
    const read = atOnce(decodeLexicon(written(encodeLexicon(buildLexicon([])))));
    expect(read.translations(['river'])).toEqual([]);
    expect(read.translations([])).toEqual([]);
    expect(read.inEnglish('')).toEqual([]);
    expect(read.isSoraniName('')).toBe(false);
  });

  it('hold the vectors and whose they are', () => {
    const table = { dimensions: 2, components: Float32Array.of(1, 0, 0, 1) };
    const owners = Uint32Array.of(0, 7);
    for (const labels of [null, { rows: Uint32Array.of(1, GONE, 0), added: 3 }]) {
      const vectors = { table, owners, labels };
      expect(atOnce(decodeVectors(written(encodeVectors(vectors))))).toEqual(vectors);
    }
  });

  it('are refused where they hold other arrays', () => {
    const foreign = written(
      packArrays([], [Float32Array.of(1), Uint16Array.of(1), Uint32Array.of(1)]),
    );
    expect(() => atOnce<unknown>(decodeVectors(foreign))).toThrow(PirsyarError);
    expect(() => atOnce<unknown>(decodeWords(foreign))).toThrow(PirsyarError);
    expect(() => atOnce<unknown>(decodeLexicon(foreign))).toThrow(PirsyarError);
  });
});
