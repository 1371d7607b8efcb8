import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { countSharedWords, wordsOf } from '../../../scripts/extraction/shared-words.ts';
import { extractFile } from '../../../src/corpus/extraction/extract-file.ts';
import { READING_LIMITS } from '../../../src/corpus/extraction/extraction.ts';
import type { ExtractedText, Extraction } from '../../../src/corpus/extraction/extraction.ts';
import { textContent, writePages, writePdf } from '../../support/pdf-writer.ts';
import { writeZip } from '../../support/zip-writer.ts';

const DOCUMENTS = join(import.meta.dirname, '../../fixtures/documents');
const LIMITS = { pages: 100, characters: 100_000 };
/** Of words in a PDF file; every producer here gives all of them. */
const GOAL = 0.97;

function fixture(name: string): Buffer {
  return readFileSync(join(DOCUMENTS, name));
}

function extract(name: string, bytes: Uint8Array | string): Promise<Extraction> {
  return extractFile({ name, bytes: Buffer.from(bytes) }, LIMITS);
}

async function extracted(name: string, bytes: Uint8Array | string): Promise<ExtractedText> {
  const extraction = await extract(name, bytes);
  if ('problem' in extraction) throw new Error(`${name}: ${extraction.problem}`);
  return extraction.extracted;
}

describe('documents of three offices', () => {
  const names = readdirSync(DOCUMENTS);

  it.each(names.filter((name) => /\.(?:docx|html|txt)$/u.test(name)))(
    '%s comes out exact',
    async (name) => {
      const [document = ''] = name.split('.');
      const truth = fixture(`${document}.txt`).toString().trim();
      const { text, title } = await extracted(name, fixture(name));
      expect(text).toBe(truth);
      expect(title).toBe(name.endsWith('.txt') ? null : truth.split('\n', 1)[0]);
    },
  );

  it.each(names.filter((name) => /\.[^.]+\.pdf$/u.test(name)))(
    '%s comes out whole',
    async (name) => {
      const [document = ''] = name.split('.');
      const truth = wordsOf(fixture(`${document}.txt`).toString());
      const { text, pages, title } = await extracted(name, fixture(name));
      expect(countSharedWords(truth, wordsOf(text)) / truth.length).toBeGreaterThanOrEqual(GOAL);
      expect(text.match(/\u200C/gu)).toHaveLength(1);
      expect(pages).toBeGreaterThan(0);
      expect(title).not.toBeNull();
    },
  );

  it('parts the paragraphs of a PDF file as the writer did', async () => {
    const { text } = await extracted('a.pdf', fixture('health.chromium-noto-naskh-arabic.pdf'));
    expect(text).toBe(fixture('health.txt').toString().trim());
  });
});

describe('text, Markdown and HTML', () => {
  it('reads UTF-8 and UTF-16, without byte order marks and direction controls', async () => {
    const bytes = Buffer.from('\uFEFFئاو\u200F پاکە\r\n\r\nدووەم', 'utf16le');
    expect(await extracted('a.txt', bytes)).toMatchObject({
      format: 'text',
      text: 'ئاو پاکە\n\nدووەم',
    });
    expect(await extract('a.txt', Uint8Array.of(0xd8, 0x27, 0x41))).toEqual({
      problem: 'not-utf8',
    });
  });

  it('takes lines for paragraphs where no line is blank', async () => {
    expect(await extracted('a.txt', 'یەک\nدوو\n')).toMatchObject({ text: 'یەک\n\nدوو' });
  });

  it('reads Markdown by what it means', async () => {
    const markdown =
      '# ناونیشان\n\nدەقی **گرنگ** و [بەستەر](https://example.org).\n\n- یەک\n- دوو\n\n| ناو | ژمارە |\n|---|---|\n| ئاو | ٣ |\n';
    expect(await extracted('a.md', markdown)).toMatchObject({
      format: 'markdown',
      title: 'ناونیشان',
      text: 'ناونیشان\n\nدەقی گرنگ و بەستەر.\n\nیەک\n\nدوو\n\nناو | ژمارە\n\nئاو | ٣',
    });
  });

  it('leaves out of a page what is not its text', async () => {
    const html = `<title>ناو</title><nav>بەشەکان</nav><script>var x</script><div>یەک<br>دوو <b>سێ</b></div>
      <p hidden>نەبینراو</p><p style="display: none">نەبینراو</p><style>p{}</style>پاش`;
    expect(await extracted('a.html', html)).toMatchObject({
      title: 'ناو',
      text: 'یەک\nدوو سێ\n\nپاش',
    });
  });

  it('reads a page that nests without end', async () => {
    const { text } = await extracted('a.html', `<p>یەک</p>${'<div>'.repeat(3_000)}دوو`);
    expect(text.startsWith('یەک')).toBe(true);
  });

  it('warns where ە was typed as ه and its non-joiners are gone', async () => {
    const typed =
      'هه‌رێمی کوردستان ڕێز لە هه‌موو لایه‌نێک ده‌گرێت و داوا ده‌کات هه‌وڵ بده‌ن بۆ ئه‌وه‌ی ڕێککه‌ون. '
        .replaceAll('ە', 'ه')
        .repeat(4);
    expect(await extracted('a.txt', typed)).toMatchObject({ warnings: [] });
    expect(await extracted('a.txt', typed.replaceAll('\u200C', ''))).toMatchObject({
      warnings: ['non-joiners-lost'],
    });
  });
});

