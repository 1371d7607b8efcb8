import { analyse } from '../language/analysis.ts';
import type { Term } from '../language/analysis.ts';
import { verbOf } from '../language/verbs.ts';
import { isKnown, knownSpelling } from './dictionary.ts';
import type { Dictionary } from './dictionary.ts';

/** The most pieces that a word is broken into by spaces in it. */
const MOST_PIECES = 5;
/** What reading a piece as a word costs: known, unknown, and for each space that is taken out. */
const COSTS = { known: 1, unknown: 3, space: 0.2, doubtfulSpace: 0.6 } as const;
const AND = 'و';

/** Pieces `[from, end)` read as one word. */
interface Reading<T extends Term> {
  readonly word: T;
  readonly from: number;
}

/**
 * The words of a question whose words may be broken by spaces: behind every ە, as an Arabic keyboard makes one of ه and a space
 * (ئه مريكا), or between a verb and what belongs to it (دە کات). Of all ways to read the pieces the one that costs least,
 * by dynamic programming; words that are all known are joined only where nothing was typed with an ە.
 */
export function joinPieces<T extends Term>(
  pieces: readonly T[],
  source: string,
  dictionary: Dictionary,
): T[] {
  const known = pieces.map((piece) => isKnown(piece, dictionary));
  if (known.every(Boolean)) return [...pieces];
  const isPoor = !source.includes('ە');
  // For each number of pieces read so far, the least cost and the last word of the way to it.
  const ways: (Reading<T> & { cost: number })[] = [];
  for (let end = 1; end <= pieces.length; end += 1) {
    const options = readings(pieces, end, source, dictionary).map(({ word, from }) => {
      const cost = costOf(word, known.slice(from, end), {
        last: pieces[end - 1],
        isPoor,
        dictionary,
      });
      return { word, from, cost: (ways[from - 1]?.cost ?? 0) + cost };
    });
    ways.push(options.reduce((best, way) => (way.cost < best.cost ? way : best)));
  }
  const read: T[] = [];
  for (let way = ways.at(-1); way !== undefined; way = ways[way.from - 1]) read.unshift(way.word);
  return read;
}

/** What it costs to read pieces as one word; Infinity where nobody could have meant it. `known` says of each whether it is a word. */
function costOf(
  word: Term,
  known: readonly boolean[],
  { last, isPoor, dictionary }: { last: Term | undefined; isPoor: boolean; dictionary: Dictionary },
): number {
  if (known.length === 1) return known[0] === true ? COSTS.known : COSTS.unknown;
  // ئه و is ئەو, but the و behind any other word is "and".
  if (last?.text === AND && !word.stopword) return Infinity;
  const isDoubtful = known.every(Boolean);
  if ((isDoubtful && !isPoor) || !isMeant(word, dictionary)) return Infinity;
  return COSTS.known + COSTS[isDoubtful ? 'doubtfulSpace' : 'space'] * (known.length - 1);
}

function isMeant(word: Term, dictionary: Dictionary): boolean {
  return isKnown(word, dictionary) || knownSpelling(word, dictionary) !== null;
}

/** The words that end with a piece: the piece itself, then what it makes with those before it. */
function readings<T extends Term>(
  pieces: readonly T[],
  end: number,
  source: string,
  dictionary: Dictionary,
): Reading<T>[] {
  return pieces.slice(end - 1, end).flatMap((last) => {
    const found: Reading<T>[] = [{ word: last, from: end - 1 }];
    for (let from = end - 2; from >= Math.max(0, end - MOST_PIECES); from -= 1) {
      const [first, next] = pieces.slice(from, from + 2);
      if (first === undefined || next === undefined || !isBroken(first, next, source)) break;
      const typed = pieces.slice(from, end).map((piece) => source.slice(piece.start, piece.end));
      const [term] = analyse(typed.join(''));
      if (term === undefined || !mayBreak(first, term, dictionary)) break;
      found.push({ word: { ...first, ...term, start: first.start, end: last.end }, from });
    }
    return found;
  });
}

/** Whether a word may be broken behind its first piece: behind ە, behind what is no word, and within a verb. */
function mayBreak(first: Term, joined: Term, dictionary: Dictionary): boolean {
  return /[هە]$/u.test(first.text) || !isKnown(first, dictionary) || verbOf(joined.text) !== null;
}

/** Whether nothing but space stands between two pieces in Arabic letters. */
function isBroken(first: Term, next: Term, source: string): boolean {
  return (
    first.script === 'arabic' &&
    next.script === 'arabic' &&
    source.slice(first.end, next.start).trim() === ''
  );
}
