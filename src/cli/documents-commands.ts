import type { Command } from 'commander';

import type { Streams } from '../streams.ts';
import type { OpenDocuments, Services } from './services.ts';

/** What prints JSON where it is wanted. */
export interface JsonOption {
  readonly json?: true;
}

/** Adds what takes documents in and out. Loaded when it runs: most runs are of other commands. */
export function addDocumentsCommands(
  program: Command,
  { streams, services }: { streams: Streams; services: () => Services },
  finish: (exitCode: number) => void,
): void {
  const open = (): Promise<OpenDocuments> => services().openDocuments();
  const documents = program
    .command('documents')
    .description('list, add and remove documents; DOCUMENTS_DIR itself is never written');
  documents
    .command('list')
    .description('the documents that are there')
    .option('--json', 'print JSON')
    .action(async (options: JsonOption) => {
      const { listDocuments } = await import('./documents.ts');
      finish(await listDocuments(options, open, streams));
    });
  documents
    .command('add')
    .description(
      'add .txt, .md, .html, .pdf or .docx files; <name>.en.… is the rendition of <name>',
    )
    .argument('<files...>')
    .option('--dry-run', 'only show what is read')
    .option('--json', 'print JSON, a line for each file')
    .action(async (files: string[], options: JsonOption & { dryRun?: true }) => {
      const { addDocuments } = await import('./documents.ts');
      finish(await addDocuments(files, options, open, streams));
    });
  documents
    .command('remove')
    .description('remove a document; `documents restore` brings it back')
    .argument('<id>')
    .action(async (id: string) => {
      const { removeDocument } = await import('./documents.ts');
      finish(await removeDocument(id, open, streams));
    });
  documents
    .command('restore')
    .description('bring a removed document back')
    .argument('<id>')
    .action(async (id: string) => {
      const { restoreDocument } = await import('./documents.ts');
      finish(await restoreDocument(id, open, streams));
    });
  documents
    .command('rename')
    .description('give a document another title, Sorani or English')
    .argument('<id>')
    .argument('<title>')
    .action(async (id: string, title: string) => {
      const { renameDocument } = await import('./documents.ts');
      finish(await renameDocument(id, title, open, streams));
    });
}
