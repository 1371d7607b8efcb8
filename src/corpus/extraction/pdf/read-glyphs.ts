import type { Glyph, GlyphPage } from './glyph.ts';
import { isReversedLigature } from './ligatures.ts';
import type { Pdfium } from './pdfium.ts';
import { matrixOf, uprightPlace } from './place.ts';
import type { Matrix, Place } from './place.ts';
import { readPageObjects } from './text-objects.ts';
import type { TextObject } from './text-objects.ts';

/** What PDFium puts in place of a hyphen at the end of a line. */
const HYPHEN = 2;
/** How far the width of a glyph may go beyond its ink, in sizes of the font: Chromium gives widths of another weight. */
const SIDE_BEARING = 0.1;
const SHIFT_OF_ONE_SHAPE = 0.01;
const NON_JOINER = '\u200C';

/** A character as PDFium tells of it: several stand in one place where a ligature is drawn. */
interface PlacedCharacter extends Glyph {
  readonly object: number;
  readonly x: number;
}

/**
 * The glyphs of a page, with the spaces and the non-joiners that PDFium's own text leaves out: it drops a text object that
 * draws nothing, but the object is still there, with its place and, in Chromium's files, with the text it stands for.
 */
export function readGlyphs(pdfium: Pdfium, page: number): GlyphPage {
  const textPage = pdfium.call('FPDFText_LoadPage', page);
  try {
    const { texts, hasImages } = readPageObjects(pdfium, page);
    const characters = withoutRepeatedParts(readCharacters(pdfium, textPage), texts);
    const withInk = new Set(characters.map(({ object }) => object));
    const blanks = texts.filter(({ id }) => !withInk.has(id)).flatMap(blanksOf);
    return { ...joinLigatures(characters), blanks, hasImages };
  } finally {
    pdfium.call('FPDFText_ClosePage', textPage);
  }
}

function readCharacters(pdfium: Pdfium, textPage: number): PlacedCharacter[] {
  const characters: PlacedCharacter[] = [];
  const count = pdfium.call('FPDFText_CountChars', textPage);
  for (let index = 0; index < count; index += 1) {
    const object = pdfium.call('FPDFText_GetTextObject', textPage, index);
    // Spaces that PDFium guesses: the gaps are measured here, against spaces that the file really holds.
    if (object === 0 || pdfium.call('FPDFText_IsGenerated', textPage, index) === 1) continue;
    const matrix = matrixOf(
      pdfium.floats((at) => pdfium.call('FPDFText_GetMatrix', textPage, index, at)),
    );
    const size = pdfium.call('FPDFText_GetFontSize', textPage, index) * matrix.scale;
    const place = readPlace(pdfium, { textPage, index, matrix, size });
    const unicode = pdfium.call('FPDFText_GetUnicode', textPage, index);
    characters.push({ ...place, text: textOf(unicode), size, object });
  }
  return characters;
}

function readPlace(
  pdfium: Pdfium,
  character: { textPage: number; index: number; matrix: Matrix; size: number },
): Place {
  const { textPage, index, matrix, size } = character;
  const [x = 0, y = 0] = pdfium.doubles((at) =>
    pdfium.call('FPDFText_GetCharOrigin', textPage, index, at, at + 8),
  );
  const [left = 0, top = 0, right = 0, bottom = 0] = pdfium.floats((at) =>
    pdfium.call('FPDFText_GetLooseCharBox', textPage, index, at),
  );
  const place = uprightPlace({ x, y, left, right, top, bottom }, matrix);
  const ink = uprightPlace({ x, y, ...readInk(pdfium, textPage, index) }, matrix);
  const width = Math.min(place.right, ink.right + SIDE_BEARING * size);
  return { ...place, right: Math.max(ink.right, width) };
}

function readInk(
  pdfium: Pdfium,
  textPage: number,
  index: number,
): { left: number; right: number; bottom: number; top: number } {
  const [left = 0, right = 0, bottom = 0, top = 0] = pdfium.doubles((at) =>
    pdfium.call('FPDFText_GetCharBox', textPage, index, at, at + 8, at + 16, at + 24),
  );
  return { left, right, bottom, top };
}

