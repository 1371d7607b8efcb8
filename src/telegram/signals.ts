import type { Api } from 'grammy';

import { pause } from '../pause.ts';

/** The signal that grammY's types ask for: the one of a package older than Node's own. */
export type GrammySignal = NonNullable<Parameters<Api['getMe']>[0]>;

/** Node's signal as grammY's: it uses nothing but `aborted` and the two listener methods. */
export function grammySignal(signal: AbortSignal): GrammySignal {
  if (!isGrammySignal(signal)) {
    throw new TypeError('An AbortSignal of Node serves grammY.');
  }
  return signal;
}

/** Waits; ends early, without an error, when grammY's signal is aborted. */
export async function pauseForCall(
  durationInMs: number,
  signal: GrammySignal | undefined,
): Promise<void> {
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  signal?.addEventListener('abort', stop);
  if (signal?.aborted === true) stop();
  await pause(durationInMs, stopping.signal);
  signal?.removeEventListener('abort', stop);
}

/** Resolves when the signal is aborted; at once if it is already. */
export async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) {
    return;
  }
  await new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

function isGrammySignal(signal: object): signal is GrammySignal {
  return 'aborted' in signal && 'addEventListener' in signal;
}
