import type { Answerer } from '../answering/answer.ts';

/** The turns of the event loop in which answers are made. */
export interface Turns {
  /** Resolves when it is this one's turn: before all that wait for one where it goes on with what was begun, else behind them. */
  take(goesOn: boolean): Promise<void>;
}

/** Three turns of the event loop may pass before a reader sees a sign of life. */
const LONG_TURN_IN_MS = 10;
const MOST_AT_ONCE = 32;

/**
 * Gives few turns in each turn of the event loop: one more than in the one before where that was short, half as many where it was long, at
 * least one. Nothing else happens while an answer is made; a hundred that came in one poll would keep all their readers without a sign of
 * life until the last was made.
 *
 * @param now milliseconds.
 */
export function createTurns(now: () => number = () => performance.now()): Turns {
  const [begun, waiting]: [(() => void)[], (() => void)[]] = [[], []];
  let isTurning = false;
  let atOnce = 1;
  const turn = (): void => {
    isTurning = begun.length + waiting.length > 0;
    if (!isTurning) return;
    const startedAt = now();
    for (let given = 0; given < atOnce; given += 1) (begun.shift() ?? waiting.shift())?.();
    setImmediate(() => {
      const isShort = now() - startedAt < LONG_TURN_IN_MS;
      atOnce = isShort ? Math.min(atOnce + 1, MOST_AT_ONCE) : Math.max(1, Math.floor(atOnce / 2));
      turn();
    });
  };
  return {
    take: async (goesOn) =>
      new Promise((resolve) => {
        (goesOn ? begun : waiting).push(resolve);
        if (!isTurning) setImmediate(turn);
        isTurning = true;
      }),
  };
}

/** Takes a turn for each answer. What waits for a model holds nobody up. */
export function takingTurns(
  answerer: Answerer,
  turns: Turns,
  { goesOn }: { readonly goesOn: boolean },
): Answerer {
  return {
    async answer(question, options) {
      await turns.take(goesOn);
      return answerer.answer(question, options);
    },
  };
}
