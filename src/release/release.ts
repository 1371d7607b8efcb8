import type { IndexReport } from '../retrieval/index-report.ts';

/** What a build is at. */
export type Stage = 'reading' | 'embedding' | 'linking' | 'writing' | 'checking';

/** How far a build is, in passages of its stage. */
export interface Progress {
  readonly stage: Stage;
  readonly done: number;
  readonly total: number;
  /** Null until it can be told. */
  readonly perSecond: number | null;
  /** Of this stage; null until it can be told. */
  readonly secondsLeft: number | null;
}

/** Too few passages of a new snapshot are found: by words of their own, or by their own vectors. */
export interface ProbeProblem {
  readonly kind: 'words' | 'vectors';
  readonly asked: number;
  readonly found: number;
}

/** What a new snapshot was found to be like before it serves. */
export interface ReleaseChecks {
  /** What speaks against it besides the gold questions; none is the rule. */
  readonly problems: readonly ProbeProblem[];
  /** Passages that were looked for by a sentence of their own, and how many of them were found. */
  readonly probe: { readonly asked: number; readonly found: number };
  /** For each document with questions of its own. */
  readonly gold: readonly GoldScore[];
}

/** How the questions of one document fared. */
export interface GoldScore {
  readonly document: string;
  /** How many were put, each in each language it has. */
  readonly questions: number;
  /** Share answered rightly by the snapshot that serves; 0 where none does. */
  readonly before: number;
  /** Share answered rightly by the new snapshot. */
  readonly now: number;
  /** Questions that weren't put because their evidence no longer stands in the document. */
  readonly leftOut: number;
}

/** Why no new snapshot serves; the old one does. */
export type FailureCause =
  | 'disk-full'
  | 'not-writable'
  | 'embeddings'
  | 'no-documents'
  | 'memory'
  | 'other';

/** A failure, as an outcome; `message` is for a person who runs the bot. */
export interface ReleaseFailure {
  readonly status: 'failed';
  readonly cause: FailureCause;
  readonly message: string;
}

/** Somebody else is at it. */
export interface Busy {
  readonly status: 'busy';
  /** Who began it; null where another process did. */
  readonly by: string | null;
  /** In milliseconds since 1970. */
  readonly since: number;
}

/** What came of a release. */
export type ReleaseOutcome =
  | {
      readonly status: 'swapped';
      readonly snapshot: string;
      readonly report: IndexReport;
      readonly checks: ReleaseChecks;
    }
  | { readonly status: 'unchanged'; readonly snapshot: string; readonly report: IndexReport }
  | {
      readonly status: 'held';
      /** The candidate, which is kept; `insist` lets it serve. */
      readonly snapshot: string;
      readonly report: IndexReport;
      readonly checks: ReleaseChecks;
    }
  | Busy
  | { readonly status: 'cancelled' }
  | ReleaseFailure;

/** A snapshot that is kept on disk. */
export interface SnapshotInfo {
  readonly name: string;
  /** In milliseconds since 1970. */
  readonly builtAt: number;
  readonly documents: number;
  readonly passages: number;
  readonly serving: boolean;
}

/** What came of going back. */
export type RollbackOutcome =
  | { readonly status: 'swapped'; readonly snapshot: SnapshotInfo }
  | { readonly status: 'nothing-older' }
  | { readonly status: 'failed'; readonly message: string };

/** What to release, and whom to tell. */
export interface RunOptions {
  /** Builds everything anew, also where nothing has changed. */
  readonly force: boolean;
  /** Who asks, for others who ask meanwhile. */
  readonly by: string | null;
  readonly onProgress?: (progress: Progress) => void;
  /** Ends the build; what it has made is swept away. */
  readonly signal?: AbortSignal;
}

/** What a running process can do about its index. None of it throws: the old snapshot serves on whatever happens. */
export interface Releases {
  /**
   * Builds a snapshot of the documents as they are now in a process of its own, checks it, and serves it. One at a time. It doesn't keep
   * this process alive, and ends with it.
   */
  run(options: RunOptions): Promise<ReleaseOutcome>;
  /** Serves the candidate that was held: an admin insists. */
  insist(snapshot: string): Promise<ReleaseOutcome>;
  /** Serves the snapshot before the serving one, or a named one; it stays until the documents change again, or `run`. */
  rollback(snapshot?: string): Promise<RollbackOutcome>;
  /** The newest first. */
  list(): Promise<readonly SnapshotInfo[]>;
  /** What is under way in this process. */
  readonly running: {
    readonly by: string | null;
    readonly since: number;
    readonly progress: Progress | null;
  } | null;
}
