import type { ExtractionProblem, FileFormat } from './extraction.ts';

/** What a file is, or why it isn't read. */
export type FileType = { readonly format: FileFormat } | { readonly problem: ExtractionProblem };

/** What the bytes are, whatever the name says; `text` stands for all that is read as text. */
type Content = 'pdf' | 'zip' | 'docx' | 'ole' | 'text' | 'other';

const FORMATS: ReadonlyMap<string, FileFormat> = new Map([
  ['txt', 'text'],
  ['text', 'text'],
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['html', 'html'],
  ['htm', 'html'],
  ['pdf', 'pdf'],
  ['docx', 'docx'],
]);

/** PDF readers take a file whose header stands within this many bytes. */
const PDF_HEADER_BYTES = 1024;
/** The end of a ZIP file's directory of entries is searched for this name. */
const DOCX_ENTRY = 'word/document.xml';
const ZIP_SIGNATURE = [0x50, 0x4b, 0x03, 0x04];
/** OLE compound files: Word's old format, and new documents that a password protects. */
const OLE_SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** The stream in an OLE file that holds an encrypted document, in UTF-16. */
const ENCRYPTED_STREAM = 'EncryptedPackage';

/**
 * Compares what a file's name says with what its bytes are. Text files can't be told from each other by their bytes, so
 * there the name decides.
 */
export function fileTypeOf(name: string, bytes: Uint8Array): FileType {
  const format = FORMATS.get(extensionOf(name));
  if (format === undefined) return { problem: 'unknown-type' };
  if (bytes.length === 0) return { problem: 'empty' };
  const content = contentOf(bytes);
  if (content === expectedContent(format)) return { format };
  const isProtected = content === 'ole' && format === 'docx' && isEncrypted(bytes);
  return { problem: isProtected ? 'password' : 'false-type' };
}

function extensionOf(name: string): string {
  return /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? '';
}

function expectedContent(format: FileFormat): Content {
  return format === 'pdf' || format === 'docx' ? format : 'text';
}

function contentOf(bytes: Uint8Array): Content {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.subarray(0, PDF_HEADER_BYTES).includes('%PDF-')) return 'pdf';
  if (startsWith(buffer, ZIP_SIGNATURE)) return buffer.includes(DOCX_ENTRY) ? 'docx' : 'zip';
  if (startsWith(buffer, OLE_SIGNATURE)) return 'ole';
  const isUtf16 = startsWith(buffer, [0xff, 0xfe]) || startsWith(buffer, [0xfe, 0xff]);
  return buffer.includes(0) && !isUtf16 ? 'other' : 'text';
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function isEncrypted(bytes: Uint8Array): boolean {
  return Buffer.from(bytes).includes(Buffer.from(ENCRYPTED_STREAM, 'utf16le'));
}
