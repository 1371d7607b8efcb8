import { describe, expect, it } from 'vitest';

import { parseDocument } from '../../src/corpus/parse-document.ts';
import type { DocumentFiles } from '../../src/corpus/read-files.ts';

function files(
  sorani: string | Buffer,
  parts: { english?: string | Buffer; description?: string | Buffer } = {},
): DocumentFiles {
  return {
    id: 'one',
    sorani: Buffer.from(sorani),
    english: bytes(parts.english),
    description: bytes(parts.description),
    unreadable: [],
    hash: 'hash',
  };
}

function bytes(content: string | Buffer | undefined): Buffer | null {
  return content === undefined ? null : Buffer.from(content);
}

/** "سڵاو" in Windows-1256 has bytes that are no UTF-8. */
const NOT_UTF8 = Buffer.from([0xd3, 0xe1, 0xc7, 0xe6]);

describe('a document', () => {
  it('is its Sorani text, cut, with its rendition and description', () => {
    const { document, warnings } = parseDocument(
      files('هات. چوو.\n\nکۆتایی.', {
        english: 'Came. Went.\n\nThe end.',
        description: '{"title":"سەردێڕ"}',
      }),
    );
    expect(warnings).toEqual([]);
    expect(document).toMatchObject({
      id: 'one',
      hash: 'hash',
      source: 'هات. چوو.\n\nکۆتایی.',
      description: { title: { ckb: 'سەردێڕ' } },
    });
    const sentences = document?.passages.flatMap((passage) => passage.sentences) ?? [];
    expect(sentences.map(({ text, rendition }) => [text, rendition?.text])).toEqual([
      ['هات.', 'Came.'],
      ['چوو.', 'Went.'],
      ['کۆتایی.', 'The end.'],
    ]);
  });

  it('loses a leading byte order mark and nothing else, so that offsets count from behind it', () => {
    const { document } = parseDocument(files('\uFEFFهات.\r\nچوو.\uFEFF\r\n'));
    expect(document?.source).toBe('هات.\r\nچوو.\uFEFF\r\n');
    expect(document?.passages[0]?.start).toBe(0);
  });

  it.each([
    ['', 'empty'],
    [' \r\n\t ', 'empty'],
    ['\uFEFF', 'empty'],
    ['…؟! 🙂', 'empty'],
    [NOT_UTF8, 'not UTF-8'],
    [Buffer.from('\uFEFFهات.', 'utf16le'), 'not UTF-8'],
    [Buffer.from('هات.').subarray(0, 3), 'not UTF-8'],
  ])('is none where its file holds %j: it is %s', (sorani, reason) => {
    const parsed = parseDocument(files(sorani));
    expect(parsed).toEqual({
      document: null,
      reason: expect.stringContaining(reason),
      warnings: [],
    });
  });

  it.each([
    [{ english: NOT_UTF8 }, /rendition is not UTF-8/u],
    [{ english: 'Came. Went.' }, /rendition is left out: paragraph 1 /u],
    [{ english: '' }, /rendition is left out: .*0 paragraphs/u],
    [{ description: NOT_UTF8 }, /description is not a JSON object/u],
    [{ description: '[]' }, /description is not a JSON object/u],
  ])('is served without a part that is broken, with a warning: %#', (parts, warning) => {
    const { document, warnings } = parseDocument(files('هات.', parts));
    expect(document?.passages).toHaveLength(1);
    expect(document?.passages[0]?.sentences[0]?.rendition).toBeNull();
    expect(document?.description.title.ckb).toBe('one');
    expect(warnings).toEqual([expect.stringMatching(warning)]);
  });
});
