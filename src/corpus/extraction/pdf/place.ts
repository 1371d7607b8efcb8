import type { Glyph } from './glyph.ts';

/** A place on a page as PDFium gives it: where a shape begins, and the box around it. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The same seen upright. */
export type Place = Pick<Glyph, 'left' | 'right' | 'baseline' | 'turn'> & { readonly x: number };

/** The six numbers of a PDF matrix, and how much larger it draws. */
export interface Matrix {
  readonly direction: readonly [number, number];
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export function matrixOf(numbers: ArrayLike<number>): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = Array.from(numbers);
  return { direction: [a, b], x, y, scale: Math.sqrt(Math.abs(a * d - b * c)) };
}

/** Turns a box back by the quarter turns of its text. */
export function uprightPlace(box: Box, { direction: [a, b] }: Matrix): Place {
  const turn = (Math.round(Math.atan2(b, a) / (Math.PI / 2)) + 4) % 4;
  const { x, y, left, right, top, bottom } = box;
  switch (turn) {
    case 1:
      return { turn, x: y, left: bottom, right: top, baseline: -x };
    case 2:
      return { turn, x: -x, left: -right, right: -left, baseline: -y };
    case 3:
      return { turn, x: -y, left: -top, right: -bottom, baseline: x };
    default:
      return { turn: 0, x, left, right, baseline: y };
  }
}
