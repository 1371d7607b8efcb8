/**
 * How much a term weighs that occurs often, and how much length discounts it (Robertson & Zaragoza, 2009).
 * `k1`: 0 counts presence only, 1–2 is usual. `b`: 0 ignores length, 1 divides by it wholly.
 */
interface Bm25Parameters {
  readonly k1: number;
  readonly b: number;
}

const BM25: Bm25Parameters = { k1: 1.2, b: 0.5 };

/** Something a query looks for: the terms that say it, each with how surely it does, 0 to 1, and how much it counts. */
export interface Concept {
  readonly weight: number;
  /** At least one. */
  readonly ways: readonly { readonly term: string; readonly strength: number }[];
}

/** The parts of a lexical index that go to disk: postings in compressed-row form, one row a term. */
export interface LexicalIndexData {
  readonly vocabulary: readonly string[];
  /** `rows[t]` to `rows[t + 1]` are the postings of term `t`. */
  readonly rows: Uint32Array;
  /** Unit (passage) numbers, rising within a row. */
  readonly units: Uint32Array;
  /** How often the term stands in the unit, 1 to 65,535. */
  readonly frequencies: Uint16Array;
  /** Terms in each unit. */
  readonly lengths: Uint32Array;
}

/** BM25 over units (passages) that are lists of terms. Immutable. */
export class LexicalIndex {
  readonly data: LexicalIndexData;
  readonly #terms: Map<string, number>;
  readonly #averageLength: number;

  constructor(data: LexicalIndexData) {
    this.data = data;
    this.#terms = new Map(data.vocabulary.map((term, index) => [term, index]));
    const total = data.lengths.reduce((sum, length) => sum + length, 0);
    this.#averageLength = data.lengths.length === 0 ? 1 : Math.max(1, total / data.lengths.length);
  }

  /** Indexes units in the order given; unit numbers are positions. */
  static build(units: Iterable<readonly string[]>): LexicalIndex {
    const postings = new Map<string, { units: number[]; frequencies: number[] }>();
    const lengths: number[] = [];
    for (const terms of units) {
      const unit = lengths.length;
      lengths.push(terms.length);
      for (const [term, frequency] of countTerms(terms)) {
        const row = postings.get(term) ?? { units: [], frequencies: [] };
        if (row.units.length === 0) postings.set(term, row);
        row.units.push(unit);
        row.frequencies.push(Math.min(frequency, 0xffff));
      }
    }
    return new LexicalIndex(compress(postings, lengths));
  }

  /** Units in the index. */
  get size(): number {
    return this.data.lengths.length;
  }

  /** In how many units a term stands; 0 where it is unknown. */
  documentFrequency(term: string): number {
    const row = this.#terms.get(term);
    return row === undefined ? 0 : (this.data.rows[row + 1] ?? 0) - (this.data.rows[row] ?? 0);
  }

  /** How much a term tells: ln(1 + (N − n + ½) / (n + ½)), above 0 for every n from 0 to N. */
  inverseDocumentFrequency(term: string): number {
    const frequency = this.documentFrequency(term);
    return Math.log(1 + (this.size - frequency + 0.5) / (frequency + 0.5));
  }

  /**
   * The BM25 score of every unit, as a share of the most that this query could reach: 0 to 1. Concepts that stand nowhere
   * count in what could be reached, so a query about something else scores low everywhere.
   *
   * The ways to say a concept are counted as one term (structured query: Pirkola, 1998): their frequencies in a unit add up, each times
   * its strength, and the most frequent way tells how rare the concept is.
   */
  score(concepts: Iterable<Concept>): Float64Array {
    const scores = new Float64Array(this.size);
    const frequencies = new Float64Array(this.size);
    let most = 0;
    for (const { weight, ways } of concepts) {
      const rarity = Math.min(...ways.map(({ term }) => this.inverseDocumentFrequency(term)));
      most += weight * rarity * (BM25.k1 + 1);
      const touched = this.#countWays(ways, frequencies);
      for (const unit of touched) {
        scores[unit] =
          (scores[unit] ?? 0) + weight * rarity * this.#saturate(frequencies[unit] ?? 0, unit);
        frequencies[unit] = 0;
      }
    }
    if (most > 0) scores.forEach((score, unit) => (scores[unit] = score / most));
    return scores;
  }

  /** Adds up a concept's frequencies; the units it stands in. */
  #countWays(ways: Concept['ways'], frequencies: Float64Array): Set<number> {
    const { rows, units, frequencies: counts } = this.data;
    const touched = new Set<number>();
    for (const { term, strength } of ways) {
      const row = this.#terms.get(term);
      if (row === undefined) continue;
      for (let posting = rows[row] ?? 0; posting < (rows[row + 1] ?? 0); posting += 1) {
        const unit = units[posting] ?? 0;
        frequencies[unit] = (frequencies[unit] ?? 0) + strength * (counts[posting] ?? 0);
        touched.add(unit);
      }
    }
    return touched;
  }

  #saturate(frequency: number, unit: number): number {
    const length = 1 - BM25.b + (BM25.b * (this.data.lengths[unit] ?? 0)) / this.#averageLength;
    return (frequency * (BM25.k1 + 1)) / (frequency + BM25.k1 * length);
  }
}

/** How often each term stands in a list. */
function countTerms(terms: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

function compress(
  postings: ReadonlyMap<string, { units: number[]; frequencies: number[] }>,
  lengths: readonly number[],
): LexicalIndexData {
  const vocabulary = [...postings.keys()].toSorted();
  const rows = new Uint32Array(vocabulary.length + 1);
  const total = [...postings.values()].reduce((sum, row) => sum + row.units.length, 0);
  const units = new Uint32Array(total);
  const frequencies = new Uint16Array(total);
  let filled = 0;
  for (const [index, term] of vocabulary.entries()) {
    const row = postings.get(term);
    if (row !== undefined) {
      units.set(row.units, filled);
      frequencies.set(row.frequencies, filled);
      filled += row.units.length;
    }
    rows[index + 1] = filled;
  }
  return { vocabulary, rows, units, frequencies, lengths: Uint32Array.from(lengths) };
}
