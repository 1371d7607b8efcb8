import type { CorpusDocument } from './document.ts';
import { parseDocument } from './parse-document.ts';
import type { ParsedDocument } from './parse-document.ts';
import type { CorpusFiles, DocumentFiles, DocumentProblem } from './read-files.ts';

/** What a folder holds after parsing. */
export interface Corpus {
  readonly documents: readonly CorpusDocument[];
  /** Documents left out. */
  readonly failed: readonly DocumentProblem[];
  /** Documents served without their rendition or description. */
  readonly warnings: readonly DocumentProblem[];
}

/** What a document's files were parsed to before; undefined where they weren't, or are others now. */
export type KnownDocuments = (files: DocumentFiles) => ParsedDocument | undefined;

/** Parses what was read and isn't known; documents that fail are named in `failed`, the others serve. */
export function parseCorpus(files: CorpusFiles, known?: KnownDocuments): Corpus {
  const documents: CorpusDocument[] = [];
  const failed: DocumentProblem[] = [...files.failed];
  const warnings: DocumentProblem[] = [];
  for (const file of files.documents) {
    const parsed = known?.(file) ?? parseDocument(file);
    for (const reason of parsed.warnings) warnings.push({ document: file.id, reason });
    if (parsed.document === null) failed.push({ document: file.id, reason: parsed.reason });
    else documents.push(parsed.document);
  }
  return { documents, failed, warnings };
}
