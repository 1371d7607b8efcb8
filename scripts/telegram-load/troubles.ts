import type { Chances } from '../../tests/support/bot-api/faults.ts';

/** What is made hard for the bot. */
export interface Trouble {
  readonly name: string;
  readonly faults: Chances;
  /** How many questions of a chat may wait for their answers. */
  readonly atOnce: number;
  /** Whether a question may be answered twice: where only the reply to a call is lost, nobody can know that it was carried out. */
  readonly mayAnswerTwice: boolean;
  /** The most that 99 of 100 may wait, in milliseconds; null: no goal. */
  readonly goalP99Ms: number | null;
}

const RETRY_AFTER_S = 1;
/** Five in a hundred calls refused, half of them as too many and half by a gateway, and two cut off before they are carried out. */
const SOME = {
  seed: 20_261_123,
  tooMany: 0.025,
  retryAfter: RETRY_AFTER_S,
  badGateway: 0.025,
  cut: 0.02,
} as const;
const GOAL_P99_MS = 1000 * (1.5 * RETRY_AFTER_S + 1);
const STRICT = { atOnce: 1, mayAnswerTwice: false, goalP99Ms: GOAL_P99_MS } as const;

/** Every trouble that the bot has to get through. */
export const TROUBLES: readonly Trouble[] = [
  { ...STRICT, name: '5 % refused, 2 % cut', faults: SOME },
  { ...STRICT, name: 'the same, polls too', faults: { ...SOME, polls: true } },
  {
    ...STRICT,
    name: 'the same, all asked at once',
    faults: { ...SOME, polls: true },
    atOnce: Number.MAX_SAFE_INTEGER,
    goalP99Ms: null,
  },
  {
    ...STRICT,
    name: '5 % refused, 2 % cut once carried out',
    faults: { ...SOME, cut: 0, cutAfter: SOME.cut },
    mayAnswerTwice: true,
  },
];
