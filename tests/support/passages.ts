import type { Passage, Sentence } from '../../src/corpus/document.ts';

/** A sentence as a test writes it: its Sorani alone, or with its rendition. */
type Written = string | readonly [sorani: string, english: string];

/** Passages of one document, made of sentences; nothing is cut, so that a test decides what stands together. */
export function passagesOf(document: string, passages: readonly (readonly Written[])[]): Passage[] {
  return passages.map((written, number) => {
    const id = `${document}-${number}`;
    const sentences = written.map((one, place) => toSentence(`${id}-${place}`, one));
    const text = sentences.map((sentence) => sentence.text).join(' ');
    return { id, document, start: 0, end: text.length, text, sentences };
  });
}

function toSentence(id: string, written: Written): Sentence {
  const [text, english] = typeof written === 'string' ? [written] : written;
  const rendition = english === undefined ? null : { start: 0, end: english.length, text: english };
  return { id, start: 0, end: text.length, text, rendition };
}
