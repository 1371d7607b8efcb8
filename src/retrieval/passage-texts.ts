import type { Passage } from '../corpus/document.ts';
import { GONE } from './posting-lists.ts';
import type { Renumbering } from './posting-lists.ts';
import { renditionText } from './text-side.ts';
import type { VectorTable } from './vector-index.ts';

/** A text that gets a vector, and the number of the passage it is of. */
export interface OwnedText {
  readonly owner: number;
  readonly text: string;
}

/** What vectors are taken over from. */
export interface KnownVectors {
  readonly passages: readonly Passage[];
  readonly vectors: { readonly table: VectorTable; readonly owners: Uint32Array };
  /** For each passage the number it had, or GONE; see keptPassages. */
  readonly kept: Renumbering;
}

/** A text for each passage's Sorani, and one for its rendition where it has one. */
export function textsOf(passages: readonly Passage[]): OwnedText[] {
  const texts: OwnedText[] = [];
  for (const [owner, passage] of passages.entries()) {
    texts.push({ owner, text: passage.text });
    const english = renditionText(passage);
    if (english !== '') texts.push({ owner, text: english });
  }
  return texts;
}

/**
 * Which rows of before go on as they are: for each text the row it had, each once at most, or GONE. They are those of passages that are
 * kept, and of passages that are gone those whose text stands somewhere else now.
 */
export function keptRows(texts: readonly OwnedText[], known: KnownVectors): Renumbering {
  const before = firstRows(known);
  const lost = lostRows(before, known);
  const rows = new Uint32Array(texts.length);
  let side = 0;
  for (const [row, { owner, text }] of texts.entries()) {
    side = texts[row - 1]?.owner === owner ? side + 1 : 0;
    const passage = known.kept[owner] ?? GONE;
    rows[row] = passage === GONE ? (lost.get(text)?.pop() ?? GONE) : (before[passage] ?? 0) + side;
  }
  return rows;
}

/** The row of the first text of each passage of before. */
function firstRows({ passages, vectors: { owners } }: KnownVectors): Uint32Array {
  const first = new Uint32Array(passages.length);
  for (let row = owners.length - 1; row >= 0; row -= 1) first[owners[row] ?? 0] = row;
  return first;
}

/** The rows of passages that are not kept, by their texts. */
function lostRows(first: Uint32Array, { passages, kept }: KnownVectors): Map<string, number[]> {
  const stays = new Uint8Array(passages.length);
  for (const number of kept) if (number !== GONE) stays[number] = 1;
  const lost = new Map<string, number[]>();
  for (const [number, passage] of passages.entries()) {
    if (stays[number] === 1) continue;
    for (const [side, { text }] of textsOf([passage]).entries()) {
      lost.set(text, [...(lost.get(text) ?? []), (first[number] ?? 0) + side]);
    }
  }
  return lost;
}
