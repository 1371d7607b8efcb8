import type { Curator } from '../../src/curation/curator.ts';
import { PastedText } from '../../src/curation/pasted-text.ts';
import { findGaps } from '../../src/insight/gaps.ts';
import type { Releases, ReleaseOutcome, RunOptions } from '../../src/release/release.ts';
import type { IndexReport } from '../../src/retrieval/index-report.ts';
import type { Administration } from '../../src/telegram/parts.ts';

export const REPORT: IndexReport = {
  documents: 3,
  passages: 40,
  added: 1,
  changed: 1,
  removed: 0,
  unchanged: 1,
  failed: [],
  elapsedMs: 1234,
};

export const CHECKS = { problems: [], probe: { asked: 10, found: 10 }, gold: [] };

export const SWAPPED: ReleaseOutcome = {
  status: 'swapped',
  snapshot: 'new',
  report: REPORT,
  checks: CHECKS,
};

/** Releases that do what they are told: by default each run swaps at once. */
export function fakeReleases(changes: Partial<Releases> = {}): Releases {
  const serving = { name: 'new', builtAt: 1_700_000_000_000, documents: 3, passages: 40 };
  return {
    run: async () => SWAPPED,
    insist: async () => SWAPPED,
    rollback: async () => ({ status: 'nothing-older' }),
    list: async () => [{ ...serving, serving: true }],
    running: null,
    ...changes,
  };
}

/** Releases whose run goes on until it is told what came of it, or is cancelled. */
export function heldReleases(): {
  releases: Releases;
  /** The options of each run. */
  runs: RunOptions[];
  /** The options of a run, counted from 0, once it has begun. */
  begun: (run: number) => Promise<RunOptions>;
  finish: (outcome: ReleaseOutcome) => void;
} {
  const runs: RunOptions[] = [];
  const waiting: ((outcome: ReleaseOutcome) => void)[] = [];
  const awaited: (() => void)[] = [];
  const releases = fakeReleases({
    run: async (options) => {
      runs.push(options);
      for (const told of awaited.splice(0)) told();
      return new Promise((resolve) => {
        waiting.push(resolve);
        options.signal?.addEventListener('abort', () => resolve({ status: 'cancelled' }));
      });
    },
  });
  const begun = async (run: number): Promise<RunOptions> => {
    const options = runs[run];
    if (options !== undefined) return options;
    await new Promise<void>((resolve) => {
      awaited.push(resolve);
    });
    return begun(run);
  };
  return { releases, runs, begun, finish: (outcome) => waiting.shift()?.(outcome) };
}

function unscripted(): never {
  throw new Error('Nobody said what the curator does.');
}

/** What admins look after, over fakes; `swap` says that the documents were swapped. */
export function fakeAdministration(
  changes: Partial<Administration> = {},
): Administration & { swap: () => void } {
  const listeners: (() => void)[] = [];
  const curator: Curator = {
    receive: async () => unscripted(),
    receiveText: async () => unscripted(),
    add: async () => unscripted(),
    drop: async () => unscripted(),
    pasted: new PastedText('/nowhere'),
    waiting: async () => [],
    removed: async () => [],
    list: async () => [],
    remove: async () => unscripted(),
    restore: async () => unscripted(),
    rename: async () => unscripted(),
    forget: async () => {},
    purge: async () => {},
  };
  return {
    curator,
    releases: fakeReleases(),
    lastChanges: async () => null,
    onSwap: (listener) => void listeners.push(listener),
    vitals: async () => ({
      embedding: 'local',
      passages: 40,
      memoryInMiB: 123,
      uptimeInSeconds: 4000,
      errors: 2,
      costToday: null,
    }),
    gapsIn: async (asked) => findGaps(asked),
    picture: async () => null,
    ...changes,
    swap: () => {
      for (const listener of listeners) listener();
    },
  };
}
