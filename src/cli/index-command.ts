import { createPace } from '../release/pace.ts';
import type { Step } from '../release/prepare.ts';
import { reportOrThrow } from '../release/report-or-throw.ts';
import { write } from '../streams.ts';
import type { Streams } from '../streams.ts';
import { progressLine } from './progress-line.ts';
import type { Services } from './services.ts';

/** The options of `index`. */
export interface IndexOptions {
  readonly force?: true;
  readonly accept?: true;
  readonly json?: true;
}

/**
 * Brings the index up to date and prints what changed. Resolves to the exit code: 1 where a document failed.
 *
 * @throws {PirsyarError} if the old index serves on.
 */
export async function indexCommand(
  { force, accept, json }: IndexOptions,
  services: Services,
  { output, errors }: Streams,
): Promise<number> {
  const progress = showProgress(errors);
  const outcome = await services.updateIndex({
    force: force === true,
    accept: accept === true,
    onProgress: progress.show,
  });
  progress.clear();
  const report = reportOrThrow(outcome);
  for (const { document, reason } of report.failed) {
    await write(errors, `Document "${document}" is left out: ${reason}.\n`);
  }
  if (json === true) {
    await write(output, `${JSON.stringify(report)}\n`);
  } else {
    const { documents, passages, added, changed, removed, unchanged } = report;
    await write(
      output,
      `${documents} documents, ${passages} passages: ${added} added, ${changed} changed, ${removed} removed, ${unchanged} unchanged (${Math.round(report.elapsedMs)} ms).\n`,
    );
  }
  return report.failed.length === 0 ? 0 : 1;
}

const CLEAR_LINE = '\r\u001B[K';
const UPDATES_APART_IN_MS = 100;

/** One line that changes, on a terminal alone. */
function showProgress(errors: Streams['errors']): {
  show: ((step: Step) => void) | undefined;
  clear: () => void;
} {
  if (!('isTTY' in errors) || errors.isTTY !== true) return { show: undefined, clear: () => {} };
  const pace = createPace();
  let last = -Infinity;
  return {
    show: (step) => {
      const progress = pace(step);
      const now = performance.now();
      if (now - last < UPDATES_APART_IN_MS && step.done !== step.total) return;
      last = now;
      errors.write(CLEAR_LINE + progressLine(progress));
    },
    clear: () => void errors.write(CLEAR_LINE),
  };
}
