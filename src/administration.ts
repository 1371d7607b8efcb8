import { join } from 'node:path';

import { changesBetweenSnapshots } from './answering/snapshot-changes.ts';
import type { SnapshotChanges } from './answering/snapshot-changes.ts';
import { openReleases, readMessages } from './app.ts';
import type { AppParts, Pirsyar } from './app.ts';
import type { Settings } from './config.ts';
import { createExtract } from './corpus/extraction/extract-apart.ts';
import { createCurator } from './curation/curator.ts';
import type { Curator } from './curation/curator.ts';
import { messageOf } from './errors.ts';
import { findGaps } from './insight/gaps.ts';
import type { Snapshot } from './retrieval/snapshot.ts';
import type { Administration } from './telegram/parts.ts';

/** Takes documents in and out where the settings say that they are. */
export function createConfiguredCurator(settings: Settings): Curator {
  const { documentsDirectory, stateDirectory } = settings;
  return createCurator({
    documentsDirectory,
    uploadsDirectory: settings.uploadsDirectory ?? join(stateDirectory, 'documents'),
    incomingDirectory: join(stateDirectory, 'incoming'),
    extract: createExtract(),
  });
}

/** What the process knows of itself. */
export interface ProcessParts {
  /** How many lines were logged as errors. */
  readonly errors: () => number;
  /** Ends what runs: else a build would keep the process from ending. */
  readonly stopping: AbortSignal;
}

/** What admins look after in a running bot. */
export async function createAdministration(
  parts: AppParts,
  pirsyar: Pirsyar,
  { errors, stopping }: ProcessParts,
): Promise<Administration> {
  const { settings, log } = parts;
  const releases = await openReleases(parts, pirsyar);
  const { index, embeddings } = pirsyar;
  const { UsageFiles } = await import('./openai/usage-files.ts');
  const words = await readMessages(parts.dataDirectory, 'insight');
  const usage = new UsageFiles(settings.stateDirectory, log);
  let last: Promise<SnapshotChanges | null> = Promise.resolve(null);
  const compare = async (
    ...pair: readonly [Snapshot, Snapshot]
  ): Promise<SnapshotChanges | null> => {
    try {
      return await changesBetweenSnapshots(...pair);
    } catch (error) {
      const failure = messageOf(error);
      log.error('What a re-index changed could not be told.', { failure });
      return null;
    }
  };
  index.onSwap((before, after) => {
    last = compare(before, after);
  });
  return {
    curator: createConfiguredCurator(settings),
    releases: {
      run: async ({ signal, ...options }) =>
        releases.run({
          ...options,
          signal: signal === undefined ? stopping : AbortSignal.any([signal, stopping]),
        }),
      insist: async (snapshot) => releases.insist(snapshot),
      rollback: async (snapshot) => releases.rollback(snapshot),
      list: async () => releases.list(),
      get running() {
        return releases.running;
      },
    },
    lastChanges: async () => last,
    onSwap: (listener) => index.onSwap(() => listener()),
    async vitals() {
      const today = new Date().toISOString().slice(0, 10);
      return {
        embedding: embeddings.id,
        passages: index.snapshot.passages.length,
        memoryInMiB: Math.round(process.memoryUsage.rss() / (1024 * 1024)),
        uptimeInSeconds: Math.round(process.uptime()),
        errors: errors(),
        costToday: settings.chatModel === null ? null : (await usage.read(today)).chatCost,
      };
    },
    gapsIn: async (asked) => findGaps(asked, { lexicon: index.snapshot.lexicon }),
    async picture(stats, language) {
      const { drawStats } = await import('./insight/picture/draw-stats.ts');
      return drawStats(stats, words[language], { language });
    },
  };
}
