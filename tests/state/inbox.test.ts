import { join } from 'node:path';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { FIXED } from '../support/any-text.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { DAY, idsOf, NOON, open, openBoth, update } from './fixtures.ts';

const folder = temporaryFolder();

describe('the inbox', () => {
  it('takes each update once, and gives the new ones back in their order', async () => {
    const { inbox } = await open(join(folder, 'once'));
    expect(inbox.add([update(9), update(5), update(9)], NOON)).toEqual([update(9), update(5)]);
    expect(idsOf(inbox.add([update(5), update(7), update(9)], NOON + 1))).toEqual([7]);
    expect(inbox.add([], NOON)).toEqual([]);
    expect(inbox.pending()).toEqual([update(9), update(5), update(7)]);
  });

  it('leaves out what is done with, and what was begun four times', async () => {
    const { inbox } = await open(join(folder, 'begun'));
    inbox.add([update(1), update(2), update(3), update(4)], NOON);
    inbox.begin(1);
    inbox.done(1);
    for (const _ of [1, 2, 3]) inbox.begin(2);
    for (const _ of [1, 2, 3, 4]) inbox.begin(3);
    inbox.done(99);
    expect(idsOf(inbox.pending())).toEqual([2, 4]);
    expect(idsOf(inbox.add([update(1), update(3)], NOON))).toEqual([]);
  });

  it('remembers for two days that an update came, and keeps for longer what nobody began', async () => {
    const memory = await open(join(folder, 'two days'));
    memory.inbox.add([update(1), update(2), update(3)], NOON);
    memory.inbox.done(1);
    for (const _ of [1, 2, 3, 4]) memory.inbox.begin(3);
    memory.prune(NOON + 2 * DAY);
    expect(idsOf(memory.inbox.add([update(1), update(3)], NOON))).toEqual([]);
    memory.prune(NOON + 2 * DAY + 1);
    expect(idsOf(memory.inbox.pending())).toEqual([2]);
    const later = NOON + 2 * DAY + 1;
    expect(idsOf(memory.inbox.add([update(1), update(2), update(3)], later))).toEqual([1, 3]);
    memory.prune(later + 31 * DAY);
    expect(memory.inbox.pending()).toEqual([]);
  });

  it('passes on what it can not keep, each once, and keeps on doing so when it can again', async () => {
    const { memory, database, lines } = await openBoth(join(folder, 'full'));
    const { inbox } = memory;
    inbox.add([update(1)], NOON);
    database.execute('pragma query_only = on');
    expect(idsOf(inbox.add([update(1), update(2), update(3), update(2)], NOON))).toEqual([2, 3]);
    expect(idsOf(inbox.add([update(3), update(4)], NOON))).toEqual([4]);
    inbox.begin(4);
    inbox.done(4);
    database.execute('pragma query_only = off');
    expect(idsOf(inbox.add([update(1), update(4), update(5)], NOON))).toEqual([5]);
    expect(idsOf(inbox.pending())).toEqual([1, 5]);
    expect(lines).toHaveLength(1);
  });

  it('gives the others where one is damaged', async () => {
    const { memory, database } = await openBoth(join(folder, 'one damaged'));
    memory.inbox.add([update(1), update(2), update(3), update(4)], NOON);
    database.execute(`
      update updates set content = '{"update_id":' where id = 1;
      update updates set content = '[]' where id = 2;
      update updates set content = cast(x'ff7b' as text) where id = 3`);
    expect(idsOf(memory.inbox.pending())).toEqual([4]);
  });
});

describe('any sequence of calls', () => {
  const id = fc.nat(3);
  const step = fc.oneof(
    fc.array(id, { maxLength: 4 }).map((ids) => ({ call: 'add', ids }) as const),
    id.map((one) => ({ call: 'begin', id: one }) as const),
    id.map((one) => ({ call: 'done', id: one }) as const),
    fc.constantFrom({ call: 'open again' } as const, { call: 'wait and prune' } as const),
  );

  it('agrees with a list', async () => {
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        runs += 1;
        const directory = join(folder, `run-${runs}`);
        let memory = await open(directory);
        const expected = createModel();
        let now = NOON;
        for (const one of steps) {
          let [fresh, expectedFresh]: (readonly number[])[] = [];
          if (one.call === 'add') {
            fresh = idsOf(
              memory.inbox.add(
                one.ids.map((each) => update(each)),
                now,
              ),
            );
            expectedFresh = expected.add(one.ids, now);
          } else if (one.call === 'begin' || one.call === 'done') {
            memory.inbox[one.call](one.id);
            expected[one.call](one.id);
          } else if (one.call === 'open again') {
            memory.close();
            memory = await open(directory);
          } else {
            now += 1.5 * DAY;
            memory.prune(now);
            expected.prune(now);
          }
          expect(fresh).toEqual(expectedFresh);
          expect(idsOf(memory.inbox.pending())).toEqual(expected.pending());
        }
        memory.close();
      }),
      { ...FIXED, numRuns: 40 },
    );
  });
});

interface Modelled {
  readonly id: number;
  readonly at: number;
  attempts: number;
  isDone: boolean;
}

function isLeftOut(one: Modelled): boolean {
  return one.isDone || one.attempts >= 4;
}

/** What an inbox does, as plainly as it can be said. */
function createModel() {
  let kept: Modelled[] = [];
  return {
    add: (ids: readonly number[], at: number): readonly number[] =>
      ids.filter((id) => {
        if (kept.some((one) => one.id === id)) return false;
        kept.push({ id, at, attempts: 0, isDone: false });
        return true;
      }),
    begin(id: number): void {
      for (const one of kept) if (one.id === id) one.attempts += 1;
    },
    done(id: number): void {
      for (const one of kept) if (one.id === id) one.isDone = true;
    },
    pending: (): readonly number[] => kept.filter((one) => !isLeftOut(one)).map(({ id }) => id),
    prune(now: number): void {
      kept = kept.filter((one) => now - one.at <= (isLeftOut(one) ? 2 : 30) * DAY);
    },
  };
}
