import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { readCorpusFiles } from '../../src/corpus/read-files.ts';
import { PirsyarError } from '../../src/errors.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

describe('the files of a folder', () => {
  const folder = temporaryFolder();

  it('are read as they are, in the order of their ids by code unit', async () => {
    writeFiles(folder, {
      'b.ckb.txt': '\uFEFFهات.\r\n',
      'b.en.txt': 'Came.',
      'b.json': '{}',
      'a.ckb.txt': 'چوو.',
      'Z.ckb.txt': 'وتی.',
      'ڕۆژ.ckb.txt': 'ڕۆژ.',
      '.ckb.txt': 'a name without an id',
      'c.txt': 'no document',
      'd.en.txt': 'a rendition of nothing',
    });
    const { documents, failed } = await readCorpusFiles(folder);
    expect(failed).toEqual([]);
    expect(documents.map(({ id }) => id)).toEqual(['Z', 'a', 'b', 'ڕۆژ']);
    const [, alone, full] = documents;
    expect(full?.sorani).toEqual(Buffer.from('\uFEFFهات.\r\n'));
    expect(full?.english).toEqual(Buffer.from('Came.'));
    expect(full?.description).toEqual(Buffer.from('{}'));
    expect([alone?.english, alone?.description]).toEqual([null, null]);
  });
});

describe('the hash of a document', () => {
  const folder = temporaryFolder();

  async function hashOf(files: Record<string, string>): Promise<string> {
    const own = join(folder, JSON.stringify(files).replaceAll(/\W/gu, '') || 'none');
    mkdirSync(own, { recursive: true });
    const { documents } = await readCorpusFiles(writeFiles(own, files));
    return documents[0]?.hash ?? '';
  }

  it('is SHA-256 in hex, the same for the same files', async () => {
    const hash = await hashOf({ 'a.ckb.txt': 'x' });
    expect(hash).toMatch(/^[0-9a-f]{64}$/u);
    expect(await hashOf({ 'a.ckb.txt': 'x', 'b.txt': 'not its file' })).toBe(hash);
  });

  it('changes with each of its files, and with where one ends and the next begins', async () => {
    const hashes = [
      await hashOf({ 'a.ckb.txt': 'x' }),
      await hashOf({ 'a.ckb.txt': 'y' }),
      await hashOf({ 'a.ckb.txt': 'x', 'a.en.txt': 'y' }),
      await hashOf({ 'a.ckb.txt': 'x', 'a.en.txt': '' }),
      await hashOf({ 'a.ckb.txt': 'x', 'a.json': 'y' }),
      await hashOf({ 'a.ckb.txt': 'xy' }),
      await hashOf({ 'a.ckb.txt': 'x', 'a.en.txt': 'y', 'a.json': 'z' }),
      await hashOf({ 'a.ckb.txt': 'x', 'a.en.txt': 'yz', 'a.json': '' }),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});

describe('what can not be read', () => {
  const folder = temporaryFolder();

  it('is named beside what can', async () => {
    writeFiles(folder, { 'good.ckb.txt': 'هات.' });
    mkdirSync(join(folder, 'bad.ckb.txt'));
    const { documents, failed } = await readCorpusFiles(folder);
    expect(documents.map(({ id }) => id)).toEqual(['good']);
    expect(failed).toEqual([{ document: 'bad', reason: 'it is a directory, not a text file' }]);
  });

  it('is a pipe, which nobody may ever write to', async () => {
    const own = writeFiles(join(folder, 'pipes'), { 'b.ckb.txt': 'ب.' });
    execFileSync('mkfifo', [join(own, 'a.ckb.txt'), join(own, 'b.en.txt')]);
    const { documents, failed } = await readCorpusFiles(own);
    const reason = 'it is a pipe or a device, not a text file';
    expect(failed).toEqual([{ document: 'a', reason }]);
    expect(documents).toMatchObject([{ id: 'b', unreadable: ['b.en.txt'] }]);
  });

  it('is said of a folder that is not there, with the remedy', async () => {
    const missing = readCorpusFiles(join(folder, 'missing'));
    await expect(missing).rejects.toThrow(PirsyarError);
    await expect(readCorpusFiles(join(folder, 'missing'))).rejects.toThrow(
      /ENOENT.*DOCUMENTS_DIR/u,
    );
  });

  it('is said of a file where a folder should be', async () => {
    await expect(readCorpusFiles(join(folder, 'good.ckb.txt'))).rejects.toThrow(/ENOTDIR/u);
  });

  it('is nothing in an empty folder', async () => {
    mkdirSync(join(folder, 'empty'));
    expect(await readCorpusFiles(join(folder, 'empty'))).toEqual({ documents: [], failed: [] });
  });
});
