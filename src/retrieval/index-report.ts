import type { DocumentProblem } from '../corpus/read-files.ts';
import type { Log } from '../log.ts';
import { countChanges } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import type { Snapshot } from './snapshot.ts';

/** What a build did; the shape of `index --json`. Counts are of documents, `passages` of passages. */
export interface IndexReport {
  readonly documents: number;
  readonly passages: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
  readonly failed: readonly DocumentProblem[];
  readonly elapsedMs: number;
}

/**
 * Says what a build did, all but how long it took.
 *
 * @param before the manifest that served before; null where there was none.
 * @param unreadable files that never became part of the snapshot.
 */
export function reportOf(
  { documents, passages, failed }: Snapshot,
  before: Manifest | null,
  unreadable: readonly DocumentProblem[],
): Omit<IndexReport, 'elapsedMs'> {
  return {
    documents: documents.size,
    passages: passages.length,
    ...countChanges(before, [...documents.values()]),
    failed: onceEach([...unreadable, ...failed]),
  };
}

/** Logs which documents are left out, and why. */
export function logFailures(
  log: Log,
  { failed }: Snapshot,
  unreadable: readonly DocumentProblem[],
): void {
  for (const { document, reason } of onceEach([...unreadable, ...failed])) {
    log.warn(`Document "${document}" is left out: ${reason}.`);
  }
}

/** Logs what of the documents that are served is not. */
export function logWarnings(log: Log, { warnings }: Snapshot): void {
  for (const { document, reason } of warnings) log.warn(`Document "${document}": ${reason}.`);
}

/** One problem for each document: the last that is told, in the place of the first. */
function onceEach(problems: readonly DocumentProblem[]): DocumentProblem[] {
  return [...new Map(problems.map((problem) => [problem.document, problem])).values()];
}
