/** Words between white space; matching ignores non-joiners, so they don't count, nor do bars between cells and bullets. */
export function wordsOf(text: string): string[] {
  return text
    .replaceAll(/[\u200C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '')
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** The length of the longest common subsequence: words that are there, whole and in order. */
export function countSharedWords(truth: readonly string[], read: readonly string[]): number {
  let row = new Uint32Array(read.length + 1);
  for (const word of truth) {
    const next = new Uint32Array(read.length + 1);
    for (let column = 1; column <= read.length; column += 1) {
      next[column] =
        read[column - 1] === word
          ? (row[column - 1] ?? 0) + 1
          : Math.max(row[column] ?? 0, next[column - 1] ?? 0);
    }
    row = next;
  }
  return row[read.length] ?? 0;
}
