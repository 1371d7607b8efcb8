import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { RETRIEVERS } from '../../scripts/rivals/all.ts';
import type { RivalPassage } from '../../scripts/rivals/retriever.ts';
import { createWhiteSpaceBm25 } from '../../scripts/rivals/white-space-bm25.ts';
import { parseCorpus } from '../../src/corpus/corpus.ts';
import { readCorpusFiles } from '../../src/corpus/read-files.ts';
import { FILES, RIVER, RIVER_QUESTION } from '../support/index-fixtures.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const folder = temporaryFolder();
const documentsDirectory = writeFiles(join(folder, 'documents'), FILES);
const passages: readonly RivalPassage[] = parseCorpus(
  await readCorpusFiles(documentsDirectory),
).documents.flatMap((document) => document.passages);
const river = passages.find(({ text }) => text === RIVER)?.id;

const retrievers = RETRIEVERS.map((create, number) => {
  const retriever = create({ documentsDirectory, indexDirectory: join(folder, String(number)) });
  return [retriever.name, retriever] as const;
});

describe.each(retrievers)('%s', (_, retriever) => {
  it('keeps the promises of a retriever, and finds the obviously right Sorani passage', async () => {
    await retriever.index(passages);
    expect((await retriever.search(RIVER_QUESTION, 10))[0]).toBe(river);
    const all = await retriever.search(passages.map(({ text }) => text).join(' '), 10);
    expect(all.toSorted()).toEqual(passages.map(({ id }) => id).toSorted());
    expect(await retriever.search(RIVER_QUESTION, 1)).toEqual([river]);
    expect(await retriever.search('؟', 10)).toEqual([]);
  });
});

describe('BM25 on white-space words', () => {
  it('ranks by rare words first, then by how often and in how short a passage', async () => {
    const retriever = createWhiteSpaceBm25();
    await retriever.index([
      { id: 'twice', text: 'ئاو ئاو لە گوند' },
      { id: 'short', text: 'ئاو گوند' },
      { id: 'long', text: 'ئاو لە گوند و شار و چیا و دەشت' },
      { id: 'rare', text: 'ئاو لە بەنداو' },
      { id: 'glued', text: 'ئاو، لە گوند' },
    ]);
    expect(await retriever.search('ئاو بەنداو', 10)).toEqual([
      'rare', // the only one with the rare word
      'twice', // the word twice
      'short', // once, among two words
      'long', // once, among nine; "glued" has "ئاو،", which is another word
    ]);
  });
});
