import { describe, expect, it } from 'vitest';

import { joinParagraphs } from '../../../../src/corpus/extraction/pdf/paragraphs.ts';
import { withoutRepeatedLines } from '../../../../src/corpus/extraction/pdf/repeated-lines.ts';
import type { TextLine } from '../../../../src/corpus/extraction/pdf/text-lines.ts';

/** Lines of 12 points on a page 400 points wide; `width` is how far each goes, `gap` the room above it. */
function page(
  ...lines: readonly { text: string; width?: number; gap?: number; size?: number }[]
): TextLine[] {
  let baseline = 800;
  return lines.map(({ text, width = 400, gap = 18, size = 12 }) => {
    baseline -= gap;
    return { text, start: 0, end: width, baseline, size, isRow: text.includes(' | ') };
  });
}

describe('joinParagraphs', () => {
  it('joins lines that are full, and ends a paragraph where the next word would have had room', () => {
    const lines = page(
      { text: 'هێڵی یەکەم پڕە و' },
      { text: 'هێڵی دووەم کورتە.', width: 150 },
      { text: 'بڕگەی دووەم لێرە' },
      { text: 'تەواو دەبێت.', width: 90 },
    );
    expect(joinParagraphs([lines])).toEqual([
      'هێڵی یەکەم پڕە و هێڵی دووەم کورتە.',
      'بڕگەی دووەم لێرە تەواو دەبێت.',
    ]);
  });

  it('parts lines that stand apart, headings, rows and items of lists', () => {
    const lines = page(
      { text: 'سەردێڕ', size: 20 },
      { text: 'یەکەم' },
      { text: 'دووەم' },
      { text: 'سێیەم', gap: 30 },
      { text: 'ناو | ژمارە' },
      { text: '• خاڵی یەکەم' },
      { text: '• خاڵی دووەم' },
    );
    expect(joinParagraphs([lines])).toEqual([
      'سەردێڕ',
      'یەکەم دووەم',
      'سێیەم',
      'ناو | ژمارە',
      'خاڵی یەکەم',
      'خاڵی دووەم',
    ]);
  });

  it('joins a paragraph that goes over the end of a page', () => {
    expect(
      joinParagraphs([page({ text: 'ئەمە لە پەڕەی یەکەم' }), page({ text: 'بەردەوامە.' })]),
    ).toEqual(['ئەمە لە پەڕەی یەکەم بەردەوامە.']);
  });

  it('joins a Latin word that was parted, and a number with hyphens', () => {
    expect(
      joinParagraphs([page({ text: 'the munici-' }, { text: 'pality 0750-' }, { text: '445' })]),
    ).toEqual(['the municipality 0750-445']);
  });

  it('reads lines that are aligned at their ends', () => {
    const lines = page(
      { text: 'یەکەم هێڵی درێژ' },
      { text: 'کورت.', width: 60 },
      { text: 'دووەم هێڵی درێژ' },
      { text: 'تر.', width: 40 },
    );
    const mirrored = lines.map((line) => ({ ...line, start: 400 - line.end, end: 400 }));
    expect(joinParagraphs([mirrored])).toEqual(['یەکەم هێڵی درێژ کورت.', 'دووەم هێڵی درێژ تر.']);
  });
});

describe('withoutRepeatedLines', () => {
  it('leaves out headers, footers and page numbers', () => {
    const pages = ['١', '٢', '٣'].map((number) =>
      page(
        { text: 'شارەوانی' },
        { text: `دەقی پەڕەی ${'ئا'.repeat(number.charCodeAt(0) % 5)}` },
        { text: `کۆتایی ${'با'.repeat(number.charCodeAt(0) % 5)}` },
        { text: `پەڕە ${number}` },
      ),
    );
    const kept = pages.map((lines) => lines.slice(1, -1));
    expect(withoutRepeatedLines(pages)).toEqual(kept);
  });

  it('keeps pages that say nothing else', () => {
    const pages = [page({ text: 'ئاگاداری' }), page({ text: 'ئاگاداری' })];
    expect(withoutRepeatedLines(pages)).toEqual(pages);
  });
});
