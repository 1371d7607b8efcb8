import type { Upload } from './multipart.ts';
import type { Payload } from './payload.ts';
import type { Watch } from './watch.ts';

/**
 * A call that the bot made; `payload` is what it sent. `error` is the code it was refused with, 0 where the bot got
 * no readable reply; `result` is there wherever the call was carried out.
 */
export interface ApiCall {
  readonly method: string;
  readonly payload: Payload;
  /** What came with it as multipart/form-data, by the names of the parts. */
  readonly files?: ReadonlyMap<string, Upload>;
  readonly result?: unknown;
  readonly error?: number;
}

/** The calls of a bot. */
export interface CallRecord {
  /** Every call, in order. */
  readonly all: readonly ApiCall[];
  add(call: ApiCall): void;
  /** The first call of this method that was not yet asked for; waits for it. */
  next(method: string): Promise<ApiCall>;
}

/** What becomes of calls. */
interface Recording {
  /** Whether calls are kept at all; a load test would fill the memory with them. */
  readonly kept: boolean;
  /** Is told of every call as it is added. */
  readonly onCall?: ((call: ApiCall) => void) | undefined;
}

/** A record without calls. */
export function createCallRecord(watch: Watch, { kept, onCall }: Recording): CallRecord {
  const all: ApiCall[] = [];
  const byMethod = new Map<string, ApiCall[]>();
  const taken = new Map<string, number>();
  return {
    all,
    add(call) {
      onCall?.(call);
      if (!kept) return;
      all.push(call);
      const same = byMethod.get(call.method);
      if (same === undefined) byMethod.set(call.method, [call]);
      else same.push(call);
    },
    async next(method) {
      if (!kept) throw new Error('This server was told to keep no record of calls.');
      const index = taken.get(method) ?? 0;
      taken.set(method, index + 1);
      return watch.until(
        method,
        () => byMethod.get(method)?.[index],
        () => `calls so far: ${all.map((call) => call.method).join(', ')}`,
      );
    },
  };
}
