import { setImmediate as nextTurn } from 'node:timers/promises';

const IN_A_TURN = 200;

/**
 * Gives the event loop its turn after every 200: readers are answered while many questions are read.
 *
 * @yields one after the other.
 */
export async function* inTurns<T>(items: Iterable<T>): AsyncGenerator<T> {
  let given = 0;
  for (const item of items) {
    given += 1;
    if (given % IN_A_TURN === 0) await nextTurn();
    yield item;
  }
}
