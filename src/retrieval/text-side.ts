import type { Passage, Sentence } from '../corpus/document.ts';

/** What a question is matched against: the Sorani text, or its English rendition. */
export type TextSide = 'sorani' | 'english';

export const TEXT_SIDES: readonly TextSide[] = ['sorani', 'english'];

/** The text of a sentence on one side; empty where it has no rendition. */
export function sentenceText(sentence: Sentence, side: TextSide): string {
  return side === 'sorani' ? sentence.text : (sentence.rendition?.text ?? '');
}

/** The aligned English of a whole passage, or an empty text. A sentence that was cut gives its rendition once. */
export function renditionText(passage: Passage): string {
  // Most documents have no rendition at all.
  if (passage.sentences.every(({ rendition }) => rendition === null)) return '';
  const texts = passage.sentences.map((sentence) => sentenceText(sentence, 'english'));
  return texts.filter((text, index) => text !== '' && text !== texts[index - 1]).join(' ');
}
