import { randomUUID } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { DocumentStore } from '../../src/corpus/document-store.ts';
import type { DocumentChange } from '../../src/corpus/document-store.ts';
import { readCorpusFiles } from '../../src/corpus/read-files.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const folder = temporaryFolder();
let count = 0;

interface Shelf {
  readonly store: DocumentStore;
  readonly base: string;
  /** What is served, a document's files by its id. */
  readonly served: () => Promise<Record<string, [string, string | null, unknown]>>;
}

function shelf(files: Record<string, string> = { 'a.ckb.txt': 'ئا.', 'a.en.txt': 'A.' }): Shelf {
  count += 1;
  const base = writeFiles(join(folder, String(count), 'documents'), { ...files, '.keep': '' });
  const store = new DocumentStore(base, join(folder, String(count), 'state', 'documents'));
  return {
    store,
    base,
    served: async () => {
      const { documents } = await readCorpusFiles(base, store.directory);
      return Object.fromEntries(
        documents.map(({ id, sorani, english, description }) => [
          id,
          [
            sorani.toString(),
            english?.toString() ?? null,
            description === null ? null : JSON.parse(description.toString()),
          ],
        ]),
      );
    },
  };
}

describe('the documents that were added, changed and removed', () => {
  it('lie over the others, which are never written', async () => {
    const { store, base, served } = shelf();
    expect(await served()).toEqual({ a: ['ئا.', 'A.', null] });
    await store.put('b', { sorani: 'بێ.', description: { title: { ckb: 'ب' } } });
    await store.put('a', { sorani: 'ئاوا.' });
    await store.put('a', { description: { date: '2026' } });
    expect(await served()).toEqual({
      a: ['ئاوا.', 'A.', { date: '2026' }],
      b: ['بێ.', null, { title: { ckb: 'ب' } }],
    });
    expect(readFileSync(join(base, 'a.ckb.txt'), 'utf8')).toBe('ئا.');
    expect(readdirSync(base).toSorted()).toEqual(['.keep', 'a.ckb.txt', 'a.en.txt']);
  });

  it('are removed and brought back, of whichever folder', async () => {
    const { store, served } = shelf();
    await store.put('b', { sorani: 'بێ.' });
    for (const id of ['a', 'b']) expect(await store.remove(id)).toBe(true);
    expect(await served()).toEqual({});
    expect(await store.remove('a')).toBe(false);
    expect(await store.restore('a')).toBe(true);
    expect(await store.restore('a')).toBe(false);
    expect(await served()).toEqual({ a: ['ئا.', 'A.', null] });
    expect(await store.remove('unknown')).toBe(false);
    expect(await store.restore('unknown')).toBe(false);
  });

  it('take nothing over from a document of that name that was removed', async () => {
    const { store, served } = shelf({});
    await store.put('a', { sorani: 'ئا.', english: 'A.', description: { date: '2020' } });
    await store.remove('a');
    await store.put('a', { sorani: 'شتێکی تر.', description: { source: 'x' } });
    expect(await served()).toEqual({ a: ['شتێکی تر.', null, { source: 'x' }] });
  });

  it('leave a rendition of the folder below behind where they are told to', async () => {
    const { store, served } = shelf();
    await store.put('a', { sorani: 'شتێکی تر.', english: null });
    expect(await served()).toEqual({ a: ['شتێکی تر.', null, null] });
    await store.put('a', { english: 'Something else.' });
    expect(await served()).toEqual({ a: ['شتێکی تر.', 'Something else.', null] });
  });

  it('keep the fields of a description that are not named', async () => {
    const { store, served } = shelf({
      'a.ckb.txt': 'ئا.',
      'a.json': '{"date":"2021","title":"x"}',
    });
    await store.put('a', { description: { title: { ckb: 'ناو' } } });
    expect(await served()).toEqual({
      a: ['ئا.', null, { date: '2021', title: { ckb: 'ناو' } }],
    });
  });

  it('are deleted for good when they were removed long ago', async () => {
    const { store, served } = shelf();
    await store.put('b', { sorani: 'بێ.' });
    await store.remove('a');
    await store.remove('b');
    await store.purge(Date.now() - 60_000);
    expect(await store.restore('b')).toBe(true);
    await store.remove('b');
    for (const id of ['a', 'b']) utimesSync(join(store.directory, `${id}.removed`), 1, 1);
    writeFiles(store.directory, { [`unfinished-${randomUUID()}`]: 'half' });
    await store.purge(Date.now() - 60_000);
    // The tombstone of what lies in the folder below stays: else it would come back.
    expect(readdirSync(store.directory)).toEqual(['a.removed']);
    expect(await store.restore('b')).toBe(false);
    expect(await served()).toEqual({});
  });

  it('are not taken for unfinished files because of their names', async () => {
    const { store, served } = shelf({});
    await store.put('unfinished-report', { sorani: 'ئا.', english: 'A.', description: {} });
    await store.put('old', { sorani: 'بێ.' });
    await store.remove('old');
    await store.purge(Date.now() - 60_000);
    expect(await served()).toEqual({ 'unfinished-report': ['ئا.', 'A.', {}] });
  });

  it('stay as they are where the folder can’t be written', async () => {
    const { store, base } = shelf();
    const blocked = new DocumentStore(base, join(base, 'a.ckb.txt', 'state'));
    await expect(blocked.put('a', { sorani: 'x' })).rejects.toThrow(/ENOTDIR|can't hold/u);
    await store.put('a', { sorani: 'ئاوا.' });
    writeFiles(join(store.directory, 'b.ckb.txt'), { full: '' });
    await expect(store.put('b', { sorani: 'x' })).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST/u);
    expect(existsSync(join(store.directory, 'documents.lock'))).toBe(false);
    expect(readdirSync(store.directory).filter((name) => name.startsWith('unf'))).toEqual([]);
    chmodSync(store.directory, 0o755);
  });

  const change = fc.record<DocumentChange>(
    {
      sorani: fc.constantFrom('یەک.', 'دوو.'),
      english: fc.constantFrom('One.', null),
      description: fc.constantFrom({ date: '1' }, { source: 's' }),
    },
    { requiredKeys: ['sorani'] },
  );
  const action = fc.tuple(
    fc.constantFrom('put', 'remove', 'restore'),
    fc.constantFrom('a', 'b'),
    change,
  );

  it('are what a list of the changes says, whatever the order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 8 }), async (actions) => {
        const { store, served } = shelf({ 'a.ckb.txt': 'ئا.' });
        const there = new Map<string, string>([['a', 'ئا.']]);
        const away = new Map<string, string>();
        const [told, expected]: boolean[][] = [[], []];
        for (const [name, id, { sorani = '' }] of actions) {
          if (name === 'put') {
            await store.put(id, { sorani });
            there.set(id, sorani);
            away.delete(id);
            continue;
          }
          const isRemoval = name === 'remove';
          told?.push(await (isRemoval ? store.remove(id) : store.restore(id)));
          const [from, to] = isRemoval ? [there, away] : [away, there];
          const text = from.get(id);
          expected?.push(text !== undefined);
          if (text !== undefined) to.set(id, text);
          from.delete(id);
        }
        expect(told).toEqual(expected);
        const now = await served();
        expect(Object.entries(now).map(([id, [text]]) => [id, text])).toEqual(
          [...there].toSorted(([left], [right]) => (left < right ? -1 : 1)),
        );
      }),
      { numRuns: 40 },
    );
  });
});
