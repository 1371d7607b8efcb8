/** In UTF-16 units. */
const LONGEST_TITLE = 256;

/** A title as it is kept: on one line, none too long, whole characters alone. */
export function titleLine(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return line
    .slice(0, LONGEST_TITLE)
    .replace(/[\uD800-\uDBFF]$/u, '')
    .trimEnd();
}
