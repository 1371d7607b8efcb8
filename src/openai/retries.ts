import { ModelFailure } from '../answering/chat-model.ts';
import { pause } from '../pause.ts';
import type { Call } from './call.ts';
import type { Fault } from './faults.ts';
import { statedDelay } from './stated-delay.ts';

/** What a test puts in the place of time and chance. */
export interface Timing {
  /** Waits; ends early, without an error, when the signal is aborted. */
  readonly pause: (durationInMs: number, signal: AbortSignal) => Promise<void>;
  /** 0 to 1. */
  readonly random: () => number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export const REAL_TIMING: Timing = { pause, random: Math.random, now: Date.now };

/** Tries after the first. */
const RETRIES = 2;
const FIRST_DELAY_IN_MS = 500;

/**
 * Tries a request again while what failed may pass: after as long as the server says, else after half a second and a second,
 * less up to a quarter by chance, so that many callers don't come back at once. Never waits longer than the call may take.
 *
 * @throws {ModelFailure} why the last try failed, or the reason of the call's signal.
 */
export async function withRetries<T>(
  attempt: () => Promise<T>,
  read: (error: unknown) => Fault,
  call: Call,
  timing: Timing,
): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    call.signal.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      // What ended the call is what it failed of, whatever came of the request then.
      call.signal.throwIfAborted();
      const fault = read(error);
      const wait = statedDelay(fault.headers, timing.now()) ?? ownDelay(tries, timing);
      if (!fault.passing || tries >= RETRIES || wait >= call.leftInMs()) throw failure(fault);
      await timing.pause(wait, call.signal);
      // Patience ran out while nothing was asked: what went wrong before tells more.
      if (call.signal.reason instanceof ModelFailure) throw failure(fault);
    }
  }
}

function ownDelay(tries: number, { random }: Timing): number {
  return FIRST_DELAY_IN_MS * 2 ** tries * (1 - random() / 4);
}

/** Without its cause: a server's words may repeat what a reader wrote, and a log would show them. */
function failure({ reason, message }: Fault): ModelFailure {
  return new ModelFailure(reason, message);
}
