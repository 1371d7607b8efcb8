/** One word of a text that its document doesn't have so: another in its place, one too many, or one that is missing. */
export interface WordDifference {
  /** `insert`: only the text has it; `delete`: only the document has it. */
  readonly op: 'replace' | 'insert' | 'delete';
  /** Empty where the text has no such word. */
  readonly said: string;
  /** Empty where the document has no such word. */
  readonly document: string;
}

/** How two lists of words lie beside each other. */
export interface WordAlignment {
  readonly difference: readonly WordDifference[];
  /** The words of the document that the text lies beside: `[first, end)`. */
  readonly first: number;
  readonly end: number;
  /** Words that are the same. */
  readonly same: number;
}

/** Whether words of a text, written together, are the same as words of a document. */
export type SameWords = (said: string, document: string) => boolean;

/** What words are compared by, beyond being the same. Both 0 to 1. */
interface WordWeights {
  /** How much a word tells: one that only joins others may stand anywhere. Default: 1. */
  readonly weight: (word: string) => number;
  /** How alike two words are that aren't the same: the likelier one stands for the other. Default: 0. */
  readonly likeness: (said: string, document: string) => number;
}

/** What one step of an alignment takes of each side, and costs. */
interface Step {
  readonly said: number;
  readonly document: number;
  readonly cost: number;
  /** Whether it goes on leaving out words of the document. */
  readonly gap: boolean;
}

/**
 * What changes cost (Needleman and Wunsch, 1970, with gaps as of Gotoh, 1982). A word put in costs more than one left out: of as many
 * changes, a word left out is likelier than one put before the sentence begins. Words left out side by side are one change, so that
 * words which stand further on are found there.
 */
const INSERT = { least: 0.55, byWeight: 1.2 } as const;
/** Shares of what putting the word in costs. */
const REPLACE = { unlike: 0.86, alike: -0.4 } as const;
/** For a word that joins others in place of one of content. */
const REPLACE_APART = 0.6;
const DELETE = { first: 0.45, next: 0.08 } as const;
/** Words written apart or together; the plain pair first. */
const SAME: readonly Step[] = [
  [1, 1],
  [1, 2],
  [2, 1],
  [1, 3],
  [3, 1],
].map(([said = 1, document = 1]) => ({ said, document, cost: 0, gap: false }));

const EVEN: WordWeights = { weight: () => 1, likeness: () => 0 };

/**
 * The difference between a text and a document, word by word, at least cost. What the document has before the text begins and behind
 * its end is no difference. Same words may be written together on one side (خۆ پێشاندان, خۆپێشاندان).
 */
export function alignWords(
  said: readonly string[],
  document: readonly string[],
  isSame: SameWords,
  weights: WordWeights = EVEN,
): WordAlignment {
  const words = { said, document, isSame, costs: costsOf(said, document, weights) };
  const width = document.length + 1;
  const table = new CostTable((said.length + 1) * width, width);
  for (let cell = 0; cell < table.size; cell += 1) {
    const possible = possibleSteps(words, { row: Math.floor(cell / width), column: cell % width });
    for (const step of possible) table.relax(cell, step);
  }
  return readBack(words, table);
}

/** What it costs at least to come to each cell, and how. A cell is reached behind a gap, from `size` on, or not. */
class CostTable {
  readonly size: number;
  readonly width: number;
  readonly steps: (ReachedBy | null)[];
  readonly #costs: Float64Array;

  constructor(size: number, width: number) {
    this.size = size;
    this.width = width;
    this.#costs = new Float64Array(2 * size).fill(Infinity).fill(0, 0, width);
    this.steps = Array.from({ length: 2 * size }, () => null);
  }

  /** Takes a step from a cell, however that was reached. */
  relax(cell: number, step: Step): void {
    const next = cell + step.said * this.width + step.document + (step.gap ? this.size : 0);
    for (const from of [cell, cell + this.size]) {
      const own = step.gap && from >= this.size ? DELETE.next : step.cost;
      const cost = (this.#costs[from] ?? Infinity) + own;
      if (cost < (this.#costs[next] ?? 0) - ROUNDING) {
        this.#costs[next] = cost;
        this.steps[next] = { step, from };
      }
    }
  }

  /** Where the document may be left at least cost: of several, the first. */
  cheapestEnd(): number {
    let best = this.size - this.width;
    for (let cell = best; cell < this.size; cell += 1) {
      if ((this.#costs[cell] ?? 0) < (this.#costs[best] ?? 0) - ROUNDING) best = cell;
    }
    return best;
  }
}

/** Sums in another order differ by less than this. */
const ROUNDING = 1e-9;

/** How a cell was reached at least cost. */
interface ReachedBy {
  readonly step: Step;
  readonly from: number;
}

interface Words {
  readonly said: readonly string[];
  readonly document: readonly string[];
  readonly isSame: SameWords;
  readonly costs: WordCosts;
}

interface WordCosts {
  readonly insert: (row: number) => number;
  readonly replace: (row: number, column: number) => number;
}

function costsOf(
  said: readonly string[],
  document: readonly string[],
  { weight, likeness }: WordWeights,
): WordCosts {
  const [ours, theirs] = [said.map(weight), document.map(weight)];
  const insert = (row: number): number => INSERT.least + INSERT.byWeight * (ours[row] ?? 1);
  return {
    insert,
    replace(row, column) {
      const alike = likeness(said[row] ?? '', document[column] ?? '');
      const apart = Math.abs((ours[row] ?? 1) - (theirs[column] ?? 1));
      return insert(row) * (REPLACE.unlike + REPLACE.alike * alike) + REPLACE_APART * apart;
    },
  };
}

interface Cell {
  readonly row: number;
  readonly column: number;
}

function possibleSteps(words: Words, { row, column }: Cell): Step[] {
  const { said, document, costs } = words;
  const found = SAME.filter((step) => isPossible(words, step, { row, column }));
  const saidLeft = row < said.length;
  const documentLeft = column < document.length;
  if (saidLeft && documentLeft) {
    found.push({ said: 1, document: 1, cost: costs.replace(row, column), gap: false });
  }
  if (saidLeft) found.push({ said: 1, document: 0, cost: costs.insert(row), gap: false });
  // Before the first word and behind the last, what the document has is free.
  if (documentLeft && row > 0 && saidLeft) {
    found.push({ said: 0, document: 1, cost: DELETE.first, gap: true });
  }
  return found;
}

function isPossible({ said, document, isSame }: Words, step: Step, { row, column }: Cell): boolean {
  if (row + step.said > said.length || column + step.document > document.length) return false;
  const left = said.slice(row, row + step.said).join('');
  return isSame(left, document.slice(column, column + step.document).join(''));
}

function readBack({ said, document }: Words, table: CostTable): WordAlignment {
  const { width, size, steps } = table;
  const last = table.cheapestEnd();
  const difference: WordDifference[] = [];
  let same = 0;
  let cell = last;
  for (let reached = steps[cell]; reached; reached = steps[cell]) {
    const { step, from } = reached;
    cell = from;
    if (step.cost === 0) same += step.said;
    else {
      const left = step.said === 0 ? '' : (said[Math.floor((cell % size) / width)] ?? '');
      const right = step.document === 0 ? '' : (document[(cell % size) % width] ?? '');
      difference.unshift({ op: operationOf(step), said: left, document: right });
    }
  }
  return { difference, first: (cell % size) % width, end: last % width, same };
}

function operationOf({ said, document }: Step): WordDifference['op'] {
  if (said === 0) return 'delete';
  return document === 0 ? 'insert' : 'replace';
}
