import type { IndexManager } from './index-manager.ts';
import type { IndexReport } from './index-report.ts';
import type { Snapshot } from './snapshot.ts';

/** How often a running process looks for a new snapshot. */
const WATCH_INTERVAL_IN_MS = 2000;

/**
 * The index of a running process: the snapshot that serves now, swapped whole when a new one is there. A question keeps
 * the snapshot it started with.
 */
export class LiveIndex {
  readonly #manager: IndexManager;
  #snapshot: Snapshot;
  #name: string | null;
  #timer: NodeJS.Timeout | null = null;
  #checking = false;
  readonly #listeners: (() => void)[] = [];

  private constructor(manager: IndexManager, snapshot: Snapshot, name: string | null) {
    this.#manager = manager;
    this.#snapshot = snapshot;
    this.#name = name;
  }

  /** @throws {PirsyarError} if there is no document to serve. */
  static async open(manager: IndexManager): Promise<LiveIndex> {
    const { snapshot, name } = await manager.open();
    return new LiveIndex(manager, snapshot, name);
  }

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  /** Brings the index up to date and serves it. @throws {PirsyarError} where that fails; the old one serves on. */
  async update({ force }: { force: boolean }): Promise<IndexReport> {
    const { snapshot, name, report } = await this.#manager.update({ force });
    this.#serve(snapshot);
    this.#name = name;
    return report;
  }

  /** Calls back each time another snapshot serves, right after. */
  onSwap(listener: () => void): void {
    this.#listeners.push(listener);
  }

  #serve(snapshot: Snapshot): void {
    const isOther = snapshot !== this.#snapshot;
    this.#snapshot = snapshot;
    if (isOther) for (const listener of this.#listeners) listener();
  }

  /** Takes up snapshots that other processes build, within a few seconds, until `close`. Doesn't keep the process alive. */
  watch(): void {
    this.#timer ??= setInterval(() => void this.takeUpNew(), WATCH_INTERVAL_IN_MS).unref();
  }

  /** Serves the snapshot on disk if it is another one than before; never throws. */
  async takeUpNew(): Promise<void> {
    if (this.#checking) return;
    this.#checking = true;
    try {
      const name = await this.#manager.currentName();
      if (name === null || name === this.#name) return;
      const opened = await this.#manager.reload();
      // What can't be taken up is not tried again until another one is there.
      this.#name = name;
      if (opened !== null) this.#serve(opened.snapshot);
    } finally {
      this.#checking = false;
    }
  }

  close(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }
}
