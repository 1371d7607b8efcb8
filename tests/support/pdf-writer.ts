import { Buffer } from 'node:buffer';

/** An object of a PDF file: a value, or a dictionary and the bytes of a stream. */
export type PdfObject = string | { readonly dictionary: string; readonly stream: Uint8Array };

/**
 * A PDF file of these objects, numbered from 1; the first is its catalogue. `trailer` is added to that of the file. It's as
 * simple as the format allows, so that a test can break it where it likes.
 */
export function writePdf(objects: readonly PdfObject[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n', 'latin1')];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  const push = (part: Buffer): void => {
    parts.push(part);
    length += part.length;
  };
  for (const [index, object] of objects.entries()) {
    offsets.push(length);
    push(
      Buffer.concat([
        Buffer.from(`${index + 1} 0 obj\n`),
        bodyOf(object),
        Buffer.from('\nendobj\n'),
      ]),
    );
  }
  const xref = length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${xref}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

function bodyOf(object: PdfObject): Buffer {
  if (typeof object === 'string') return Buffer.from(object, 'latin1');
  const { dictionary, stream } = object;
  return Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${stream.length} >>\nstream\n`, 'latin1'),
    stream,
    Buffer.from('\nendstream', 'latin1'),
  ]);
}

/** A file of so many pages that all show the same content, which may use the font /F. */
export function writePages(count: number, content: PdfObject, catalogue = ''): Buffer {
  const kids = Array.from({ length: count }, (_, index) => `${index + 5} 0 R`).join(' ');
  const page =
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources << /Font << /F 4 0 R >> >> >>';
  return writePdf([
    `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    `<< /Type /Pages /Count ${count} /Kids [${kids}] >>`,
    content,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...Array.from({ length: count }, () => page),
  ]);
}

export function textContent(...lines: readonly string[]): PdfObject {
  const shown = lines.map((line) => `(${line}) Tj 0 -16 Td`).join(' ');
  return { dictionary: '', stream: Buffer.from(`BT /F 12 Tf 72 700 Td ${shown} ET`, 'latin1') };
}
