import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { DocumentId } from '../corpus/document.ts';
import { UsageError } from '../errors.ts';
import { readText } from './read-text.ts';

/** An English sentence and its Sorani translation, which is a document of its own. */
export interface SentencePair {
  /** Says where the pair stands: `line-0002` is the first one, below the header. */
  readonly document: DocumentId;
  readonly english: string;
  readonly sorani: string;
}

const HEADER = 'english\tsorani';
const HAS_WORD = /[\p{L}\p{N}]/u;
const LINE_DIGITS = 4;

/**
 * Reads tab-separated pairs below the header `english<TAB>sorani`. Blank lines are passed over; BOM and CRLF are accepted.
 *
 * @throws {UsageError} naming file and line where it can't be read, the header is missing or a line is no pair.
 */
export async function readBitext(file: string): Promise<SentencePair[]> {
  const text = await readText(file, `The bitext ${file} can't be read: give a tab-separated file.`);
  const [header = '', ...lines] = text.replace(/^\uFEFF/u, '').split(/\r?\n/u);
  if (header !== HEADER) throw new UsageError(`${file}:1 is not the header english<TAB>sorani.`);
  const pairs = lines.flatMap((line, index) =>
    line.trim() === '' ? [] : [parsePair(line, file, index + 2)],
  );
  if (pairs.length === 0) throw new UsageError(`The bitext ${file} holds no pair.`);
  return pairs;
}

function parsePair(line: string, file: string, number: number): SentencePair {
  const [english = '', sorani = '', ...more] = line.split('\t');
  if (more.length > 0 || !HAS_WORD.test(english) || !HAS_WORD.test(sorani)) {
    throw new UsageError(
      `${file}:${number} is not one English and one Sorani sentence with a tab between them.`,
    );
  }
  const document = `line-${String(number).padStart(LINE_DIGITS, '0')}`;
  return { document, english, sorani };
}

/** Writes each Sorani sentence as a document into a folder, which is made where it is missing. */
export async function writeBitextDocuments(
  pairs: readonly SentencePair[],
  directory: string,
): Promise<void> {
  await mkdir(directory, { recursive: true });
  for (const { document, sorani } of pairs) {
    await writeFile(join(directory, `${document}.ckb.txt`), sorani);
  }
}
