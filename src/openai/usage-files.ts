import { appendFile, open } from 'node:fs/promises';
import { join } from 'node:path';

import { ensureDirectory } from '../ensure-directory.ts';
import { messageOf } from '../errors.ts';
import { isJsonObject } from '../json.ts';
import type { Log } from '../log.ts';
import type { Usage } from './usage.ts';

/** One call as it stands in a day's file. */
export interface UsageLine extends Usage {
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly purpose: string;
  readonly model: string;
  /** Dollars; null where no price is known. */
  readonly cost: number | null;
  readonly outcome: string;
}

/** What a day has taken. */
export interface Sums {
  readonly chatTokens: number;
  /** Dollars. */
  readonly chatCost: number;
  readonly embeddingTokens: number;
}

export const NOTHING_SPENT: Sums = { chatTokens: 0, chatCost: 0, embeddingTokens: 0 };

const NEW_LINE = 0x0a;

/** Adds up two sums. */
export function addSums(left: Sums, right: Sums): Sums {
  return {
    chatTokens: left.chatTokens + right.chatTokens,
    chatCost: left.chatCost + right.chatCost,
    embeddingTokens: left.embeddingTokens + right.embeddingTokens,
  };
}

/** What one call adds to a day's sums. */
export function sumsOf(call: Pick<UsageLine, 'purpose' | 'cost' | keyof Usage>): Sums {
  const tokens = call.promptTokens + call.completionTokens;
  return call.purpose === 'embed'
    ? { ...NOTHING_SPENT, embeddingTokens: tokens }
    : { ...NOTHING_SPENT, chatTokens: tokens, chatCost: call.cost ?? 0 };
}

/** The files of an account: `model-usage/<UTC date>.jsonl`. One file is read on from where it was left. */
export class UsageFiles {
  readonly #directory: string;
  readonly #log: Log;
  #day = '';
  /** The sums of the day's file as far as it was read. */
  #sums = NOTHING_SPENT;
  /** Bytes of whole lines that were read. */
  #read = 0;
  /** Whether the file ended in a piece of a line when it was last read: its writer was killed. */
  #isTorn = false;
  /** What could not be written. */
  #unsaved = NOTHING_SPENT;
  #hasWarned = false;
  /** Reading and writing in turns, so that nothing is counted twice. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(stateDirectory: string, log: Log) {
    this.#directory = join(stateDirectory, 'model-usage');
    this.#log = log;
  }

  /** What a day has taken, over all processes. Never throws. */
  read(day: string): Promise<Sums> {
    return this.#inTurn(async () => {
      await this.#catchUp(day);
      return addSums(this.#sums, this.#unsaved);
    });
  }

  /** Adds a line to a day's file; where that fails, it is counted in memory. Never throws. */
  append(day: string, line: UsageLine): Promise<void> {
    return this.#inTurn(async () => {
      await this.#catchUp(day);
      try {
        await ensureDirectory(this.#directory);
        const start = this.#isTorn ? '\n' : '';
        await appendFile(this.#fileOf(day), `${start}${JSON.stringify(line)}\n`);
      } catch (error) {
        this.#unsaved = addSums(this.#unsaved, sumsOf(line));
        this.#warn(error);
        return;
      }
      await this.#catchUp(day);
    });
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(task);
    this.#turn = result;
    return result;
  }

  async #catchUp(day: string): Promise<void> {
    if (day !== this.#day) this.#startDay(day);
    try {
      await this.#readOn();
    } catch (error) {
      if (!isMissing(error)) this.#warn(error);
      else if (this.#read > 0) this.#startDay(day);
    }
  }

  #startDay(day: string): void {
    // What another day has taken doesn't count today.
    if (day !== this.#day) this.#unsaved = NOTHING_SPENT;
    this.#day = day;
    this.#sums = NOTHING_SPENT;
    this.#read = 0;
    this.#isTorn = false;
  }

  async #readOn(): Promise<void> {
    const handle = await open(this.#fileOf(this.#day), 'r');
    try {
      const { size } = await handle.stat();
      if (size < this.#read) this.#startDay(this.#day);
      const bytes = Buffer.alloc(size - this.#read);
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, this.#read);
      const whole = bytes.subarray(0, bytesRead).lastIndexOf(NEW_LINE) + 1;
      for (const line of bytes.toString('utf8', 0, whole).split('\n')) {
        this.#sums = addSums(this.#sums, sumsOfLine(line));
      }
      this.#read += whole;
      this.#isTorn = whole < bytesRead;
    } finally {
      await handle.close();
    }
  }

  #fileOf(day: string): string {
    return join(this.#directory, `${day}.jsonl`);
  }

  #warn(error: unknown): void {
    if (this.#hasWarned) return;
    this.#hasWarned = true;
    const reason = messageOf(error);
    this.#log.warn(`The account of model calls is kept in memory only: ${reason}.`);
  }
}

/** What a line adds; nothing where it is no line of ours, or only a piece of one. */
function sumsOfLine(text: string): Sums {
  try {
    const value: unknown = JSON.parse(text);
    if (!isJsonObject(value)) return NOTHING_SPENT;
    return sumsOf({
      purpose: String(value['purpose']),
      promptTokens: amountOf(value['promptTokens']),
      completionTokens: amountOf(value['completionTokens']),
      cost: amountOf(value['cost']),
    });
  } catch {
    return NOTHING_SPENT;
  }
}

function amountOf(value: unknown): number {
  return typeof value === 'number' && value > 0 && Number.isFinite(value) ? value : 0;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
