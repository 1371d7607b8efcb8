import type { Pdfium } from './pdfium.ts';
import { matrixOf, uprightPlace } from './place.ts';
import type { Place } from './place.ts';

/** Of FPDFPageObj_GetType. */
const TEXT_OBJECT = 1;
const IMAGE_OBJECT = 3;
const FORM_OBJECT = 5;

/** What a page draws as text in one go: in Chromium's files a single shape. */
export interface TextObject {
  readonly id: number;
  readonly place: Place;
  readonly size: number;
  /** The marked part of the page to which it belongs, if the file tells what that part says. */
  readonly part: { readonly id: number; readonly text: string } | null;
}

export interface PageObjects {
  readonly texts: readonly TextObject[];
  readonly hasImages: boolean;
}

export function readPageObjects(pdfium: Pdfium, page: number): PageObjects {
  const texts: TextObject[] = [];
  let hasImages = false;
  const count = pdfium.call('FPDFPage_CountObjects', page);
  for (let index = 0; index < count; index += 1) {
    const id = pdfium.call('FPDFPage_GetObject', page, index);
    const type = pdfium.call('FPDFPageObj_GetType', id);
    // What a form object holds isn't looked through: it may well be a picture.
    if (type === IMAGE_OBJECT || type === FORM_OBJECT) hasImages = true;
    if (type === TEXT_OBJECT) texts.push(readTextObject(pdfium, id));
  }
  return { texts, hasImages };
}

function readTextObject(pdfium: Pdfium, id: number): TextObject {
  const matrix = matrixOf(pdfium.floats((at) => pdfium.call('FPDFPageObj_GetMatrix', id, at)));
  const [left = 0, bottom = 0, right = 0, top = 0] = pdfium.floats((at) =>
    pdfium.call('FPDFPageObj_GetBounds', id, at, at + 4, at + 8, at + 12),
  );
  const [fontSize = 0] = pdfium.floats((at) => pdfium.call('FPDFTextObj_GetFontSize', id, at));
  const place = uprightPlace({ x: matrix.x, y: matrix.y, left, right, top, bottom }, matrix);
  return { id, place, size: fontSize * matrix.scale, part: readPart(pdfium, id) };
}

/** The text that a marked part of the page stands for, where the file tells it. */
function readPart(pdfium: Pdfium, object: number): TextObject['part'] {
  const marks = pdfium.call('FPDFPageObj_CountMarks', object);
  for (let index = 0; index < marks; index += 1) {
    const id = pdfium.call('FPDFPageObj_GetMark', object, index);
    const text = readMarkText(pdfium, id);
    if (text !== '') return { id, text: joinBytes(text) };
  }
  return null;
}

function readMarkText(pdfium: Pdfium, mark: number): string {
  const key = pdfium.name('ActualText');
  return pdfium.text((pointer, size) => {
    let isThere = 0;
    const [length = 0] = pdfium.integers((at) => {
      isThere = pdfium.call('FPDFPageObjMark_GetParamStringValue', mark, key, pointer, size, at);
      return isThere;
    });
    return isThere === 1 ? length : 0;
  });
}

/** PDFium gives a text in UTF-16 byte by byte, each as a letter of its own. */
function joinBytes(text: string): string {
  const bytes = Array.from(text, (letter) => letter.charCodeAt(0));
  if (bytes.length % 2 === 1 || bytes.some((byte) => byte > 0xff)) return text;
  const units = Array.from(
    { length: bytes.length / 2 },
    (_, index) => ((bytes[index * 2] ?? 0) << 8) + (bytes[index * 2 + 1] ?? 0),
  );
  return String.fromCharCode(...units);
}
