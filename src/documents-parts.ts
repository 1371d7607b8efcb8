import { createConfiguredCurator } from './administration.ts';
import { readMessages } from './app.ts';
import type { AppParts } from './app.ts';
import type { OpenDocuments } from './cli/services.ts';
import { recordOnCommandLine } from './command-line-audit.ts';

/** The documents, as the command line takes them in and out. */
export async function openDocumentsOf(parts: AppParts): Promise<OpenDocuments> {
  return {
    curator: createConfiguredCurator(parts.settings),
    words: (await readMessages(parts.dataDirectory, 'documents')).en,
    record: async (action, detail) => recordOnCommandLine(parts, action, detail),
  };
}
