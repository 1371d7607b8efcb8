import { describe, expect, it } from 'vitest';

import type { TextLine } from '../../../../src/corpus/extraction/pdf/text-lines.ts';
import { titleOf } from '../../../../src/corpus/extraction/pdf/title.ts';

function lines(...sizes: readonly number[]): TextLine[] {
  return sizes.map((size) => ({ text: '', start: 0, end: 9, baseline: 9, size, isRow: false }));
}

describe('titleOf', () => {
  it.each([
    ['ڕێنماییەکان', [12, 12], 'ڕێنماییەکان'],
    ['', [20, 12, 12], 'سەردێڕ'],
    ['Microsoft Word - ڕاپۆرت.docx', [20, 12, 12], 'سەردێڕ'],
    ['report.pdf', [12, 12, 12], null],
    ['untitled', [], null],
  ])('%s', (metadata, sizes, title) => {
    expect(titleOf(metadata, [lines(...sizes)], ['سەردێڕ', 'دەق'])).toBe(title);
  });
});
