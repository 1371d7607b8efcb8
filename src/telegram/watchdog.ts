import { grammySignal } from './signals.ts';
import type { GrammySignal } from './signals.ts';

/** How long a call may be silent, and who is told. */
interface Watch {
  /** Ends the call as its caller wishes. */
  readonly signal: GrammySignal;
  readonly silenceInMs: number;
  readonly onSilence: () => void;
}

/**
 * Makes a call and ends it where it stays silent: a connection that a router forgot looks like one on which nothing happens.
 *
 * @throws what the call throws, for being ended too.
 */
export async function watched<Result>(
  call: (signal: GrammySignal) => Promise<Result>,
  { signal, silenceInMs, onSilence }: Watch,
): Promise<Result> {
  const ending = new AbortController();
  const end = (): void => ending.abort();
  const timer = setTimeout(() => {
    onSilence();
    end();
  }, silenceInMs);
  signal.addEventListener('abort', end);
  if (signal.aborted) end();
  try {
    return await call(grammySignal(ending.signal));
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
  }
}
