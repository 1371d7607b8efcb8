import type { Answerer } from '../answering/answer.ts';
import type { CorpusFiles } from '../corpus/read-files.ts';
import type { Log } from '../log.ts';
import { onlyOnce } from '../only-once.ts';
import type { IndexManager } from '../retrieval/index-manager.ts';
import { logWarnings, reportOf } from '../retrieval/index-report.ts';
import type { IndexReport } from '../retrieval/index-report.ts';
import { documentsFingerprint } from '../retrieval/manifest.ts';
import type { StoredSnapshot } from '../retrieval/snapshot-store.ts';
import type { Snapshot } from '../retrieval/snapshot.ts';
import { checkRelease, isWorse } from './checks.ts';
import type { Comparison } from './checks.ts';
import { countsOf, refuseOdd } from './count-problems.ts';
import type { Counts } from './count-problems.ts';
import type { Progress, ReleaseChecks } from './release.ts';

/** What releases are made with. */
export interface ReleaseParts {
  readonly manager: IndexManager;
  /** Answers from a snapshot, without a model. */
  readonly answererOver: (snapshot: Snapshot) => Promise<Answerer>;
  readonly log: Log;
}

/** How far a build is. */
export type Step = Pick<Progress, 'stage' | 'done' | 'total'>;

/** How to prepare. */
export interface PrepareOptions {
  readonly force: boolean;
  readonly onProgress?: ((step: Step) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A snapshot that is whole, and doesn't serve yet. */
export interface Candidate {
  readonly status: 'candidate';
  /** The name under which it was saved. */
  readonly name: string;
  readonly report: IndexReport;
  /** How much there must be in it when it is read. */
  readonly counts: Counts;
  readonly checks: ReleaseChecks;
  /** Whether it must not serve unless an admin insists. */
  readonly isWorse: boolean;
  /** Of the documents that it was built from. */
  readonly fingerprint: string;
}

/** What came of preparing a release. */
export type Prepared =
  | { readonly status: 'unchanged'; readonly name: string; readonly report: IndexReport }
  | Candidate;

/**
 * Builds a snapshot of the documents as they are now beside the serving one and checks it, on disk and in use; the caller holds the lock.
 * Without `force`, only where the serving one is of other documents.
 *
 * @throws what `makeBeside` throws, or the signal's reason; nothing is left of the snapshot then.
 */
export async function prepare(parts: ReleaseParts, options: PrepareOptions): Promise<Prepared> {
  const { manager } = parts;
  const started = performance.now();
  const files = await manager.readFiles();
  const serving = await manager.store.current().catch(() => null);
  const report = (snapshot: Snapshot): IndexReport => ({
    ...reportOf(snapshot, serving?.manifest ?? null, files.failed),
    elapsedMs: performance.now() - started,
  });
  const fresh = options.force ? null : await loadFresh(manager, serving, files);
  if (fresh !== null) {
    logWarnings(parts.log, fresh.snapshot);
    return { status: 'unchanged', name: fresh.name, report: report(fresh.snapshot) };
  }
  const { onProgress, signal } = options;
  signal?.throwIfAborted();
  const upon = options.force ? null : serving;
  const made = await manager.makeBeside(files, { upon, onProgress, signal });
  const { stored, snapshot, corpus } = made;
  logWarnings(parts.log, snapshot);
  try {
    const counts = countsOf(corpus.documents);
    refuseOdd(snapshot, counts);
    await manager.store.check(stored, signal);
    const comparison = compare(manager, serving, { files, wholly: options.force });
    const checks = await check(snapshot, comparison, parts, options);
    return {
      status: 'candidate',
      name: stored.name,
      report: report(snapshot),
      counts,
      checks,
      isWorse: isWorse(checks) && (await comparison.before()) !== null,
      fingerprint: documentsFingerprint(files.documents),
    };
  } catch (error) {
    await manager.store.discard(stored.name);
    throw error;
  }
}

async function check(
  snapshot: Snapshot,
  comparison: Comparison,
  { manager, answererOver, log }: ReleaseParts,
  { onProgress, signal }: PrepareOptions,
): Promise<ReleaseChecks> {
  const total = snapshot.passages.length;
  const tell = (share: number): void =>
    onProgress?.({ stage: 'checking', done: Math.round(total * share), total });
  tell(0);
  const parts = {
    embeddings: manager.embeddings,
    folders: manager.documentFolders,
    answererOver,
    log,
  };
  const checks = await checkRelease(snapshot, comparison, parts, { signal, onShare: tell });
  tell(1);
  return checks;
}

/** What serves, where it answers questions as the new one does; what is built wholly anew shares no document with it. */
function compare(
  manager: IndexManager,
  serving: StoredSnapshot | null,
  { files, wholly }: { files: CorpusFiles; wholly: boolean },
): Comparison {
  if (serving === null || manager.mismatch(serving) !== null) {
    return { before: async () => null, unchanged: new Set() };
  }
  const known = new Map(serving.manifest.documents.map(({ id, hash }) => [id, hash]));
  const unchanged = files.documents.filter(({ id, hash }) => !wholly && known.get(id) === hash);
  const load = async (): Promise<Snapshot | null> => {
    const opened = await manager.load(serving).catch(() => null);
    return opened?.snapshot ?? null;
  };
  return { before: onlyOnce(load), unchanged: new Set(unchanged.map(({ id }) => id)) };
}

async function loadFresh(
  manager: IndexManager,
  serving: StoredSnapshot | null,
  files: CorpusFiles,
): Promise<{ name: string; snapshot: Snapshot } | null> {
  if (serving === null || manager.staleness(serving, files) !== null) return null;
  const opened = await manager.load(serving).catch(() => null);
  return opened === null ? null : { name: serving.name, snapshot: opened.snapshot };
}
