/** What can be read. `text` is plain UTF-8. */
export type FileFormat = 'text' | 'markdown' | 'html' | 'pdf' | 'docx';

/** What was mended, or may be missing; people are told in their own language by others. */
export type ExtractionWarning =
  /** Shapes of letters stood in place of letters. */
  | 'presentation-forms-mended'
  /** Letters drawn as one shape (لا) came in the wrong order. */
  | 'ligatures-mended'
  /** Zero-width non-joiners that the writer may have typed aren't there. */
  | 'non-joiners-lost'
  /** Some pages are pictures, or empty. */
  | 'pages-without-text';

/** Why a file gives no text. */
export type ExtractionProblem =
  | 'unknown-type'
  /** The bytes are of another type than the name says. */
  | 'false-type'
  | 'not-utf8'
  | 'empty'
  | 'password'
  | 'damaged'
  /** Pages are pictures of text. */
  | 'scanned'
  | 'too-many-pages'
  | 'too-large'
  | 'timeout'
  | 'memory'
  /** There is text, but its letters are in no order that any language has. */
  | 'scrambled'
  | 'cancelled';

export interface ExtractedText {
  readonly format: FileFormat;
  /** Paragraphs with a blank line between them; NFC, LF, no byte order mark, no direction controls. */
  readonly text: string;
  /** From the metadata or the first heading. */
  readonly title: string | null;
  /** Null where the format has none. */
  readonly pages: number | null;
  /** In the order of their type, each once. */
  readonly warnings: readonly ExtractionWarning[];
}

export type Extraction =
  | { readonly extracted: ExtractedText }
  | { readonly problem: ExtractionProblem };

export interface NamedFile {
  /** Its extension says what the sender believes it to be. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Reads a file. Never rejects: what is wrong with a file is a result. */
export type Extract = (file: NamedFile, signal?: AbortSignal) => Promise<Extraction>;

/** The largest file that is read. */
export const MOST_BYTES = 20 * 1024 * 1024;

/** Bounds on what one file may cost where it is read. */
export interface ReadingLimits {
  readonly pages: number;
  /** UTF-16 code units of the extracted text. */
  readonly characters: number;
}

export const READING_LIMITS: ReadingLimits = { pages: 1_000, characters: 5_000_000 };
