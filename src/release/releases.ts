import type { Log } from '../log.ts';
import type { IndexManager, OpenedIndex } from '../retrieval/index-manager.ts';
import { reportOf } from '../retrieval/index-report.ts';
import type { LiveIndex } from '../retrieval/live-index.ts';
import { busySince, SHORT_PATIENCE_IN_MS } from './busy.ts';
import { refuseOdd } from './count-problems.ts';
import { failureOf } from './failure.ts';
import { createPace } from './pace.ts';
import type { Candidate } from './prepare.ts';
import type {
  Progress,
  ReleaseChecks,
  ReleaseOutcome,
  Releases,
  RollbackOutcome,
  RunOptions,
  SnapshotInfo,
} from './release.ts';
import { problemText } from './report-or-throw.ts';
import { rollback } from './rollback.ts';
import { runBuilder } from './run-builder.ts';
import type { BuilderSetup } from './run-builder.ts';
import { settle } from './settle.ts';
import { listSnapshots } from './snapshot-list.ts';

/** What a running process releases with. */
export interface ReleasesParts {
  readonly manager: IndexManager;
  readonly live: LiveIndex;
  readonly builder: BuilderSetup;
  readonly log: Log;
}

/** What is said of a candidate that an earlier process held. */
const UNKNOWN_CHECKS: ReleaseChecks = { problems: [], probe: { asked: 0, found: 0 }, gold: [] };

/** The releases of a running process. */
export function createReleases(parts: ReleasesParts): Releases {
  return new LiveReleases(parts);
}

class LiveReleases implements Releases {
  readonly #parts: ReleasesParts;
  #running: { by: string | null; since: number; progress: Progress | null } | null = null;
  /** Of the candidate that this process held last. */
  #checks: { readonly name: string; readonly checks: ReleaseChecks } | null = null;

  constructor(parts: ReleasesParts) {
    this.#parts = parts;
  }

  get running(): Releases['running'] {
    return this.#running;
  }

  async run(options: RunOptions): Promise<ReleaseOutcome> {
    return this.#alone(options.by, () => this.#build(options));
  }

  async insist(snapshot: string): Promise<ReleaseOutcome> {
    return this.#alone(null, () => this.#releaseHeld(snapshot));
  }

  rollback(snapshot?: string): Promise<RollbackOutcome> {
    const { manager, live } = this.#parts;
    return rollback(manager, { to: snapshot, onSwapped: (opened) => live.takeUp(opened) });
  }

  list(): Promise<readonly SnapshotInfo[]> {
    return listSnapshots(this.#parts.manager.store);
  }

  /** One at a time; whatever is thrown is an outcome. */
  async #alone(by: string | null, work: () => Promise<ReleaseOutcome>): Promise<ReleaseOutcome> {
    if (this.#running !== null) {
      return { status: 'busy', by: this.#running.by, since: this.#running.since };
    }
    this.#running = { by, since: Date.now(), progress: null };
    try {
      return await work();
    } catch (error) {
      return failureOf(error, this.#parts.manager.directory);
    } finally {
      this.#running = null;
    }
  }

  async #build({ force, onProgress, signal }: RunOptions): Promise<ReleaseOutcome> {
    if (signal?.aborted === true) return { status: 'cancelled' };
    const { builder, log } = this.#parts;
    const pace = createPace();
    const outcome = await runBuilder(
      builder,
      {
        force,
        log,
        signal,
        onStep: (step) => {
          const progress = pace(step);
          if (this.#running !== null) this.#running.progress = progress;
          onProgress?.(progress);
        },
      },
      async (result): Promise<ReleaseOutcome> => {
        if (result.status === 'candidate') return this.#serve(result, signal);
        if (result.status !== 'unchanged') return result;
        return { status: 'unchanged', snapshot: result.name, report: result.report };
      },
    );
    if (outcome.status === 'failed' || outcome.status === 'cancelled') await this.#sweep();
    return outcome;
  }

  /** Reads a candidate first, so that nothing is swapped that can't serve here; the builder holds the lock. */
  async #serve(candidate: Candidate, signal?: AbortSignal): Promise<ReleaseOutcome> {
    const { manager, live, log } = this.#parts;
    const { name: snapshot, report, checks } = candidate;
    const opened = candidate.isWorse ? null : await this.#read(candidate);
    if (signal?.aborted === true) {
      await manager.store.discard(snapshot);
      return { status: 'cancelled' };
    }
    const status = await settle(manager, candidate, { accept: false });
    if (status === 'held') this.#checks = { name: snapshot, checks };
    else if (opened !== null) live.takeUp(opened);
    for (const problem of checks.problems)
      log.warn(`The new index is odd: ${problemText(problem)}.`);
    return { status, snapshot, report, checks };
  }

  async #read({ name, counts }: Candidate): Promise<OpenedIndex> {
    const { manager } = this.#parts;
    try {
      const opened = await manager.load(await manager.store.saved(name));
      refuseOdd(opened.snapshot, counts);
      return opened;
    } catch (error) {
      await manager.store.discard(name);
      throw error;
    }
  }

  async #releaseHeld(snapshot: string): Promise<ReleaseOutcome> {
    const { manager, live } = this.#parts;
    const { store } = manager;
    const started = performance.now();
    const lock = await manager.lock(SHORT_PATIENCE_IN_MS);
    if (lock === null) return { status: 'busy', by: null, since: await busySince(manager) };
    try {
      const held = await store.held();
      if (held === null || held.name !== snapshot) {
        const message = `The snapshot ${snapshot} is no longer held: build the index again.`;
        return { status: 'failed', cause: 'other', message };
      }
      const before = await store.current().catch(() => null);
      const opened: OpenedIndex = await manager.load(held);
      await store.release(held);
      live.takeUp(opened);
      const counts = reportOf(opened.snapshot, before?.manifest ?? null, []);
      return {
        status: 'swapped',
        snapshot,
        report: { ...counts, elapsedMs: performance.now() - started },
        checks: this.#checks?.name === snapshot ? this.#checks.checks : UNKNOWN_CHECKS,
      };
    } finally {
      await lock.release();
    }
  }

  /** Removes what a builder that was killed has left; where another one builds by now, that one will. */
  async #sweep(): Promise<void> {
    const { manager } = this.#parts;
    const lock = await manager.lock(SHORT_PATIENCE_IN_MS).catch(() => null);
    if (lock === null) return;
    await manager.store.sweep();
    await lock.release();
  }
}
