import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { openPirsyar } from '../../src/app.ts';
import type { AppParts, Pirsyar } from '../../src/app.ts';
import { readSettings } from '../../src/config.ts';
import type { Log } from '../../src/log.ts';
import { buildAhead } from './build-ahead.ts';
import { writeSmallCorpus } from './small-corpus.ts';
import { temporaryFolder } from './temporary-folder.ts';

const nothing = (): void => undefined;
const SILENT: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/** The parts of the real product over the small corpus, in folders of their own. To be called outside of tests. */
export function smallCorpusParts(settings: Readonly<Record<string, string>> = {}): AppParts {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'documents'));
  writeSmallCorpus(join(folder, 'documents'));
  const places = { dataDirectory: 'data', workingDirectory: folder };
  const environment = { DOCUMENTS_DIR: 'documents', INDEX_DIR: 'index', STATE_DIR: 'state' };
  return {
    settings: readSettings({ ...environment, ...settings }, places),
    dataDirectory: 'data',
    promptsDirectory: 'prompts',
    log: SILENT,
  };
}

/** Opens the real product over an index that was built ahead. */
export async function openAhead(parts: AppParts): Promise<Pirsyar> {
  const { documentsDirectory, indexDirectory } = parts.settings;
  await buildAhead(documentsDirectory, indexDirectory);
  return openPirsyar(parts);
}
