import { describe, expect, it } from 'vitest';

import type { Glyph } from '../../../../src/corpus/extraction/pdf/glyph.ts';
import type { Direction } from '../../../../src/corpus/extraction/pdf/logical-order.ts';
import { readTextLines } from '../../../../src/corpus/extraction/pdf/text-lines.ts';

const SIZE = 10;
const WIDTH = 5;

/** Glyphs of half a size's width from the left edge on; a digit in `seen` is a gap of so many tenths of the size. */
function draw(seen: string, baseline = 100, left = 0): Glyph[] {
  let edge = left;
  return Array.from(seen).flatMap((text) => {
    if (/\d/u.test(text)) {
      edge += Number(text);
      return [];
    }
    const glyph = { text, left: edge, right: edge + WIDTH, baseline, size: SIZE, turn: 0 };
    edge += WIDTH;
    return [glyph];
  });
}

function read(
  glyphs: readonly Glyph[],
  blanks: readonly Glyph[] = [],
  direction: Direction = 'rtl',
): string[] {
  const page = { glyphs, blanks, hasImages: false, mendedLigatures: 0 };
  return readTextLines(page, direction).map(({ text }) => text);
}

describe('readTextLines', () => {
  it('takes gaps for spaces, and wide ones for the edges of cells', () => {
    expect(read(draw('کاپ3یوائ'))).toEqual(['ئاوی پاک']);
    expect(read(draw('کاپ1یوائ'))).toEqual(['ئاویپاک']);
    expect(read(draw('کاپ99یوائ'))).toEqual(['ئاوی | پاک']);
  });

  it('takes wide gaps that are alike for those of a justified line', () => {
    expect(read(draw('کاپ9یوائ9ەئ'))).toEqual(['ئە ئاوی پاک']);
  });

  it('puts spaces and non-joiners where they are, though they draw nothing', () => {
    const blank = { left: WIDTH, right: WIDTH, baseline: 100, size: SIZE, turn: 0 };
    expect(read(draw('ائ'), [{ ...blank, text: ' ' }])).toEqual(['ئ ا']);
    expect(read(draw('بڵ'), [{ ...blank, text: '\u200C' }])).toEqual(['ڵ\u200Cب']);
  });

  it('reads glyphs that are drawn over each other in the order in which they are drawn', () => {
    const alef = draw('ا', 100, 0.1);
    expect(read([...draw('ب', 100, WIDTH), ...draw('ڵ'), ...alef])).toEqual(['بڵا']);
  });

  it('parts lines by their heights, and keeps raised figures', () => {
    const raised = draw('٢', 103, WIDTH);
    expect(read([...draw('م', 100, 2 * WIDTH), ...raised, ...draw('ب', 80)])).toEqual(['م٢', 'ب']);
  });

  it('reads a line in Latin letters from the left, whatever its document', () => {
    expect(read(draw('the3town.'))).toEqual(['the town.']);
    expect(read(draw('لاس3the3town3hall.'), [], 'ltr')).toEqual(['سال the town hall.']);
  });

  it('draws a bullet to the item behind it', () => {
    expect(read(draw('کاپ99•'))).toEqual(['• پاک']);
  });
});
