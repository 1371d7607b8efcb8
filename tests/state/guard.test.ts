import { expect, it } from 'vitest';

import { createGuard } from '../../src/state/guard.ts';
import { keptLog } from '../support/kept-log.ts';

const SECRET = 'ئەوەی خوێنەر نووسیویەتی';

it('gives what was asked for, or what a new reader would get', () => {
  const { log, lines } = keptLog();
  const guard = createGuard(log, () => 0);
  expect(guard.read('read', 0, () => 7)).toBe(7);
  expect(lines).toEqual([]);
  expect(guard.read('read', 0, fail)).toBe(0);
  guard.write('write', fail);
  expect(lines).toHaveLength(1);
});

it('logs each kind of fault once a minute', () => {
  const { log, lines } = keptLog();
  let now = 0;
  const guard = createGuard(log, () => now);
  const full = new Error('database or disk is full');
  Object.assign(full, { rawCode: 13 });
  for (now = 0; now <= 120_000; now += 1_000) {
    guard.write('answers.add', () => {
      throw full;
    });
    guard.read('answers.find', null, fail);
  }
  const both = [
    line('answers.add', 'SQLite error 13, database or disk is full'),
    line('answers.find', 'Error, it went wrong'),
  ];
  expect(lines).toEqual([...both, ...both, ...both]);
});

it('logs nothing of what was read', () => {
  const { log, lines } = keptLog();
  const guard = createGuard(log, () => 0);
  guard.read('answers.find', null, (): unknown => JSON.parse(SECRET));
  guard.read('answers.find', null, () => {
    // oxlint-disable-next-line typescript/only-throw-error
    throw SECRET;
  });
  expect(lines).toHaveLength(2);
  expect(lines.join(' ')).not.toContain(SECRET.slice(0, 5));
});

function line(what: string, fault: string): string {
  return `error The bot's memory fails, and answers go on without it (${what}): ${fault}.`;
}

function fail(): never {
  throw new Error('it went wrong');
}
