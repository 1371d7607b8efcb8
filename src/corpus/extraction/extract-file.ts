import { marked } from 'marked';

import { textOfBlocks } from './blocks.ts';
import type { Blocks } from './blocks.ts';
import { decodeText } from './decode-text.ts';
import type {
  ExtractedText,
  Extraction,
  ExtractionWarning,
  FileFormat,
  NamedFile,
  ReadingLimits,
} from './extraction.ts';
import { fileTypeOf } from './file-type.ts';
import { readHtml } from './html-blocks.ts';
import { isLegible } from './legibility.ts';
import { hasLostNonJoiners } from './non-joiners.ts';
import { paragraphsOfText } from './plain-text.ts';

/**
 * Reads a file in this process, without bounds on time and memory: for files that can be trusted, and for the process that
 * has such bounds. Never rejects: what a reader throws means that the file is damaged.
 */
export async function extractFile(file: NamedFile, limits: ReadingLimits): Promise<Extraction> {
  const type = fileTypeOf(file.name, file.bytes);
  if ('problem' in type) return type;
  try {
    return checkText(await readFormat(type.format, file.bytes, limits), limits);
  } catch {
    return { problem: 'damaged' };
  }
}

/** The readers of PDF and DOCX files are large, so they are loaded only for these. */
async function readFormat(
  format: FileFormat,
  bytes: Uint8Array,
  limits: ReadingLimits,
): Promise<Extraction> {
  if (format === 'pdf') {
    const { readPdf } = await import('./pdf/read-pdf.ts');
    return readPdf(bytes, limits);
  }
  if (format === 'docx') {
    const { readDocx } = await import('./read-docx.ts');
    const read = await readDocx(bytes);
    return 'problem' in read ? read : extractionOf(format, read);
  }
  const text = decodeText(bytes);
  if (text === null) return { problem: 'not-utf8' };
  return extractionOf(format, await blocksOf(format, text));
}

async function blocksOf(format: 'text' | 'markdown' | 'html', text: string): Promise<Blocks> {
  if (format === 'text') return { paragraphs: paragraphsOfText(text), title: null };
  return readHtml(format === 'html' ? text : await marked.parse(text, { async: true }));
}

function extractionOf(format: FileFormat, { paragraphs, title }: Blocks): Extraction {
  const text = textOfBlocks(paragraphs);
  return { extracted: { format, text, title, pages: null, warnings: [] } };
}

function checkText(extraction: Extraction, limits: ReadingLimits): Extraction {
  if ('problem' in extraction) return extraction;
  const { extracted } = extraction;
  if (extracted.text === '') return { problem: 'empty' };
  if (extracted.text.length > limits.characters) return { problem: 'too-large' };
  if (!isLegible(extracted.text)) return { problem: 'scrambled' };
  return { extracted: withLostNonJoiners(extracted) };
}

function withLostNonJoiners(extracted: ExtractedText): ExtractedText {
  const warnings = new Set<ExtractionWarning>(extracted.warnings);
  if (hasLostNonJoiners(extracted.text)) warnings.add('non-joiners-lost');
  return { ...extracted, warnings: [...warnings] };
}
