import { expect, it } from 'vitest';

import { createPace } from '../../src/release/pace.ts';

it('tells how fast a stage goes and how long it will take, once that can be told', () => {
  let now = 0;
  const pace = createPace(() => now);
  const at = (time: number, stage: 'embedding' | 'linking', done: number): unknown => {
    now = time;
    const { perSecond, secondsLeft } = pace({ stage, done, total: 1000 });
    return [perSecond, secondsLeft];
  };
  expect(at(0, 'embedding', 0)).toEqual([null, null]);
  expect(at(400, 'embedding', 100), 'too early').toEqual([null, null]);
  expect(at(2000, 'embedding', 500)).toEqual([250, 2]);
  expect(at(4000, 'embedding', 1000)).toEqual([250, 0]);
  expect(at(4000, 'linking', 0), 'another stage').toEqual([null, null]);
  expect(at(5000, 'linking', 0), 'nothing done').toEqual([0, null]);
});
