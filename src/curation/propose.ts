import { parseDescription } from '../corpus/description.ts';
import type { DocumentId } from '../corpus/document.ts';
import type { ExtractedText } from '../corpus/extraction/extraction.ts';
import type { DocumentFiles } from '../corpus/read-files.ts';
import { alignRendition } from '../corpus/rendition.ts';
import type { Mismatch } from '../corpus/rendition.ts';
import { sentencesOf, splitParagraphs } from '../corpus/segment.ts';
import { detectLanguage } from '../language/detect.ts';
import type { NamedDocument } from './document-id.ts';
import type { Proposal, Refusal } from './proposal.ts';
import { findDuplicate, hasSameContent, isSameText } from './same-content.ts';
import { titleLine } from './title-line.ts';

/** A proposal that has no key yet, or why there is none. */
type Judgement = { readonly proposal: Omit<Proposal, 'key'> } | { readonly refusal: Refusal };

/** A text that somebody wants to add. */
export interface Upload {
  readonly extracted: ExtractedText;
  readonly named: NamedDocument;
}

const SAMPLE_UNITS = 300;
const BEGINNING_UNITS = 80;
const TITLE_UNITS = 160;
/** A text without a word but addresses: nothing is fetched from anywhere. */
const LINKS = /^\s*(?:https?:\/\/\S+\s*)+$/iu;

/** Says what an upload would become beside the documents that are there, or why it can't be added. Pure. */
export function propose(upload: Upload, documents: readonly DocumentFiles[]): Judgement {
  const { text } = upload.extracted;
  if (LINKS.test(text)) return { refusal: { reason: 'only-a-link' } };
  return upload.named.isRendition
    ? proposeRendition(upload, documents)
    : proposeDocument(upload, documents);
}

function proposeDocument(
  { extracted, named }: Upload,
  documents: readonly DocumentFiles[],
): Judgement {
  const { text, warnings } = extracted;
  if (detectLanguage(text) !== 'ckb') return { refusal: { reason: 'not-sorani' } };
  const before = documents.find(({ id }) => id === named.id);
  // What it replaces may differ in marks and paragraphs alone: these are mended so that a rendition fits.
  const duplicate =
    before !== undefined && isSameText(text, sourceOf(before.sorani))
      ? before.id
      : findDuplicate(text, documents.filter((one) => one !== before).map(soraniOf));
  if (duplicate !== null) return { refusal: { reason: 'duplicate', document: duplicate } };
  const breaks = before !== undefined && !keepsRendition(text, before);
  return {
    proposal: {
      ...measure(extracted),
      kind: before === undefined ? 'new' : 'replacement',
      document: named.id,
      title: before === undefined ? titleOf(extracted, named.name) : titleIn(before),
      language: 'ckb',
      warnings: breaks ? [...warnings, 'rendition-breaks'] : warnings,
    },
  };
}

function proposeRendition(
  { extracted, named }: Upload,
  documents: readonly DocumentFiles[],
): Judgement {
  const { text, warnings } = extracted;
  const { id } = named;
  const original = documents.find((document) => document.id === id);
  if (original === undefined) return { refusal: { reason: 'no-document', document: id } };
  if (detectLanguage(text) !== 'en') return { refusal: { reason: 'not-english' } };
  const source = sourceOf(original.sorani);
  const before = original.english === null ? null : sourceOf(original.english);
  if (before !== null && isSameText(text, before)) {
    return { refusal: { reason: 'duplicate', document: id } };
  }
  const alignment = alignRendition(source, text);
  if ('mismatch' in alignment) {
    const { mismatch } = alignment;
    const beginnings = {
      document: beginningOf(source, mismatch),
      rendition: beginningOf(text, mismatch),
    };
    return { refusal: { reason: 'misaligned', document: id, mismatch, beginnings } };
  }
  const title = titleIn(original);
  return {
    proposal: {
      ...measure(extracted),
      kind: 'rendition',
      document: id,
      title,
      language: 'en',
      warnings,
    },
  };
}

function measure({
  text,
  pages,
}: ExtractedText): Pick<Proposal, 'pages' | 'paragraphs' | 'sentences' | 'words' | 'sample'> {
  const paragraphs = splitParagraphs(text);
  const sentences = paragraphs.flatMap((paragraph) => sentencesOf(text, paragraph));
  return {
    pages,
    paragraphs: paragraphs.length,
    sentences: sentences.length,
    words: text.match(/\S+/gu)?.length ?? 0,
    sample: shorten(text, SAMPLE_UNITS),
  };
}

/** The title that the file has, or its first line where that is no sentence, or its name. */
function titleOf({ title, text }: ExtractedText, name: string): string {
  if (title !== null && detectLanguage(title) === 'ckb') return titleLine(title);
  const [first = ''] = text.trimStart().split('\n', 1);
  const isHeading = first.length <= TITLE_UNITS && !/[.!?\u061F\u060C:]\s*$/u.test(first);
  return isHeading && first.trim() !== '' ? first.trim() : titleLine(name);
}

/** The Sorani title of a document that is there. */
export function titleIn({ id, description }: DocumentFiles): string {
  const text = description === null ? null : sourceOf(description);
  return parseDescription(id, text).description.title.ckb;
}

/** Whether what a document's rendition says still is what its new text says; where words differ, nobody can tell. */
function keepsRendition(text: string, { sorani, english }: DocumentFiles): boolean {
  if (english === null) return true;
  return (
    hasSameContent(text, sourceOf(sorani)) && 'aligned' in alignRendition(text, sourceOf(english))
  );
}

function soraniOf({ id, sorani }: DocumentFiles): { id: DocumentId; source: string } {
  return { id, source: sourceOf(sorani) };
}

function sourceOf(bytes: Buffer): string {
  return new TextDecoder().decode(bytes);
}

function beginningOf(source: string, { paragraph }: Mismatch): string {
  const span = splitParagraphs(source)[paragraph - 1];
  return span === undefined ? '' : shorten(source.slice(span.start, span.end), BEGINNING_UNITS);
}

/** The beginning of a text on one line, cut between words. */
function shorten(text: string, units: number): string {
  const line = text
    .slice(0, units * 4)
    .replaceAll(/\s+/gu, ' ')
    .trim();
  if (line.length <= units) return line;
  const cut = line.slice(0, units - 1);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > units / 2 ? end : undefined).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
