import type { DocumentId } from '../corpus/document.ts';
import type { Answer } from './answer.ts';

/**
 * An answer as plain text: the answer, then each quote on lines of its own, verbatim and unbroken, behind its marker and
 * document (`•` where the sentence is only near), then a blank line.
 */
export function formatAnswer(answer: Answer, title: (document: DocumentId) => string): string {
  const quotes = answer.citations.map(({ marker, document, quote }) => {
    const label = marker === 0 ? '•' : `[${marker}]`;
    return `${label} ${title(document)}:\n${quote}\n`;
  });
  return `${[`${answer.answer}\n`, ...quotes].join('')}\n`;
}
