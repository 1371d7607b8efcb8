import { setImmediate as nextTurn } from 'node:timers/promises';

import type { Answerer } from '../answering/answer.ts';

/**
 * Begins one answer in each turn of the event loop. Making one takes milliseconds in which nothing else happens; a hundred that came in
 * one poll would keep all their readers without a sign of life until the last was made. What waits for a model holds nobody up.
 */
export function takingTurns(answerer: Answerer): Answerer {
  let last = Promise.resolve();
  return {
    async answer(question, options) {
      const before = last;
      const turn = (async () => {
        await before;
        await nextTurn();
      })();
      last = turn;
      await turn;
      return answerer.answer(question, options);
    },
  };
}
