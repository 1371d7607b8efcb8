import { parseCorpus } from '../corpus/corpus.ts';
import type { Corpus, KnownDocuments } from '../corpus/corpus.ts';
import type { CorpusFiles } from '../corpus/read-files.ts';
import { PirsyarError } from '../errors.ts';
import type { DocumentRecord } from './manifest.ts';

/** There is nothing that an index could be made of. */
export class NoDocumentsError extends PirsyarError {
  override name = 'NoDocumentsError';
}

/** The documents that an index is made of. `directory` is named where there are none. @throws {NoDocumentsError} if there are none. */
export function documentsToIndex(
  files: CorpusFiles,
  directory: string,
  known?: KnownDocuments,
): Corpus {
  const corpus = parseCorpus(files, known);
  if (corpus.documents.length === 0) throw noDocuments(directory, corpus);
  return corpus;
}

function noDocuments(directory: string, corpus: Corpus): NoDocumentsError {
  const failures = corpus.failed.map(({ document, reason }) => `"${document}": ${reason}`);
  const found = failures.length === 0 ? '' : ` (${failures.join('; ')})`;
  return new NoDocumentsError(
    `No document to serve in ${directory}${found}: put at least one UTF-8 file <id>.ckb.txt there, or set DOCUMENTS_DIR.`,
  );
}

/** What a manifest keeps of each document that was read, served or not. */
export function documentRecords(files: CorpusFiles, corpus: Corpus): DocumentRecord[] {
  return files.documents.map(({ id, hash }) => ({
    id,
    hash,
    failure: corpus.failed.find(({ document }) => document === id)?.reason ?? null,
    warnings: corpus.warnings.filter(({ document }) => document === id).map(({ reason }) => reason),
  }));
}
