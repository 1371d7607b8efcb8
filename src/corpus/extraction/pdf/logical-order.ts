/**
 * Text as it is seen, turned into text as it is read: the Unicode bidirectional algorithm backwards.
 *
 * Reading from right to left, letters of right-to-left scripts come in order; what is written from left to right (words
 * in Latin letters, numbers) comes reversed, run by run, and is turned here. Where two orders would look the same, a
 * number beside a Latin word, the commoner one is taken: "Covid 19", but "10 GB".
 */

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const LETTER = /\p{L}/u;
const EUROPEAN_DIGIT = /[0-9\u06F0-\u06F9]/u;
/** Arabic digits with their decimal and thousands signs. */
const ARABIC_DIGIT = /[\u0660-\u0669\u066B\u066C]/u;
const NUMBER_SEPARATOR = /^[.,:/\u060C]$/u;
const BRACKET = /^[()[\]{}]$/u;
/** The longest Latin word that is read as the unit of the number beside it. */
const UNIT_LETTERS = 3;

export type Direction = 'rtl' | 'ltr';

/** `shapes` are the texts of glyphs from left to right. */
export function toLogicalOrder(shapes: readonly string[], direction: Direction): string {
  return direction === 'rtl'
    ? readFromRight(shapes.toReversed()).join('')
    : readFromLeft(shapes).join('');
}

type Kind = 'right' | 'latin' | 'european' | 'arabic' | 'space' | 'other';

function kindOf(shape: string): Kind {
  if (ARABIC_DIGIT.test(shape)) return 'arabic';
  if (EUROPEAN_DIGIT.test(shape)) return 'european';
  if (LETTER.test(shape)) return RIGHT_TO_LEFT.test(shape) ? 'right' : 'latin';
  return shape.trim() === '' ? 'space' : 'other';
}

/** `shapes` from right to left: runs from left to right are turned. */
function readFromRight(shapes: readonly string[]): string[] {
  const kinds = shapes.map(kindOf);
  const read: string[] = [];
  let position = 0;
  while (position < shapes.length) {
    if (!isLeftToRight(kinds[position])) {
      read.push(shapes[position] ?? '');
      position += 1;
      continue;
    }
    const run = withBrackets(shapes, position, endOfRun(shapes, kinds, position));
    // A bracket that opens the run was already read.
    read.length -= position - run.start;
    read.push(...shapes.slice(run.start, run.end).toReversed());
    position = run.end;
  }
  return read;
}

function isLeftToRight(kind: Kind | undefined): boolean {
  return kind === 'latin' || kind === 'european' || kind === 'arabic';
}

/** Where the run that begins at `start` ends: it goes on over what stands between two of its parts. */
function endOfRun(shapes: readonly string[], kinds: readonly Kind[], start: number): number {
  let end = start + 1;
  for (;;) {
    let next = end;
    while (kinds[next] === 'space' || kinds[next] === 'other') next += 1;
    if (next >= shapes.length || !isLeftToRight(kinds[next])) return end;
    if (!goesOn(shapes, kinds, { start, end, next })) return end;
    end = next + 1;
  }
}

function goesOn(
  shapes: readonly string[],
  kinds: readonly Kind[],
  { start, end, next }: { start: number; end: number; next: number },
): boolean {
  const between = shapes.slice(end, next);
  if (between.length === 0) return true;
  const hasLatin = kinds.slice(start, end).includes('latin');
  const left = kinds[next];
  // European digits behind a Latin letter belong to its run, whatever stands between.
  if (hasLatin) return left !== 'arabic' || !between.includes(' ');
  if (left === 'latin') {
    const hasSpace = kinds.slice(end, next).includes('space');
    return !hasSpace || isNumbered(shapes, kinds, end, next);
  }
  return isWithinNumber(shapes, kinds, { start, end, next });
}

/** Whether what stands between two groups of digits belongs to one number. */
function isWithinNumber(
  shapes: readonly string[],
  kinds: readonly Kind[],
  { start, end, next }: { start: number; end: number; next: number },
): boolean {
  if (next > end + 1) return false;
  const [separator = ''] = shapes.slice(end, next);
  if (separator !== '-') return NUMBER_SEPARATOR.test(separator);
  return kinds[end - 1] === 'european' && isReadWithHyphens(shapes, kinds, start);
}

/** A number to the right of a Latin word comes after it, or before it where the word is a unit. */
function isNumbered(
  shapes: readonly string[],
  kinds: readonly Kind[],
  end: number,
  next: number,
): boolean {
  return (
    kinds[end - 1] === 'european' &&
    shapes.slice(end, next).every((shape) => shape === ' ') &&
    lengthOfWord(kinds, next) > UNIT_LETTERS
  );
}

/**
 * Whether groups of digits between hyphens are seen in the order in which they are read. After Arabic letters they are seen
 * the other way round; but one that begins with 0 begins a telephone number.
 */
function isReadWithHyphens(
  shapes: readonly string[],
  kinds: readonly Kind[],
  start: number,
): boolean {
  let end = start;
  while (kinds[end] === 'european' || (shapes[end] === '-' && kinds[end + 1] === 'european')) {
    end += 1;
  }
  const seen = shapes.slice(start, end).toReversed().join('');
  const begins = seen.startsWith('0');
  const endsWithBeginning = seen.charAt(seen.lastIndexOf('-') + 1) === '0';
  return begins === endsWithBeginning ? !kinds.slice(0, start).includes('right') : begins;
}

function lengthOfWord(kinds: readonly Kind[], start: number): number {
  let end = start;
  while (kinds[end] === 'latin') end += 1;
  return end - start;
}

/** Takes in a bracket beside the run whose partner is within it. */
function withBrackets(
  shapes: readonly string[],
  start: number,
  end: number,
): { start: number; end: number } {
  const open = shapes.slice(start, end).filter((shape) => BRACKET.test(shape)).length % 2 === 1;
  if (!open) return { start, end };
  if (BRACKET.test(shapes[start - 1] ?? '')) return { start: start - 1, end };
  if (BRACKET.test(shapes[end] ?? '')) return { start, end: end + 1 };
  return { start, end };
}

/** `shapes` from left to right: runs of right-to-left letters, with the numbers between them, are turned. */
function readFromLeft(shapes: readonly string[]): string[] {
  const kinds = shapes.map(kindOf);
  const read: string[] = [];
  let position = 0;
  while (position < shapes.length) {
    if (kinds[position] !== 'right') {
      read.push(shapes[position] ?? '');
      position += 1;
      continue;
    }
    let end = position + 1;
    for (let next = end; next < shapes.length && kinds[next] !== 'latin'; next += 1) {
      if (kinds[next] === 'right') end = next + 1;
    }
    read.push(...readFromRight(shapes.slice(position, end).toReversed()));
    position = end;
  }
  return read;
}
