import { GONE } from './posting-lists.ts';
import type { Renumbering } from './posting-lists.ts';

/** Which vector stands where in a graph. A place keeps its label for good; the rows of the table change with every document. */
export interface GraphLabels {
  /** The row of the vector in each place; GONE where the place is dead: passed through, but never found. */
  readonly rows: Uint32Array;
  /** Vectors that were added since the graph was built as a whole. */
  readonly added: number;
}

/** What has to be done to a graph so that it holds another table. */
export interface GraphChange {
  readonly labels: GraphLabels;
  /** Places to be marked as dead. */
  readonly dying: readonly number[];
  /** New places, behind all others. Dead ones are not used again: hnswlib mends the links around them at the cost of recall. */
  readonly filled: readonly number[];
}

/** A smaller graph is built anew in a tenth of a second, and then is the one that a full build gives. */
const LEAST_PLACES = 1000;
/** Share of dead places above which a graph is built anew: each costs a search as much as a living one. */
const MOST_DEAD = 0.2;
/** Share of added places above which a graph is built anew: with each file that is read, hnswlib draws the same levels again. */
const MOST_ADDED = 0.5;

/** The labels of a graph that was built as a whole. */
export function freshLabels(size: number): GraphLabels {
  return { rows: Uint32Array.from({ length: size }, (_, row) => row), added: 0 };
}

/**
 * How a graph becomes that of another table; null where it had better be built anew.
 *
 * @param kept for each row of the new table the row of before that holds the same vector, each once at most, or GONE.
 */
export function planGraphChange(before: GraphLabels, kept: Renumbering): GraphChange | null {
  const after = followRows(before, kept);
  const missing = [...kept.keys()].filter((row) => kept[row] === GONE);
  const rows = joined(after, missing);
  const dying = [...after.keys()].filter(
    (label) => after[label] === GONE && before.rows[label] !== GONE,
  );
  const dead = rows.length - kept.length;
  const added = before.added + missing.length;
  const isWorn = dead > rows.length * MOST_DEAD || added > rows.length * MOST_ADDED;
  if (isWorn || rows.length < LEAST_PLACES) return null;
  const filled = missing.map((_, place) => after.length + place);
  return { labels: { rows, added }, dying, filled };
}

/** The places of before, by the rows that their vectors have now. */
function followRows({ rows }: GraphLabels, kept: Renumbering): Uint32Array {
  const rowAfter = new Uint32Array(rows.length).fill(GONE);
  for (const [row, earlier] of kept.entries()) if (earlier !== GONE) rowAfter[earlier] = row;
  return rows.map((row) => (row === GONE ? GONE : (rowAfter[row] ?? GONE)));
}

function joined(one: Uint32Array, other: readonly number[]): Uint32Array {
  const both = new Uint32Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
