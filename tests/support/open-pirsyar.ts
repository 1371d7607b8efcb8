import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import type { AppParts } from '../../src/app.ts';
import { readSettings } from '../../src/config.ts';
import type { Log } from '../../src/log.ts';
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
