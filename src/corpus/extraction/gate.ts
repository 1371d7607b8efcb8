/** Lets a few through at once and the others wait in the order in which they came. */
export interface Gate {
  /** Gives the function that makes room again, to be called once; null where the signal came first. */
  enter(signal?: AbortSignal): Promise<(() => void) | null>;
}

export function createGate(places: number): Gate {
  let free = places;
  const waiting: (() => void)[] = [];
  const leave = (): void => {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  };
  return {
    enter: (signal) => {
      if (signal?.aborted === true) return Promise.resolve(null);
      if (free > 0) {
        free -= 1;
        return Promise.resolve(leave);
      }
      return new Promise((resolve) => {
        const abort = (): void => {
          waiting.splice(waiting.indexOf(proceed), 1);
          resolve(null);
        };
        const proceed = (): void => {
          signal?.removeEventListener('abort', abort);
          resolve(leave);
        };
        signal?.addEventListener('abort', abort, { once: true });
        waiting.push(proceed);
      });
    },
  };
}
