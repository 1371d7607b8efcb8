import { join, resolve } from 'node:path';

import { ensureDirectory } from '../ensure-directory.ts';
import { PirsyarError, messageOf } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Memory } from '../telegram/memory.ts';
import { createMemory } from './memory.ts';
import { openDatabase, openInMemory } from './open-database.ts';

/**
 * Opens the memory of the bot: `bot.sqlite` in a folder, which is made where it is missing. Where there can be no file, the memory lasts as
 * long as the process, and one warning says so; a damaged file is moved aside, and one error says where to.
 *
 * @throws {PirsyarError} where the file was written by a newer Pirsyar, which is then left as it is, or libsql can't be loaded.
 */
export async function openMemory({
  directory,
  log,
  retentionInDays,
}: {
  directory: string;
  log: Log;
  /** For how many days answers are kept, at least 0. */
  retentionInDays: number;
}): Promise<Memory> {
  const parts = { log, retentionInDays };
  try {
    await ensureDirectory(resolve(directory));
    const file = join(resolve(directory), 'bot.sqlite');
    return createMemory(await openDatabase(file, { log }), parts);
  } catch (error) {
    if (error instanceof PirsyarError) throw error;
    const reason = messageOf(error);
    log.warn(`What the bot remembers is kept in memory only, until it ends: ${reason}.`);
    return createMemory(await openInMemory(), parts);
  }
}