function xml(size: number): { name: string; bytes: Buffer } {
  return { name: 'word/document.xml', bytes: Buffer.alloc(size, 'a') };
}

describe('files that give no text', () => {
  const image = {
    dictionary:
      '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8',
    stream: Buffer.from('x'),
  };
  const scanned = writePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>',
    { dictionary: '', stream: Buffer.from('90 0 0 90 0 0 cm /I Do') },
    image,
  ]);
  const hello = writePages(1, textContent('Hello'));
  const looping = writePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 999999999 /Kids [2 0 R] >>',
  ]);
  const deep = writePdf([
    `<< /Type /Catalog /Pages 2 0 R /X ${'['.repeat(200_000)} >>`,
    '<< /Type /Pages /Count 0 /Kids [] >>',
  ]);
  const water = fixture('water.libreoffice-noto-naskh-arabic.pdf');
  const scrambled = 'تێنەیەگەداڕ نایتاڵوواه ەب ناڵوگ یکەڕەگ ییناوەراش '.repeat(10);

  it.each([
    ['an unknown name', 'a.exe', 'MZ', 'unknown-type'],
    [
      'an old Word file',
      'a.doc',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
      'unknown-type',
    ],
    ['a PDF file that says it is text', 'a.txt', hello, 'false-type'],
    ['text that says it is a PDF file', 'a.pdf', 'Hello', 'false-type'],
    [
      'a ZIP file that says it is a document',
      'a.docx',
      writeZip([{ name: 'a', bytes: Buffer.from('a') }]),
      'false-type',
    ],
    ['bytes that say they are text', 'a.md', Uint8Array.of(1, 0, 2), 'false-type'],
    ['an empty file', 'a.txt', '', 'empty'],
    ['white space', 'a.txt', ' \n\n ', 'empty'],
    ['an empty PDF file', 'a.pdf', writePages(1, textContent('')), 'empty'],
    ['a PDF file with a password', 'a.pdf', fixture('locked.pdf'), 'password'],
    [
      'a document with a password',
      'a.docx',
      Buffer.concat([
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'password',
    ],
    ['half a PDF file', 'a.pdf', water.subarray(0, 20_000), 'damaged'],
    ['half a document', 'a.docx', fixture('water.docx').subarray(0, 4_000), 'damaged'],
    ['a document whose text is no XML', 'a.docx', writeZip([xml(10)]), 'damaged'],
    ['a scanned PDF file', 'a.pdf', scanned, 'scanned'],
    ['10,000 pages', 'a.pdf', writePages(10_000, textContent('Hello')), 'too-many-pages'],
    ['pages that hold themselves', 'a.pdf', looping, 'damaged'],
    ['values nested without end', 'a.pdf', deep, 'damaged'],
    ['too much text', 'a.txt', 'ئاو '.repeat(40_000), 'too-large'],
    ['letters in the wrong order', 'a.txt', scrambled, 'scrambled'],
    ['a bomb in a document', 'a.docx', writeZip([xml(60 * 1024 * 1024)]), 'too-large'],
    [
      'a bomb of many parts',
      'a.docx',
      writeZip([
        xml(1),
        ...Array.from({ length: 5_001 }, (_, index) => ({
          name: `${index}`,
          bytes: Buffer.alloc(0),
        })),
      ]),
      'too-large',
    ],
  ])('%s', async (_, name, bytes, problem) => {
    expect(await extract(name, bytes)).toEqual({ problem });
  });

  it('never runs what a PDF file wants to have run', async () => {
    const script = writePages(
      1,
      textContent('Hello there'),
      '/OpenAction << /S /JavaScript /JS (while(true){}) >>',
    );
    expect(await extracted('a.pdf', script)).toMatchObject({ text: 'Hello there', pages: 1 });
  });

  it('reads what a broken table of objects leaves', async () => {
    const broken = hello.toString('latin1').replace('xref\n0 6', 'xref\n0 4294967295');
    expect(await extracted('a.pdf', Buffer.from(broken, 'latin1'))).toMatchObject({
      text: 'Hello',
    });
  });

  it('has bounds by default', () => {
    expect(READING_LIMITS).toEqual({ pages: 1_000, characters: 5_000_000 });
  });
});
