import { ModelFailure } from '../answering/chat-model.ts';
import { Call } from './call.ts';
import type { CallLimits } from './call.ts';
import type { ModelAccount, PlannedCall } from './model-account.ts';
import type { Usage } from './usage.ts';

/** What a call is made with. */
export interface AccountedCall extends CallLimits {
  readonly account: ModelAccount;
  readonly planned: PlannedCall;
  /** What it has taken, when it has ended so. */
  readonly spent: (outcome: string) => Usage;
}

/**
 * Makes a call that stands in the account, however it ends: `ok`, the reason of its failure, or `aborted`.
 *
 * @throws {ModelFailure} what `task` throws, or `budget-spent` before it is begun, or the reason of an aborted signal.
 */
export async function makeCall<T>(
  { account, planned, spent, ...limits }: AccountedCall,
  task: (call: Call) => Promise<T>,
): Promise<T> {
  const entry = await account.begin(planned);
  let outcome = 'aborted';
  try {
    const call = new Call(limits);
    try {
      const result = await task(call);
      outcome = 'ok';
      return result;
    } finally {
      call.end();
    }
  } catch (error) {
    if (error instanceof ModelFailure) outcome = error.reason;
    throw error;
  } finally {
    await entry.settle(outcome, spent(outcome));
  }
}
