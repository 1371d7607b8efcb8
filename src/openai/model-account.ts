import { ModelFailure } from '../answering/chat-model.ts';
import type { Log } from '../log.ts';
import { addSums, NOTHING_SPENT, sumsOf, UsageFiles } from './usage-files.ts';
import type { Sums, UsageLine } from './usage-files.ts';
import type { Usage } from './usage.ts';

/** What models may cost in a day (UTC). Null: as much as they like. */
export interface AccountLimits {
  readonly chatTokensPerDay: number | null;
  /** Dollars; says nothing where no prices are known. */
  readonly chatCostPerDay: number | null;
  readonly embeddingTokensPerDay: number | null;
}

/** Dollars for a million tokens of a chat model. */
interface ChatPrices {
  readonly input: number;
  readonly output: number;
}

/** What an account is kept with. */
export interface ModelAccountParts {
  /** A file for each day lies in `model-usage` below it. */
  readonly stateDirectory: string;
  readonly limits: AccountLimits;
  readonly prices: ChatPrices | null;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** A call that is about to be made, with what it is estimated to take. */
export interface PlannedCall {
  /** What a chat is for, or `embed`. */
  readonly purpose: string;
  readonly model: string;
  readonly estimate: Usage;
}

/** A call that is being made; its estimate counts until it is settled. */
interface OpenCall {
  /** Puts down what came of it: `ok`, `aborted`, or why it failed. Never throws. */
  settle(outcome: string, spent: Usage): Promise<void>;
}

/** The account of what models have taken, over all processes that share a state folder. */
export interface ModelAccount {
  /** @throws {ModelFailure} `budget-spent` where a day's limit leaves no room for the call. */
  begin(call: PlannedCall): Promise<OpenCall>;
}

/**
 * Keeps an account in append-only files, one JSON line for each call, so that neither a killed process nor two at once lose
 * anything. The files are what counts: lines of other processes are taken in before each call. Where they can't be written, that is said
 * once, and this process counts for itself.
 */
export function createModelAccount(parts: ModelAccountParts): ModelAccount {
  const files = new UsageFiles(parts.stateDirectory, parts.log);
  const underway = new Set<Sums>();
  const now = parts.now ?? Date.now;
  const costOf = ({ purpose }: PlannedCall, usage: Usage): number | null =>
    parts.prices === null || purpose === 'embed' ? null : costIn(parts.prices, usage);
  return {
    begin: async (call) => {
      const spent = await files.read(dayOf(now()));
      const cost = costOf(call, call.estimate);
      const planned = sumsOf({ purpose: call.purpose, ...call.estimate, cost });
      const expected = [spent, ...underway, planned].reduce(addSums, NOTHING_SPENT);
      const limit = limitReached(expected, call, parts.limits);
      if (limit !== null) {
        throw new ModelFailure('budget-spent', `The day's limit is reached: ${limit}.`);
      }
      underway.add(planned);
      return {
        settle: async (outcome, usage) => {
          const time = new Date(now()).toISOString();
          const { purpose, model } = call;
          const { promptTokens, completionTokens } = usage;
          const line: UsageLine = {
            time,
            purpose,
            model,
            promptTokens,
            completionTokens,
            cost: costOf(call, usage),
            outcome,
          };
          await files.append(dayOf(now()), line);
          underway.delete(planned);
        },
      };
    },
  };
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function costIn(prices: ChatPrices, { promptTokens, completionTokens }: Usage): number {
  return (promptTokens * prices.input + completionTokens * prices.output) / 1_000_000;
}

/** The setting that leaves no room; null where there is room. */
function limitReached(expected: Sums, call: PlannedCall, limits: AccountLimits): string | null {
  if (call.purpose === 'embed') {
    const isReached = isAbove(expected.embeddingTokens, limits.embeddingTokensPerDay);
    return isReached ? 'EMBEDDING_TOKENS_PER_DAY' : null;
  }
  if (isAbove(expected.chatTokens, limits.chatTokensPerDay)) return 'CHAT_TOKENS_PER_DAY';
  return isAbove(expected.chatCost, limits.chatCostPerDay) ? 'CHAT_COST_PER_DAY' : null;
}

function isAbove(sum: number, limit: number | null): boolean {
  return limit !== null && sum > limit;
}
