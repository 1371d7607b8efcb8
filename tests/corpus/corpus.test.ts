import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { parseCorpus } from '../../src/corpus/corpus.ts';
import { readCorpusFiles } from '../../src/corpus/read-files.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

describe('a folder of documents', () => {
  const folder = temporaryFolder();

  it('serves the good ones, names the bad ones, and warns of broken parts', async () => {
    writeFiles(folder, {
      'good.ckb.txt': 'هات.',
      'plain.ckb.txt': 'چوو.',
      'plain.en.txt': 'Went. And more.',
      'empty.ckb.txt': '',
      'windows.ckb.txt': Buffer.from([0xd3, 0xe1, 0xc7, 0xe6]),
    });
    mkdirSync(join(folder, 'folder.ckb.txt'));
    const { documents, failed, warnings } = parseCorpus(await readCorpusFiles(folder));
    expect(documents.map(({ id }) => id)).toEqual(['good', 'plain']);
    expect(failed).toEqual([
      { document: 'folder', reason: expect.stringMatching(/directory/u) },
      { document: 'empty', reason: expect.stringMatching(/empty/u) },
      { document: 'windows', reason: expect.stringMatching(/UTF-8/u) },
    ]);
    expect(warnings).toEqual([
      { document: 'plain', reason: expect.stringMatching(/rendition is left out/u) },
    ]);
  });
});
