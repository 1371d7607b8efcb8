import { expect, it } from 'vitest';

import { inTurns } from '../../src/insight/in-turns.ts';

it('gives all in order, and others their turns meanwhile', async () => {
  const items = Array.from({ length: 2000 }, (_, item) => item);
  const given: number[] = [];
  setImmediate(() => given.push(-1));
  for await (const item of inTurns(items)) given.push(item);
  expect(given.indexOf(-1)).toBe(199);
  expect(given.filter((item) => item >= 0)).toEqual(items);
});
