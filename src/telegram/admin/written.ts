import { PirsyarError } from '../../errors.ts';
import { isFull } from '../../full-disk.ts';
import type { Desk } from '../desk.ts';
import { failureFields } from '../failures.ts';
import { plain } from '../plain.ts';
import type { Asker } from './asker.ts';

/**
 * Does what writes, and gives what came of it; null where it could not be written, which the admin is told with the cause: nothing has
 * changed then. Faults of our own and Telegram's pass.
 */
export async function written<T>(
  { parts: { log } }: Desk,
  { chat, words }: Asker,
  work: () => Promise<T>,
): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    const cause = causeOf(error);
    if (cause === null) throw error;
    log.error('A change of the documents could not be written.', failureFields(error));
    const told = isFull(error)
      ? words.text('shelf-failed-disk-full')
      : words.text('shelf-failed', { cause });
    await chat.send([plain(told)]);
    return null;
  }
}

/** The code of the file system, or what the store says; null for anything else. */
function causeOf(error: unknown): string | null {
  if (error instanceof PirsyarError) return error.message;
  const code = error instanceof Error && 'syscall' in error && 'code' in error ? error.code : null;
  return typeof code === 'string' && code.startsWith('E') ? code : null;
}
