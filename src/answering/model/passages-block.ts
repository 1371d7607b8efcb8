import type { Passage } from '../../corpus/document.ts';
import type { Snapshot } from '../../retrieval/snapshot.ts';
import { asData } from './prompts.ts';

/** Passages given to a model, at most … */
const MOST_PASSAGES = 8;
/** … and their letters: a Sorani letter is a little over half a token in the chat models of today. */
const MOST_UNITS = 9_000;

/** The passages that a model is given, best first; the number of one is its place, counted from 1. */
export function passagesToGive(passages: readonly Passage[]): readonly Passage[] {
  const given: Passage[] = [];
  let units = 0;
  for (const passage of passages.slice(0, MOST_PASSAGES)) {
    units += passage.text.length;
    if (given.length > 0 && units > MOST_UNITS) break;
    given.push(passage);
  }
  return given;
}

/** Passages as data, each in a fence with a number. A rendition stands behind its passage: it isn't quoted, but helps to understand. */
export function passagesBlock(
  passages: readonly Passage[],
  documents: Snapshot['documents'],
): string {
  return passages
    .map(({ document, text, sentences }, index) => {
      const date = documents.get(document)?.description.date ?? null;
      const attributes = [
        `n="${index + 1}"`,
        `document="${asAttribute(document)}"`,
        ...(date === null ? [] : [`date="${asAttribute(date)}"`]),
      ].join(' ');
      const rendition = sentences.map((sentence) => sentence.rendition?.text ?? '').join(' ');
      const translated =
        rendition.trim() === '' ? '' : `\n<translation>${asData(rendition.trim())}</translation>`;
      return `<passage ${attributes}>\n${asData(text)}${translated}\n</passage>`;
    })
    .join('\n\n');
}

function asAttribute(text: string): string {
  return asData(text).replaceAll('"', '\u201D').replaceAll(/\s+/gu, ' ');
}
