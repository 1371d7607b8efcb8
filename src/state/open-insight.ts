import { join, resolve } from 'node:path';

import { PirsyarError, messageOf } from '../errors.ts';
import type { Insight } from '../telegram/memory.ts';
import { inodeOf } from './damage.ts';
import { connect } from './database.ts';
import type { Guard } from './guard.ts';
import { createInsight } from './insight.ts';
import { MIGRATIONS, refuseNewer, versionOf } from './migrations.ts';

/** What the bot remembers of questions, to be read by somebody else. */
export interface OpenedInsight extends Insight {
  /** No method may be called after it. */
  close(): void;
}

const PRAGMAS = `
pragma busy_timeout = 5000;
pragma trusted_schema = off;
pragma cell_size_check = on;
pragma query_only = on;
`;

/** Somebody who looks must be told what can't be read; a row that is damaged is no reason to stop. */
const LOUD: Guard = { read: (_what, _instead, work) => work(), write: (_what, work) => work() };

/**
 * Opens the memory of a bot, which may be running, to look what was asked: nothing of it is made, changed, migrated or moved. Its methods
 * throw what SQLite says of a damaged file. Null where there is no memory yet.
 *
 * @throws {PirsyarError} where it can't be read, or was written by a newer Pirsyar.
 */
export async function openInsight(directory: string): Promise<OpenedInsight | null> {
  const file = join(resolve(directory), 'bot.sqlite');
  if ((await inodeOf(file)) === null) return null;
  try {
    const database = await connect(file);
    database.execute(PRAGMAS);
    const version = versionOf(database);
    refuseNewer(version, MIGRATIONS.length, file);
    // A bot that just begins has made the file, and not yet its tables.
    if (version === 0) return null;
    return { ...createInsight(database, LOUD), close: () => database.close() };
  } catch (error) {
    if (error instanceof PirsyarError) throw error;
    const reason = messageOf(error);
    throw new PirsyarError(`What the bot remembers can't be read (${file}): ${reason}.`, {
      cause: error,
    });
  }
}
