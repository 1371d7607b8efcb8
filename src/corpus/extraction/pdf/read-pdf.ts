import { textOfBlocks } from '../blocks.ts';
import type {
  ExtractedText,
  Extraction,
  ExtractionProblem,
  ExtractionWarning,
  ReadingLimits,
} from '../extraction.ts';
import type { GlyphPage } from './glyph.ts';
import type { Direction } from './logical-order.ts';
import { joinParagraphs } from './paragraphs.ts';
import { loadPdfium } from './pdfium.ts';
import type { Pdfium } from './pdfium.ts';
import { hasForms } from './presentation-forms.ts';
import { readGlyphs } from './read-glyphs.ts';
import { withoutRepeatedLines } from './repeated-lines.ts';
import { readTextLines } from './text-lines.ts';
import { titleOf } from './title.ts';

/** Of FPDF_GetLastError. */
const PASSWORD_ERROR = 4;
const SECURITY_ERROR = 5;
/** Fewer letters than this on an average page with a picture: what is to be read is in the picture. */
const LETTERS_A_PAGE = 20;
/** Programs whose files hold every non-joiner that the writer typed. */
const KEEPS_NON_JOINERS = /Skia|LibreOffice/u;

const ARABIC_LETTERS = /\p{Script=Arabic}/gu;
const LETTERS = /\p{L}/gu;

/** Reads the text of a PDF file page by page. Throws where PDFium does: the file is damaged, or built to do harm. */
export async function readPdf(bytes: Uint8Array, limits: ReadingLimits): Promise<Extraction> {
  const pdfium = await loadPdfium();
  const document = pdfium.call('FPDF_LoadMemDocument', pdfium.store(bytes), bytes.length, 0);
  if (document === 0) return { problem: problemOf(pdfium.call('FPDF_GetLastError')) };
  const count = pdfium.call('FPDF_GetPageCount', document);
  if (count === 0) return { problem: 'damaged' };
  if (count > limits.pages) return { problem: 'too-many-pages' };
  const pages: GlyphPage[] = [];
  let characters = 0;
  for (let index = 0; index < count; index += 1) {
    const page = readPage(pdfium, document, index);
    characters += page.glyphs.length;
    if (characters > limits.characters) return { problem: 'too-large' };
    pages.push(page);
  }
  const metadata = {
    title: metaText(pdfium, document, 'Title'),
    producer: metaText(pdfium, document, 'Producer'),
  };
  return composeText(pages, metadata);
}

function problemOf(error: number): ExtractionProblem {
  return error === PASSWORD_ERROR || error === SECURITY_ERROR ? 'password' : 'damaged';
}

const EMPTY_PAGE: GlyphPage = { glyphs: [], blanks: [], hasImages: false, mendedLigatures: 0 };

/** A page that can't be read is an empty one. */
function readPage(pdfium: Pdfium, document: number, index: number): GlyphPage {
  const page = pdfium.call('FPDF_LoadPage', document, index);
  if (page === 0) return EMPTY_PAGE;
  const read = readGlyphs(pdfium, page);
  pdfium.call('FPDF_ClosePage', page);
  return read;
}

function metaText(pdfium: Pdfium, document: number, name: string): string {
  const key = pdfium.name(name);
  return pdfium.text((pointer, size) =>
    pdfium.call('FPDF_GetMetaText', document, key, pointer, size),
  );
}

function composeText(
  pages: readonly GlyphPage[],
  metadata: { readonly title: string; readonly producer: string },
): Extraction {
  const raw = pages.map(({ glyphs }) => glyphs.map(({ text }) => text).join('')).join('');
  const letters = raw.match(LETTERS)?.length ?? 0;
  if (letters < LETTERS_A_PAGE * pages.length && pages.some(({ hasImages }) => hasImages)) {
    return { problem: 'scanned' };
  }
  if (letters === 0) return { problem: 'empty' };
  const arabic = raw.match(ARABIC_LETTERS)?.length ?? 0;
  const direction: Direction = arabic * 2 > letters ? 'rtl' : 'ltr';
  const lines = withoutRepeatedLines(pages.map((page) => readTextLines(page, direction)));
  const paragraphs = joinParagraphs(lines);
  const text = textOfBlocks(paragraphs);
  const title = titleOf(metadata.title, lines, paragraphs);
  const extracted: ExtractedText = {
    format: 'pdf',
    text,
    title,
    pages: pages.length,
    warnings: warningsOf(pages, { raw, text, direction, producer: metadata.producer }),
  };
  return { extracted };
}

function warningsOf(
  pages: readonly GlyphPage[],
  found: { raw: string; text: string; direction: Direction; producer: string },
): ExtractionWarning[] {
  const { raw, text, direction, producer } = found;
  const isLost =
    direction === 'rtl' && !text.includes('\u200C') && !KEEPS_NON_JOINERS.test(producer);
  const warnings: [ExtractionWarning, boolean][] = [
    ['presentation-forms-mended', hasForms(raw)],
    ['ligatures-mended', pages.some(({ mendedLigatures }) => mendedLigatures > 0)],
    ['non-joiners-lost', isLost],
    ['pages-without-text', pages.some(({ glyphs }) => glyphs.length === 0)],
  ];
  return warnings.filter(([, applies]) => applies).map(([warning]) => warning);
}
