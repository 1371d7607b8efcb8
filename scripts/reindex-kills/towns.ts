import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the documents are about, one each: words that share little. */
const TOWNS = ['هەڵەبجە', 'سۆران', 'کەرکووک', 'مەهاباد', 'قامیشلۆ', 'زاخۆ'] as const;
/** In each document, beside the one that tells its state. */
const OTHER_PASSAGES = 60;

/** How many documents there are. */
const DOCUMENTS = TOWNS.length;

/** What is asked of each document; the answer holds the number of its state. */
export const QUESTIONS: readonly string[] = TOWNS.map(
  (town) => `ژمارەی تۆماری شاری ${town} چەندە؟`,
);

/** The sentence that tells of one document in which state it is. */
export function sentenceOf(document: number, state: number): string {
  return `ژمارەی تۆماری شاری ${TOWNS[document] ?? ''} ${numberOf(state)} یە.`;
}

/** No state's number is a part of another one's. */
function numberOf(state: number): number {
  return 10_000 + state;
}

/** Puts all documents into a state, each file at once. */
export async function writeState(directory: string, state: number): Promise<void> {
  await mkdir(directory, { recursive: true });
  for (const [document, town] of TOWNS.entries()) {
    const others = Array.from(
      { length: OTHER_PASSAGES },
      (_, number) =>
        `گەڕەکی ${number} لە ${town} ${(number * 37 + document) % 900} ماڵ و ${(number * state) % 70} دووکانی تێدایە.`,
    );
    const file = join(directory, `town-${document}.ckb.txt`);
    await writeFile(`${file}.new`, [sentenceOf(document, state), ...others].join('\n\n'));
    await rename(`${file}.new`, file);
  }
}

/** The state that sources are all in; null where one is missing, or they are in different ones. */
export function stateOf(sources: readonly string[]): number | null {
  const states = sources.map((source) => Number(/ (\d{5,}) یە\./u.exec(source)?.[1] ?? NaN));
  const [first = NaN] = states;
  const isWhole = states.length === DOCUMENTS && states.every((state) => state === first);
  return isWhole ? first - numberOf(0) : null;
}
