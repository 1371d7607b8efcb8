import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { PirsyarError } from '../../src/errors.ts';
import { keptLog } from '../support/kept-log.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { execute, idsOf, newAnswer, NOON, open, PLACE, READER, update } from './fixtures.ts';

const folder = temporaryFolder();
const SENTENCE = { id: 'sentence-1', document: 'statement', text: 'ڕستە', rendition: 'A sentence' };

describe('a memory', () => {
  it('forgets nothing when it is closed and opened again', async () => {
    const directory = join(folder, 'بیرگە ١', 'below');
    const before = await open(directory);
    before.inbox.add([update(1), update(2)], NOON);
    before.inbox.done(1);
    before.readers.chooseLanguage(READER, 'en');
    before.readers.chooseDocument(READER, 'statement');
    before.readers.beginConversation(READER, PLACE, NOON);
    const kept = before.answers.add(newAnswer());
    before.usage.record('reader', READER, NOON);
    before.sentences.add([SENTENCE]);
    before.close();

    const log = keptLog();
    const memory = await open(directory, log);
    expect(idsOf(memory.inbox.pending())).toEqual([2]);
    expect(memory.inbox.add([update(1), update(3)], NOON)).toEqual([update(3)]);
    expect(memory.readers.language(READER)).toBe('en');
    expect(memory.readers.document(READER)).toBe('statement');
    expect(memory.readers.conversationSince(READER, PLACE)).toBe(NOON);
    expect(memory.answers.find(kept?.id ?? 0)).toEqual(kept);
    expect(memory.usage.since('reader', 0)).toEqual([NOON]);
    expect(memory.sentences.find(SENTENCE.id)).toEqual(SENTENCE);
    expect(log.lines).toEqual([]);
    memory.close();
  });

  it('can be read by its owner alone, also where somebody made the file readable', async () => {
    const directory = join(folder, 'private');
    const first = await open(directory);
    first.usage.record('reader', READER, NOON);
    const modes = readdirSync(directory).map((name) => [name, modeOf(join(directory, name))]);
    expect(modes).toEqual([
      ['bot.sqlite', 0o600],
      ['bot.sqlite-shm', 0o600],
      ['bot.sqlite-wal', 0o600],
    ]);
    first.close();
    chmodSync(join(directory, 'bot.sqlite'), 0o644);
    (await open(directory)).close();
    expect(modeOf(join(directory, 'bot.sqlite'))).toBe(0o600);
  });

  it('of a newer program is left as it is', async () => {
    const directory = join(folder, 'newer');
    (await open(directory)).close();
    await execute(directory, 'create table later (x); pragma user_version = 1000');
    await expect(open(directory)).rejects.toThrow(PirsyarError);
    await expect(open(directory)).rejects.toThrow(
      /bot\.sqlite was written by a newer Pirsyar .* update Pirsyar, or set STATE_DIR/u,
    );
    expect(readdirSync(directory).filter((name) => name.includes('damaged'))).toEqual([]);
    await execute(directory, 'select x from later');
  });

  it('gives every answer a number that no other file gave', async () => {
    const given: number[] = [];
    for (const name of ['one', 'two']) {
      const memory = await open(join(folder, name));
      const add = (): unknown => given.push(memory.answers.add(newAnswer())?.id ?? 0);
      add();
      add();
      memory.readers.forget(READER);
      add();
      memory.close();
    }
    expect(given).toEqual([...new Set(given)].toSorted((left, right) => left - right));
    expect(Math.min(...given)).toBeGreaterThan(Date.now() - 60_000);
    expect(Math.max(...given)).toBeLessThan(Date.now() + 60_000);
  });
});

describe('where there can be no file', () => {
  const asFile = join(folder, 'a-file');
  writeFileSync(asFile, '');
  const asFolder = join(folder, 'a-folder');
  mkdirSync(join(asFolder, 'bot.sqlite'), { recursive: true });
  const closed = join(folder, 'closed');
  mkdirSync(closed, { mode: 0o500 });

  it.each([
    ['a file stands in the way of the folder', asFile, true],
    ['a folder stands in the way of the file', asFolder, true],
    ['the system refuses the folder', '/proc/pirsyar/state', existsSync('/proc')],
    ['the folder is read-only', closed, process.getuid?.() !== 0],
  ])('the memory lasts as long as the process: %s', async (_reason, directory, isPossible) => {
    if (!isPossible) return;
    const log = keptLog();
    const memory = await open(directory, log);
    expect(log.lines).toHaveLength(1);
    expect(log.lines[0]).toMatch(/^warn What the bot remembers is kept in memory only/u);
    const kept = memory.answers.add(newAnswer());
    expect(memory.answers.find(kept?.id ?? 0)).toEqual(kept);
    expect(memory.readers.forget(READER)).toBe(1);
    expect(memory.inbox.add([update(1)], NOON)).toHaveLength(1);
    memory.prune(NOON);
    memory.close();
    expect(log.lines).toHaveLength(1);
  });
});

function modeOf(file: string): number {
  return statSync(file).mode & 0o777;
}
