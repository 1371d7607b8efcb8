/**
 * What befalls a call. An error in Telegram's words, an HTML page (`html`), words that are no JSON (`not-json`), a
 * connection cut before the call is carried out (`cut`) or after, so that only the reply is lost (`cut-after`), no
 * reply at all (`hang`), or one that is late by so many milliseconds (`slow`).
 */
export type Fault =
  | { readonly code: number; readonly description: string; readonly retryAfter?: number }
  | { readonly slow: number }
  | 'html'
  | 'not-json'
  | 'cut'
  | 'cut-after'
  | 'hang';

/** Telegram's own faults, in its words. */
export const FAULTS = {
  tooManyRequests: (retryAfter: number): Fault => ({
    code: 429,
    description: `Too Many Requests: retry after ${retryAfter}`,
    retryAfter,
  }),
  badEntities: {
    code: 400,
    description: "Bad Request: can't parse entities: unsupported entity at byte offset 0",
  },
  blocked: { code: 403, description: 'Forbidden: bot was blocked by the user' },
  serverError: { code: 500, description: 'Internal Server Error' },
} as const satisfies Record<string, Fault | ((seconds: number) => Fault)>;

/** How often calls fail, each a share from 0, the default, to 1; together at most 1. */
export interface Chances {
  /** The same seed gives the same faults to the same sequence of calls. */
  readonly seed: number;
  readonly tooMany?: number;
  /** What a 429 asks for, in seconds. Default: 1. */
  readonly retryAfter?: number;
  readonly badGateway?: number;
  readonly cut?: number;
  readonly cutAfter?: number;
  readonly slow?: number;
  /** Default: 1000. */
  readonly slowInMs?: number;
  /** Whether getUpdates fails as well. Default: false. */
  readonly polls?: boolean;
}

/** The faults to come. */
export interface FaultPlan {
  /** Makes the next call of a method fail; several faults are used up in order. */
  failNext(method: string, ...faults: readonly Fault[]): void;
  /** Makes calls of all methods fail now and then, until called with null. */
  failRandomly(chances: Chances | null): void;
  /** What befalls this call; a fault that was planned for it comes before one by chance. */
  next(method: string): Fault | undefined;
}

/** A plan without faults. */
export function createFaultPlan(): FaultPlan {
  const planned = new Map<string, Fault[]>();
  let byChance = noFault;
  return {
    failNext(method, ...faults) {
      planned.set(method, [...(planned.get(method) ?? []), ...faults]);
    },
    failRandomly(chances) {
      byChance = chances === null ? noFault : lottery(chances);
    },
    next: (method) => planned.get(method)?.shift() ?? byChance(method),
  };
}

type Draw = (method: string) => Fault | undefined;

const noFault: Draw = () => undefined;

function lottery(chances: Chances): Draw {
  const random = randomNumbers(chances.seed);
  const faults: readonly (readonly [number | undefined, Fault])[] = [
    [chances.tooMany, FAULTS.tooManyRequests(chances.retryAfter ?? 1)],
    [chances.badGateway, 'html'],
    [chances.cut, 'cut'],
    [chances.cutAfter, 'cut-after'],
    [chances.slow, { slow: chances.slowInMs ?? 1000 }],
  ];
  return (method) => {
    if (method === 'getUpdates' && chances.polls !== true) return undefined;
    let drawn = random();
    for (const [share = 0, fault] of faults) {
      drawn -= share;
      if (drawn < 0) return fault;
    }
    return undefined;
  };
}

/** Numbers from 0 to below 1 that look random and are the same for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
