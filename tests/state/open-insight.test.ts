import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { PirsyarError } from '../../src/errors.ts';
import { MIGRATIONS } from '../../src/state/migrations.ts';
import { openDatabase } from '../../src/state/open-database.ts';
import { openInsight } from '../../src/state/open-insight.ts';
import { keptLog } from '../support/kept-log.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { execute, newAnswer, NOON, open, READER } from './fixtures.ts';

const folder = temporaryFolder();

it('reads what a running bot keeps, and what it forgets is gone', async () => {
  const directory = join(folder, 'beside');
  const memory = await open(directory);
  memory.answers.add(newAnswer());
  const insight = await openInsight(directory);
  const count = (): number => insight?.count(0, NOON + 1) ?? -1;
  expect(count()).toBe(1);
  memory.answers.add(newAnswer({ question: 'دوو؟' }));
  expect(Array.from(insight?.asked(0, NOON + 1) ?? [], ({ question }) => question)).toContain(
    'دوو؟',
  );
  expect(memory.readers.forget(READER)).toBe(2);
  expect(count()).toBe(0);
  insight?.close();
  memory.close();
});

it('makes nothing where no bot has been', async () => {
  const directory = join(folder, 'nobody');
  expect(await openInsight(directory)).toBeNull();
  mkdirSync(directory);
  expect(await openInsight(directory)).toBeNull();
  writeFileSync(join(directory, 'bot.sqlite'), '');
  expect(await openInsight(directory)).toBeNull();
  expect(readdirSync(directory)).toEqual(['bot.sqlite']);
});

it('reads a file of an earlier version and leaves it as it is', async () => {
  const directory = join(folder, 'earlier');
  mkdirSync(directory);
  const database = await openDatabase(join(directory, 'bot.sqlite'), {
    log: keptLog().log,
    migrations: MIGRATIONS.slice(0, 1),
  });
  const insight = await openInsight(directory);
  expect(insight?.count(0, NOON)).toBe(0);
  expect([...(insight?.asked(0, NOON) ?? [])]).toEqual([]);
  insight?.close();
  // Which would fail if it were there already.
  database.execute('create table editors (id integer)');
  database.close();
});

it.each<[string, RegExp, (directory: string) => Promise<void> | void]>([
  [
    'of a newer program',
    /newer Pirsyar/u,
    async (directory) => {
      (await open(directory)).close();
      await execute(directory, 'pragma user_version = 1000');
    },
  ],
  [
    'that is no memory',
    /can't be read .*not a database/u,
    (directory) => writeFileSync(join(directory, 'bot.sqlite'), 'نهێنی'.repeat(500)),
  ],
])('a file %s is refused, and left where it is', async (name, reason, make) => {
  const directory = join(folder, name);
  mkdirSync(directory);
  await make(directory);
  await expect(openInsight(directory)).rejects.toThrow(PirsyarError);
  await expect(openInsight(directory)).rejects.toThrow(reason);
  expect(readdirSync(directory).filter((file) => file.includes('damaged'))).toEqual([]);
});
