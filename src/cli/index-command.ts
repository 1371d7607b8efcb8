import { write } from '../streams.ts';
import type { Streams } from '../streams.ts';
import type { Services } from './services.ts';

/** The options of `index`. */
export interface IndexOptions {
  readonly force?: true;
  readonly json?: true;
}

/** Brings the index up to date and prints what changed. Resolves to the exit code: 1 where a document failed. */
export async function indexCommand(
  { force, json }: IndexOptions,
  services: Services,
  { output, errors }: Streams,
): Promise<number> {
  const report = await services.updateIndex({ force: force === true });
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
