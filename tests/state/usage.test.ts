import { join } from 'node:path';

import { expect, it } from 'vitest';

import { temporaryFolder } from '../support/temporary-folder.ts';
import { NOON, open, openBoth, OTHER_READER, READER } from './fixtures.ts';

const folder = temporaryFolder();
const HOUR = 60 * 60 * 1000;

it('the times of a key are given from a time on, oldest first', async () => {
  const { usage } = await open(join(folder, 'since'));
  for (const at of [NOON + 2, NOON, NOON + 1, NOON + 1]) usage.record('chat', READER, at);
  usage.record('other', OTHER_READER, NOON + 3);
  expect(usage.since('chat', NOON)).toEqual([NOON, NOON + 1, NOON + 1, NOON + 2]);
  expect(usage.since('chat', NOON + 1)).toEqual([NOON + 1, NOON + 1, NOON + 2]);
  expect(usage.since('chat', NOON + 3)).toEqual([]);
  expect(usage.since('nobody', 0)).toEqual([]);
});

it('what is older than an hour is deleted now and then', async () => {
  const { memory, database } = await openBoth(join(folder, 'old'));
  for (let minute = 0; minute < 600; minute += 1) {
    memory.usage.record('reader', READER, NOON + minute * 60_000);
  }
  const row = database.prepare('select count(*) as rows from usage').first();
  expect(row?.['rows']).toBeLessThan(200);
  const now = NOON + 599 * 60_000;
  expect(memory.usage.since('reader', now - HOUR)).toHaveLength(61);
});

it('a time that is damaged does no harm', async () => {
  const { memory, database, lines } = await openBoth(join(folder, 'damaged'));
  memory.usage.record('reader', READER, NOON);
  database.execute("update usage set at = cast(x'ff00fe' as text)");
  expect(memory.usage.since('reader', 0)).toEqual([]);
  expect(lines).toEqual([expect.stringContaining('at holds no number')]);
});