/** Halves of surrogate pairs stay halves here; they are joined where glyphs become words. */
function textOf(unicode: number): string {
  if (unicode === HYPHEN) return '-';
  return unicode === 0 || unicode > 0x10ffff ? '\uFFFD' : String.fromCodePoint(unicode);
}

/**
 * A letter that is drawn by several shapes (its dots apart from it) comes once for each, so only the first counts, in the
 * place of its main shape.
 */
function withoutRepeatedParts(
  characters: readonly PlacedCharacter[],
  texts: readonly TextObject[],
): PlacedCharacter[] {
  const mainShapes = findMainShapes(texts);
  const partOf = new Map(texts.map(({ id, part }) => [id, part?.id ?? null]));
  const drawnAs = new Map<number, number>();
  return characters.flatMap((character) => {
    const part = partOf.get(character.object) ?? null;
    const shape = part === null ? undefined : mainShapes.get(part);
    if (part === null || shape === undefined) return [character];
    const object = drawnAs.get(part) ?? character.object;
    drawnAs.set(part, object);
    if (object !== character.object) return [];
    const { x, right, baseline } = shape.place;
    return [{ ...character, x, left: x, right, baseline }];
  });
}

/** Of each part of several shapes the one that stands where most of the page's text does, or else the widest. */
function findMainShapes(texts: readonly TextObject[]): Map<number, TextObject> {
  const parts = new Map<number, TextObject[]>();
  const heights = new Map<number, number>();
  for (const text of texts) {
    const height = Math.round(text.place.baseline);
    heights.set(height, (heights.get(height) ?? 0) + 1);
    if (text.part === null) continue;
    const shapes = parts.get(text.part.id);
    if (shapes === undefined) parts.set(text.part.id, [text]);
    else shapes.push(text);
  }
  const countAt = ({ place }: TextObject): number => heights.get(Math.round(place.baseline)) ?? 0;
  const mainShapes = new Map<number, TextObject>();
  for (const [part, shapes] of parts) {
    const [main] = shapes.toSorted(
      (one, other) => countAt(other) - countAt(one) || widthOf(other) - widthOf(one),
    );
    if (shapes.length > 1 && main !== undefined) mainShapes.set(part, main);
  }
  return mainShapes;
}

function widthOf({ place }: TextObject): number {
  return place.right - place.left;
}

/** Nothing for a part of a letter that is drawn by several shapes: one of them stands for the letter already. */
function blanksOf({ part, place, size }: TextObject): Glyph[] {
  const text = part?.text ?? ' ';
  if (text !== NON_JOINER && text.trim() !== '') return [];
  return [
    { ...place, text: text === NON_JOINER ? text : ' ', left: place.x, right: place.x, size },
  ];
}

/** Characters of one object in one place are one shape. */
function joinLigatures(characters: readonly PlacedCharacter[]): {
  glyphs: Glyph[];
  mendedLigatures: number;
} {
  const shapes: PlacedCharacter[][] = [];
  for (const character of characters) {
    const shape = shapes.at(-1);
    if (shape?.[0] !== undefined && isSameShape(shape[0], character)) shape.push(character);
    else shapes.push([character]);
  }
  let mendedLigatures = 0;
  const glyphs = shapes.flatMap((shape) => {
    const [first] = shape;
    if (first === undefined) return [];
    // A space within a shape is one that PDFium guesses.
    const inked = shape.map(({ text }) => text).filter((text) => text !== ' ');
    const letters = inked.length === 0 ? [' '] : inked;
    const isReversed = isReversedLigature(letters);
    if (isReversed) mendedLigatures += 1;
    const right = Math.max(...shape.map((character) => character.right));
    return [{ ...first, right, text: (isReversed ? letters.toReversed() : letters).join('') }];
  });
  return { glyphs, mendedLigatures };
}

/** PDFium shares the width of a shape out among its letters, but all begin where it begins. */
function isSameShape(one: PlacedCharacter, other: PlacedCharacter): boolean {
  return (
    one.object === other.object &&
    Math.abs(one.x - other.x) < SHIFT_OF_ONE_SHAPE &&
    Math.abs(one.baseline - other.baseline) < SHIFT_OF_ONE_SHAPE
  );
}
