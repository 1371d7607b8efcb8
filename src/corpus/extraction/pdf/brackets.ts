const PAIRS = ['()', '[]', '{}', '«»', '‹›', '“”'] as const;
const PARTNERS = new Map(
  PAIRS.flatMap((pair) => Array.from(pair, (bracket) => [bracket, pair] as const)),
);
const BEFORE_OPENING = /[\s:،]/u;
const AFTER_CLOSING = /[\s.,:;!?؟،؛]/u;

/**
 * Turns brackets and «» the way they must face. Readers of PDF files mirror some of them and not others, so only their
 * places count: one after a space and before a word opens, one after a word and before a space closes, and between two
 * words ("(HDPE)ن") it closes what is open.
 */
export function mendBrackets(text: string): string {
  const characters = Array.from(text);
  const open = new Map<string, number>();
  return characters
    .map((character, index) => {
      const pair = PARTNERS.get(character);
      if (pair === undefined) return character;
      const depth = open.get(pair) ?? 0;
      const opens = facesOpen(
        neighbour(characters, index, -1),
        neighbour(characters, index, 1),
        depth,
      );
      open.set(pair, Math.max(0, depth + (opens ? 1 : -1)));
      return pair.charAt(opens ? 0 : 1);
    })
    .join('');
}

/** The nearest character that is no bracket itself, since that one may face the wrong way too. */
function neighbour(characters: readonly string[], index: number, step: 1 | -1): string | undefined {
  let position = index + step;
  while (PARTNERS.has(characters[position] ?? '')) position += step;
  return characters[position];
}

function facesOpen(before: string | undefined, after: string | undefined, depth: number): boolean {
  const mayOpen = before === undefined || BEFORE_OPENING.test(before);
  const mayClose = after === undefined || AFTER_CLOSING.test(after);
  return mayOpen === mayClose ? depth === 0 : mayOpen;
}
