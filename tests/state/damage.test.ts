import {
  existsSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import { beforeAll, describe, expect, it } from 'vitest';

import { connect } from '../../src/state/database.ts';
import { keptLog } from '../support/kept-log.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';
import { execute, newAnswer, NOON, open, PLACE, READER, update } from './fixtures.ts';

const folder = temporaryFolder();
const FD = '/proc/self/fd';
let whole = Buffer.alloc(0);

beforeAll(async () => {
  const directory = join(folder, 'whole');
  const memory = await open(directory);
  for (let message = 0; message < 30; message += 1) {
    memory.answers.add(newAnswer({ questionMessage: message, at: NOON + message }));
  }
  memory.inbox.add([update(1)], NOON);
  memory.close();
  whole = readFileSync(join(directory, 'bot.sqlite'));
});

describe('a damaged file is moved aside and a new one begun', () => {
  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['no database', () => Buffer.from('نهێنی'.repeat(500))],
    ['a few bytes', () => Buffer.from('نهێنی')],
    ['half of it', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['one page and a bit', (bytes) => bytes.subarray(0, 5000)],
    ['a page of something else', damagedPage],
    ['an unknown format', (bytes) => bytes.fill(0x7f, 44, 48)],
    [
      'a broken name',
      (bytes) => bytes.fill(0xff, bytes.indexOf('choices'), bytes.indexOf('hoices')),
    ],
  ])('%s', async (name, damage) => {
    const damaged = damage(Buffer.from(whole));
    const directory = writeFiles(join(folder, name), { 'bot.sqlite': damaged });
    expect(await openTwice(directory)).toEqual(['bot.sqlite.damaged-1']);
    expect(readFileSync(join(directory, 'bot.sqlite.damaged-1'))).toEqual(damaged);

    writeFileSync(join(directory, 'bot.sqlite'), 'damaged once more');
    expect(await openTwice(directory)).toEqual(['bot.sqlite.damaged-1', 'bot.sqlite.damaged-2']);
  });

  it.each([
    ['a table is missing', 'pragma foreign_keys = off; drop table votes'],
    ['a column is missing', 'alter table answers drop column suggestions'],
    ['a column has another name', 'alter table answers rename column id to number'],
    ['tables without a version', 'pragma user_version = 0'],
    [
      'two indexes on one page',
      `pragma writable_schema = on; update sqlite_schema set rootpage =
        (select rootpage from sqlite_schema where name = 'answers_by_time') where name = 'answers_by_reader'`,
    ],
  ])('%s', async (name, sql) => {
    const directory = writeFiles(join(folder, name), { 'bot.sqlite': whole });
    await execute(directory, sql);
    expect(await openTwice(directory)).toEqual(['bot.sqlite.damaged-1']);
  });

  it('with its log and its index, where another process has them open', async () => {
    const directory = writeFiles(join(folder, 'with its log'), { 'bot.sqlite': damagedPage() });
    const other = await connect(join(directory, 'bot.sqlite'));
    other.execute('select 1 from sqlite_schema');
    expect(await openTwice(directory)).toEqual(['bot.sqlite.damaged-1']);
    expect(readdirSync(directory)).toEqual(
      expect.arrayContaining(['bot.sqlite.damaged-1-shm', 'bot.sqlite.damaged-1-wal']),
    );
    other.close();
  });

  it.runIf(existsSync(FD))('and nothing keeps it open', async () => {
    // Else its log, which by then has the name of the new file's, is deleted when it is closed at last.
    const directory = writeFiles(join(folder, 'held open'), { 'bot.sqlite': damagedPage() });
    expect(await openTwice(directory)).toEqual(['bot.sqlite.damaged-1']);
    const held = readdirSync(FD).map((name) => targetOf(join(FD, name)));
    expect(held.filter((target) => target.includes('held open/bot.sqlite.damaged'))).toEqual([]);
  });
});

describe('no damage is', () => {
  it('a file without a byte', async () => {
    const directory = writeFiles(join(folder, 'empty'), { 'bot.sqlite': '' });
    const log = keptLog();
    (await open(directory, log)).close();
    expect(log.lines).toEqual([]);
  });

  it('a log without its file', async () => {
    const directory = join(folder, 'only a log');
    const before = await open(directory);
    before.readers.chooseLanguage(READER, 'en');
    rmSync(join(directory, 'bot.sqlite'));
    const log = keptLog();
    const memory = await open(directory, log);
    expect(memory.readers.language(READER)).toBe('auto');
    expect(log.lines).toEqual([]);
    memory.close();
    before.close();
  });
});

/** Opens a folder whose file is damaged, and opens it again; gives the names of all files that were ever moved aside. */
async function openTwice(directory: string): Promise<readonly string[]> {
  const log = keptLog();
  const memory = await open(directory, log);
  memory.readers.beginConversation(READER, PLACE, NOON);
  memory.close();
  const again = await open(directory, log);
  expect(again.readers.conversationSince(READER, PLACE)).toBe(NOON);
  again.close();

  const aside = readdirSync(directory).filter((name) => /\.damaged-\d+$/u.test(name));
  expect(log.lines).toEqual([
    expect.stringMatching(
      `^error What the bot remembered is damaged .*damaged-${aside.length} keeps`,
    ),
  ]);
  expect(log.lines[0]).not.toContain('نهێنی');
  return aside;
}

function damagedPage(): Buffer {
  return Buffer.from(whole).fill(0xaa, 4096 * 3, 4096 * 4);
}

function targetOf(link: string): string {
  try {
    return readlinkSync(link);
  } catch {
    return '';
  }
}
