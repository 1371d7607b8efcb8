import type { Citation } from '../answer.ts';
import type { Composition } from '../composition.ts';
import type { ProvenText } from './prove-sentence.ts';

/**
 * Proven sentences as one answer: citations numbered from 1 in the order they first appear, their markers behind each
 * sentence. What is said twice is said once. Null of no sentences.
 */
export function joinSentences(sentences: readonly ProvenText[]): Composition | null {
  if (sentences.length === 0) return null;
  const numbered = new Map<string, Citation>();
  const different = sentences.filter(
    ({ text }, index) => sentences.findIndex((other) => other.text === text) === index,
  );
  const parts = different.map(({ text, citations }) => {
    const markers = citations.map((citation) => {
      const key = `${citation.document} ${citation.start} ${citation.end}`;
      const known = numbered.get(key) ?? { ...citation, marker: numbered.size + 1 };
      numbered.set(key, known);
      return known.marker;
    });
    const ordered = [...new Set(markers)].toSorted((left, right) => left - right);
    return `${text} ${ordered.map((marker) => `[${marker}]`).join('')}`;
  });
  return { answer: parts.join(' '), citations: [...numbered.values()], emphasis: [] };
}
