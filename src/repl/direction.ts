const RIGHT_TO_LEFT = /\p{Script=Arabic}/u;
const FIRST_STRONG = /[\p{Script=Arabic}\p{Script=Latin}]/u;
const RIGHT_TO_LEFT_ISOLATE = '\u2067';
const LEFT_TO_RIGHT_ISOLATE = '\u2066';
const POP_ISOLATE = '\u2069';

/**
 * Asks the terminal to find each paragraph's direction itself, and to stop doing so (BiDi in Terminal Emulators,
 * mode 2501: VTE, mintty, mlterm). Others ignore it.
 */
export const DETECT_DIRECTION = { on: '\u001B[?2501h', off: '\u001B[?2501l' } as const;

/**
 * A text for a terminal: broken between words so that no line is wider than `columns`, each line isolated in the
 * direction of its first letter, so that markers and Latin names keep their place in a right-to-left line. For terminals only: what goes
 * to a pipe stays as it is.
 */
export function layOut(text: string, columns: number): string {
  return text
    .split('\n')
    .flatMap((line) => breakLine(line, columns))
    .map((line) => isolate(line))
    .join('\n');
}

function isolate(line: string): string {
  const first = FIRST_STRONG.exec(line)?.[0];
  if (first === undefined) return line;
  const opening = RIGHT_TO_LEFT.test(first) ? RIGHT_TO_LEFT_ISOLATE : LEFT_TO_RIGHT_ISOLATE;
  return `${opening}${line}${POP_ISOLATE}`;
}

/** The parts of a line between the blanks at which it is broken; nothing else of it is lost, not even what indents it. */
function breakLine(line: string, columns: number): string[] {
  const [first = '', ...words] = line.split(' ');
  const lines: string[] = [];
  let current = first;
  for (const word of words) {
    const longer = `${current} ${word}`;
    if (current.trim() !== '' && width(longer) > columns) {
      lines.push(current);
      current = word;
    } else {
      current = longer;
    }
  }
  return [...lines, current];
}

/** Cells that a line takes: marks and joiners take none. */
function width(text: string): number {
  return Array.from(text.replaceAll(/[\p{Mn}\p{Cf}]/gu, '')).length;
}
