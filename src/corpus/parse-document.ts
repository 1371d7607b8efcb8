import { parseDescription } from './description.ts';
import type { CorpusDocument } from './document.ts';
import type { DocumentFiles } from './read-files.ts';
import { alignRendition, describeMismatch } from './rendition.ts';
import { segment } from './segment.ts';
import type { AlignedRendition } from './segment.ts';

/** A document, or why there is none; warnings name what was left out of it. */
export type ParsedDocument =
  | { readonly document: CorpusDocument; readonly warnings: readonly string[] }
  | { readonly document: null; readonly reason: string; readonly warnings: readonly string[] };

/** Makes a document of its files. A broken rendition or description costs only itself. */
export function parseDocument(files: DocumentFiles): ParsedDocument {
  const source = decode(files.sorani);
  if (source === null) {
    return { document: null, reason: 'it is not UTF-8; save it as UTF-8', warnings: [] };
  }
  if (!/[\p{L}\p{N}]/u.test(source)) {
    return { document: null, reason: 'it is empty', warnings: [] };
  }
  const warnings = files.unreadable.map((name) => `its file ${name} can't be read and is left out`);
  const aligned = readRendition(files.english, source, warnings);
  const { description, problem } = parseDescription(
    files.id,
    files.description === null ? null : (decode(files.description) ?? ''),
  );
  if (problem !== null) warnings.push(problem);
  const { id, hash } = files;
  return {
    document: { id, hash, source, description, passages: segment(id, source, aligned) },
    warnings,
  };
}

function readRendition(bytes: Buffer | null, source: string, warnings: string[]): AlignedRendition {
  if (bytes === null) return null;
  const rendition = decode(bytes);
  if (rendition === null) {
    warnings.push('its rendition is not UTF-8 and is left out');
    return null;
  }
  const alignment = alignRendition(source, rendition);
  if ('aligned' in alignment) return alignment.aligned;
  warnings.push(`its rendition is left out: ${describeMismatch(alignment.mismatch)}`);
  return null;
}

/** UTF-8 without a leading BOM, otherwise unchanged; null where the bytes are no UTF-8. */
function decode(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
