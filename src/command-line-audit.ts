import { stat } from 'node:fs/promises';
import { join } from 'node:path';

import type { AppParts } from './app.ts';

/** Puts down what is done on the command line where a bot keeps what its admins do; nothing where there is no bot. */
export async function recordOnCommandLine(
  { settings, log }: Pick<AppParts, 'settings' | 'log'>,
  action: string,
  detail: string,
): Promise<void> {
  const { stateDirectory: directory, retentionInDays } = settings;
  const hasBot = await stat(join(directory, 'bot.sqlite')).then(
    () => true,
    () => false,
  );
  if (!hasBot) return;
  const { openMemory } = await import('./state/open-memory.ts');
  const memory = await openMemory({ directory, retentionInDays, log });
  memory.audit.record({ by: null, about: null, action, detail, at: Date.now() });
  memory.close();
}
