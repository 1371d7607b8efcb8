/** Whether a text holds a letter or a digit; of what doesn't, nothing can be looked for. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
