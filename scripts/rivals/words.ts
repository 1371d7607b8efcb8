/**
 * The words of a text in any script, in lower case: for libraries whose own splitting knows only the letters of the languages that
 * they list, and would throw every Sorani letter away.
 */
export function splitWords(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
}
