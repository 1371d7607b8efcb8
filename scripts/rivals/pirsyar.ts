import { resolve } from 'node:path';

import { openPirsyar } from '../../src/app.ts';
import type { Pirsyar } from '../../src/app.ts';
import { readSettings } from '../../src/config.ts';
import type { EvaluationFolders } from '../../src/evaluation/run-evaluation.ts';
import { createTerminalLog } from '../../src/logs.ts';
import type { Retriever } from './retriever.ts';

/** Our own retriever as the product opens it: documents read, lexicon read, index built and written. */
export function createPirsyar(folders: EvaluationFolders): Retriever {
  const dataDirectory = resolve('data');
  const settings = readSettings({}, { dataDirectory, workingDirectory: process.cwd() });
  const log = createTerminalLog('warn', process.stderr);
  let pirsyar: Pirsyar | null = null;
  return {
    name: 'Pirsyar',
    note: 'as shipped; its build reads documents and lexicon and writes the index to disk',
    index: async () => {
      pirsyar = await openPirsyar({
        settings: { ...settings, ...folders },
        dataDirectory,
        promptsDirectory: 'prompts',
        log,
      });
    },
    search: async (query, top) => {
      const hits = (await pirsyar?.search(query, { top })) ?? [];
      return hits.map(({ passage }) => passage.id);
    },
  };
}
