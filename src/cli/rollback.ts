import { PirsyarError } from '../errors.ts';
import type { SnapshotInfo } from '../release/release.ts';
import { write } from '../streams.ts';
import type { Streams } from '../streams.ts';
import type { Services } from './services.ts';

/** The options of `rollback`. */
export interface RollbackOptions {
  readonly json?: true;
  readonly to?: string;
}

/** Serves an earlier snapshot and prints which. @throws {PirsyarError} if there is none, or it can't serve. */
export async function rollbackCommand(
  { json, to }: RollbackOptions,
  services: Services,
  { output }: Streams,
): Promise<number> {
  const outcome = await services.rollback(to);
  if (outcome.status === 'failed') throw new PirsyarError(outcome.message);
  if (outcome.status === 'nothing-older') {
    throw new PirsyarError('There is no earlier index to go back to.');
  }
  const { snapshot } = outcome;
  await write(output, `${json === true ? JSON.stringify(snapshot) : describe(snapshot)}\n`);
  return 0;
}

/** Prints the snapshots that can be gone back to, the newest first. */
export async function snapshotsCommand(
  { json }: { readonly json?: true },
  services: Services,
  { output }: Streams,
): Promise<number> {
  const all = await services.snapshots();
  const text = json === true ? JSON.stringify(all) : all.map(describe).join('\n');
  if (text !== '') await write(output, `${text}\n`);
  return 0;
}

function describe({ name, builtAt, documents, passages, serving }: SnapshotInfo): string {
  const time = new Date(builtAt).toISOString();
  return `${name}: ${documents} documents, ${passages} passages, built ${time}${serving ? ', serving' : ''}`;
}
