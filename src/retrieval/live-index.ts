import type { IndexManager, OpenedIndex } from './index-manager.ts';
import type { Snapshot } from './snapshot.ts';

/** How often a running process looks for a new snapshot. */
const WATCH_INTERVAL_IN_MS = 2000;

/** Is told which snapshot has served so far, and which serves now. */
export type SwapListener = (before: Snapshot, after: Snapshot) => void;

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
  readonly #listeners: SwapListener[] = [];

  private constructor(manager: IndexManager, snapshot: Snapshot, name: string | null) {
    this.#manager = manager;
    this.#snapshot = snapshot;
    this.#name = name;
  }

  /** See `IndexManager.open`. @throws {PirsyarError} if there is no document to serve. */
  static async open(manager: IndexManager, options?: { servesOn?: boolean }): Promise<LiveIndex> {
    const { snapshot, name } = await manager.open(options);
    return new LiveIndex(manager, snapshot, name);
  }

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  /** Serves a snapshot from now on. */
  takeUp({ snapshot, name }: OpenedIndex): void {
    const before = this.#snapshot;
    this.#snapshot = snapshot;
    this.#name = name;
    if (snapshot !== before) for (const listener of this.#listeners) listener(before, snapshot);
  }

  /** Calls back each time another snapshot serves, right after. */
  onSwap(listener: SwapListener): void {
    this.#listeners.push(listener);
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
      const before = this.#name;
      const name = await this.#manager.store.currentName();
      if (name === null || name === before) return;
      const opened = await this.#manager.reload();
      // This process has swapped to another one meanwhile.
      if (this.#name !== before) return;
      // What can't be taken up is not tried again until another one is there.
      this.takeUp(opened ?? { snapshot: this.#snapshot, name });
    } finally {
      this.#checking = false;
    }
  }

  close(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }
}
