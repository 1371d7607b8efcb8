import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { createIndexManager, createReleaseParts } from '../../src/app.ts';
import type { AppParts } from '../../src/app.ts';
import { readSettings } from '../../src/config.ts';
import type { ReleaseParts } from '../../src/release/prepare.ts';
import type { Releases } from '../../src/release/release.ts';
import { createReleases } from '../../src/release/releases.ts';
import type { IndexManager } from '../../src/retrieval/index-manager.ts';
import { LiveIndex } from '../../src/retrieval/live-index.ts';
import { FILES, LEXICON, writeDocuments } from './index-fixtures.ts';
import { keptLog } from './kept-log.ts';

/** What is run for a builder: built, because that starts in half the time. */
const BUILT_ENTRY = pathToFileURL(resolve('dist/bin/build.js'));

/** A running process with its releases, each built in a real process, over a lexicon of a few words. */
export interface ReleasePlace {
  readonly documents: string;
  readonly manager: IndexManager;
  readonly live: LiveIndex;
  readonly releases: Releases;
  /** What it has said. */
  readonly lines: string[];
  /** For releases in this process. */
  readonly parts: ReleaseParts;
  /** For releases with another entry file. */
  readonly app: AppParts;
}

/** A place below a folder, whose index is built. */
export async function createReleasePlace(
  folder: string,
  {
    files = FILES,
    settings = {},
    entry = BUILT_ENTRY,
  }: {
    files?: Readonly<Record<string, string>>;
    settings?: Readonly<Record<string, string>>;
    entry?: URL;
  } = {},
): Promise<ReleasePlace> {
  const root = mkdtempSync(join(folder, 'release-'));
  const documents = writeDocuments(join(root, 'documents'), files);
  const { log, lines } = keptLog();
  const app: AppParts = {
    settings: readSettings(
      { DOCUMENTS_DIR: documents, INDEX_DIR: 'index', STATE_DIR: 'state', ...settings },
      { dataDirectory: root, workingDirectory: root },
    ),
    dataDirectory: writeData(join(root, 'data')),
    promptsDirectory: resolve('prompts'),
    log,
  };
  const manager = await createIndexManager(app);
  const live = await LiveIndex.open(manager);
  lines.length = 0;
  const { log: _, ...setup } = app;
  const releases = createReleases({ manager, live, builder: { entry, setup }, log });
  return {
    documents,
    manager,
    live,
    releases,
    lines,
    parts: await createReleaseParts(app, manager),
    app,
  };
}

/** `data` of a package whose lexicon is read in no time. */
function writeData(directory: string): string {
  mkdirSync(join(directory, 'lexicon'), { recursive: true });
  for (const { name, text } of LEXICON.files) writeFileSync(join(directory, 'lexicon', name), text);
  cpSync(resolve('data/messages'), join(directory, 'messages'), { recursive: true });
  return directory;
}
