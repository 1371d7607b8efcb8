import { join } from 'node:path';

import { readMessages } from './app.ts';
import type { AppParts } from './app.ts';
import type { OpenInsight } from './cli/services.ts';
import { PirsyarError } from './errors.ts';
import { findGaps } from './insight/gaps.ts';
import { buildLexicon } from './language/build-lexicon.ts';
import { parseLexicon } from './language/parse-lexicon.ts';
import { readLexicon } from './retrieval/read-lexicon.ts';
import { openInsight } from './state/open-insight.ts';

/** What readers asked, as the command line looks at it; it opens no index, and changes nothing. @throws {PirsyarError} */
export async function openInsightOf({ settings, dataDirectory }: AppParts): Promise<OpenInsight> {
  const { stateDirectory } = settings;
  const insight = await openInsight(stateDirectory);
  if (insight === null) {
    throw new PirsyarError(
      `Nobody has asked the bot anything yet: ${stateDirectory} holds no bot.sqlite. STATE_DIR says where a bot keeps it.`,
    );
  }
  return {
    asked: ({ since, until }) => insight.asked(since, until),
    gaps: async (asked, calendar) => {
      const { files } = await readLexicon(join(dataDirectory, 'lexicon'));
      const lexicon = buildLexicon(files.flatMap(({ name, text }) => parseLexicon(name, text)));
      return findGaps(asked, { lexicon, calendar });
    },
    words: await readMessages(dataDirectory, 'insight'),
    close: () => insight.close(),
  };
}
