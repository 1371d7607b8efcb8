/**
 * One shape on a page. Places are in points and turned so that text runs from left to right or from right to left,
 * upright: y grows upwards.
 */
export interface Glyph {
  /** The letters that the shape stands for, in reading order; several where it is a ligature. */
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Where the letters stand. */
  readonly baseline: number;
  /** Of the font, as it is drawn. */
  readonly size: number;
  /** In quarter turns anticlockwise; lines hold glyphs of one turn only. */
  readonly turn: number;
}

/** One page as the file draws it, in the order in which it draws. */
export interface GlyphPage {
  readonly glyphs: readonly Glyph[];
  /** Spaces and non-joiners, which leave no ink; they have no width where it isn't known. */
  readonly blanks: readonly Glyph[];
  readonly hasImages: boolean;
  /** Ligatures whose letters came in the wrong order. */
  readonly mendedLigatures: number;
}
