const WAIT_IN_MS = 20_000;

/** Lets tests wait for what a server sees, without sleeping. */
export interface Watch {
  /** Looks again, for everyone who waits. */
  changed(): void;
  /** What `look` gives, as soon as that is something; rejects after 20 seconds, with `state` in its words. */
  until<Value>(what: string, look: () => Value | undefined, state: () => string): Promise<Value>;
}

/** A watch that nobody waits at. */
export function createWatch(): Watch {
  const watchers = new Set<() => void>();
  return {
    changed() {
      for (const watcher of watchers) watcher();
    },
    until: (what, look, state) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          watchers.delete(watcher);
          reject(new Error(`${what} did not come within ${WAIT_IN_MS} ms; ${state()}`));
        }, WAIT_IN_MS);
        const watcher = (): void => {
          const value = look();
          if (value === undefined) return;
          clearTimeout(timer);
          watchers.delete(watcher);
          resolve(value);
        };
        watchers.add(watcher);
        watcher();
      }),
  };
}
