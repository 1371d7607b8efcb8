import type { Api } from 'grammy';

/** The signal that grammY's types ask for: the one of a package older than Node's own. */
type GrammySignal = NonNullable<Parameters<Api['getMe']>[0]>;

/** Node's signal as grammY's: it uses nothing but `aborted` and the two listener methods. */
export function grammySignal(signal: AbortSignal): GrammySignal {
  if (!isGrammySignal(signal)) {
    throw new TypeError('An AbortSignal of Node serves grammY.');
  }
  return signal;
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
