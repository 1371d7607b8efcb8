/**
 * The share of words that come out of PDF and DOCX files as they were written: `npm run measure:extraction [folder]`.
 * The folder holds files as scripts/make-document-fixtures.ts makes them, by default the fixtures of the tests.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { extractFile } from '../src/corpus/extraction/extract-file.ts';
import { READING_LIMITS } from '../src/corpus/extraction/extraction.ts';
import { textAsPdfiumGivesIt } from './extraction/pdfium-text.ts';
import { countSharedWords, wordsOf } from './extraction/shared-words.ts';

/** `<document>.<made by>.pdf` or `<document>.docx`. */
const MADE = /\.(?:docx|[^.]+\.pdf)$/u;
const DOCUMENTS = fileURLToPath(new URL('../tests/fixtures/documents', import.meta.url));

const folder = process.argv[2] ?? DOCUMENTS;
const sums = new Map<string, { words: number; raw: number; mended: number }>();
for (const name of readdirSync(folder).filter((file) => MADE.test(file))) {
  const [document = '', producer = ''] = name.split('.');
  const bytes = readFileSync(join(folder, name));
  const truth = wordsOf(readFileSync(join(DOCUMENTS, `${document}.txt`), 'utf8'));
  const extraction = await extractFile({ name, bytes }, READING_LIMITS);
  const mended = 'extracted' in extraction ? extraction.extracted.text : '';
  const raw = name.endsWith('.pdf') ? await textAsPdfiumGivesIt(bytes) : mended;
  const sum = sums.get(producer) ?? { words: 0, raw: 0, mended: 0 };
  sum.words += truth.length;
  sum.raw += countSharedWords(truth, wordsOf(raw));
  sum.mended += countSharedWords(truth, wordsOf(mended));
  sums.set(producer, sum);
}

process.stdout.write(
  '| made by | words | exact as PDFium gives them | exact after mending |\n|---|---|---|---|\n',
);
for (const [producer, { words, raw, mended }] of sums) {
  const share = (count: number): string => `${((100 * count) / words).toFixed(1)} %`;
  process.stdout.write(`| ${producer} | ${words} | ${share(raw)} | ${share(mended)} |\n`);
}
