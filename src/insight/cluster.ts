import { setImmediate as nextTurn } from 'node:timers/promises';

/** What an item is made of: features, each once, and how much it has of each, above 0. The product of two is how alike they are. */
export interface FeatureVector {
  readonly features: Uint32Array;
  readonly weights: Float64Array;
}

/** A group of items: where they stand, and the sum of their vectors. */
interface Cluster {
  readonly items: readonly number[];
  readonly sum: FeatureVector;
}

/** After so many searches others get a turn. */
const SEARCHES_IN_A_TURN = 20;

/**
 * Groups items by average linkage: two groups become one as long as the mean likeness between their items is at least `least` (above 0). The
 * same for the same items in the same order; gives positions, each group in rising order, the groups by their first.
 *
 * Nearest-neighbour chain (Murtagh, 1983), with the neighbours found through the features: the mean over all pairs is the product of the
 * sums. 10,000 questions take about a second, in which others get their turns.
 */
export async function cluster(
  vectors: readonly FeatureVector[],
  least: number,
): Promise<readonly (readonly number[])[]> {
  const index = new ClusterIndex(vectors);
  const done: (readonly number[])[] = [];
  let searches = 0;
  for (let start = 0; start < index.count; start += 1) {
    const chain = index.has(start) ? [start] : [];
    for (;;) {
      const last = chain.at(-1);
      if (last === undefined) break;
      searches += 1;
      if (searches % SEARCHES_IN_A_TURN === 0) await nextTurn();
      done.push(...step(index, chain, last, least));
    }
  }
  return inOrder(done);
}

/** Follows a chain, in which each group is the nearest of the one before, to the nearest of its last. Gives the last if nothing is near it. */
function step(
  index: ClusterIndex,
  chain: number[],
  last: number,
  least: number,
): readonly (readonly number[])[] {
  const before = chain.at(-2) ?? null;
  const nearest = index.nearest(last, before);
  if (nearest === null || nearest.similarity < least) {
    chain.pop();
    // What it is not near to now, it won't be near to when that has become part of a group.
    return [index.remove(last)];
  }
  if (nearest.cluster === before) {
    chain.splice(-2);
    index.merge(before, last);
  } else {
    chain.push(nearest.cluster);
  }
  return [];
}

function inOrder(groups: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return groups
    .map((items) => items.toSorted(rising))
    .toSorted(([left = 0], [right = 0]) => left - right);
}

/** The groups that have a feature, and how much of it; those that are no more among them until they are as many as the others. */
interface Holders {
  ids: number[];
  weights: number[];
  gone: number;
}

/** Another group, and its mean likeness to the one whose nearest is looked for. */
interface Near {
  readonly cluster: number;
  readonly similarity: number;
}

/** The groups so far, and which of them have a feature. */
class ClusterIndex {
  readonly #clusters: (Cluster | null)[];
  /** How many items each group has; 0 where it is no more. */
  readonly #sizes: Uint32Array;
  readonly #holders: Holders[] = [];
  readonly #scores: Float64Array;

  constructor(vectors: readonly FeatureVector[]) {
    this.#scores = new Float64Array(2 * vectors.length);
    this.#sizes = new Uint32Array(2 * vectors.length);
    this.#clusters = vectors.map((sum, item) => ({ items: [item], sum }));
    for (const [id, sum] of vectors.entries()) this.#enter(id, 1, sum);
  }

  /** How many groups there ever were; they are numbered from 0. */
  get count(): number {
    return this.#clusters.length;
  }

  /** Whether a group is still one. */
  has(id: number): boolean {
    return this.#sizeOf(id) > 0;
  }

  #sizeOf(id: number): number {
    return this.#sizes[id] ?? 0;
  }

  /** The nearest other group; of several as near `preferred`, else the first. Null where none shares a feature. */
  nearest(id: number, preferred: number | null): Near | null {
    const own = this.#clusters[id]?.sum;
    if (own === undefined) return null;
    let best: Near | null = null;
    for (const other of this.#score(own)) {
      const size = this.#sizeOf(other);
      const similarity = (this.#scores[other] ?? 0) / (size * this.#sizeOf(id));
      this.#scores[other] = 0;
      if (size === 0 || other === id) continue;
      const found = { cluster: other, similarity };
      if (best === null || isNearer(found, best, preferred)) best = found;
    }
    return best;
  }

  /** Adds the products with a vector to the scores, and gives the groups that have one, some of which are no more. */
  #score({ features, weights }: FeatureVector): readonly number[] {
    const scores = this.#scores;
    const met: number[] = [];
    // By position: this is where nearly all of the time goes.
    for (let place = 0; place < features.length; place += 1) {
      const holders = this.#holders[features[place] ?? 0];
      if (holders === undefined) continue;
      const weight = weights[place] ?? 0;
      for (let holder = 0; holder < holders.ids.length; holder += 1) {
        const other = holders.ids[holder] ?? 0;
        const score = scores[other] ?? 0;
        if (score === 0) met.push(other);
        scores[other] = score + weight * (holders.weights[holder] ?? 0);
      }
    }
    return met;
  }

  /** Makes one group of two, with a new number. */
  merge(left: number, right: number): void {
    const sums = [left, right].map((id) => this.#clusters[id]?.sum);
    const items = [...this.remove(left), ...this.remove(right)];
    const sum = added(sums.filter((one) => one !== undefined));
    const id = this.#clusters.push({ items, sum }) - 1;
    this.#enter(id, items.length, sum);
  }

  /** Takes a group out, and gives its items. */
  remove(id: number): readonly number[] {
    const removed = this.#clusters[id];
    if (removed === null || removed === undefined) return [];
    this.#clusters[id] = null;
    this.#sizes[id] = 0;
    for (const feature of removed.sum.features) {
      const holders = this.#holders[feature];
      if (holders === undefined) continue;
      holders.gone += 1;
      if (2 * holders.gone > holders.ids.length) this.#tidy(holders);
    }
    return removed.items;
  }

  #tidy(holders: Holders): void {
    const stays = holders.ids.map((id) => this.has(id));
    holders.ids = holders.ids.filter((_, place) => stays[place] === true);
    holders.weights = holders.weights.filter((_, place) => stays[place] === true);
    holders.gone = 0;
  }

  #enter(id: number, size: number, { features, weights }: FeatureVector): void {
    this.#sizes[id] = size;
    for (const [place, feature] of features.entries()) {
      const holders = (this.#holders[feature] ??= { ids: [], weights: [], gone: 0 });
      holders.ids.push(id);
      holders.weights.push(weights[place] ?? 0);
    }
  }
}

function added(vectors: readonly FeatureVector[]): FeatureVector {
  const sum = new Map<number, number>();
  for (const { features, weights } of vectors) {
    for (const [place, feature] of features.entries()) {
      sum.set(feature, (sum.get(feature) ?? 0) + (weights[place] ?? 0));
    }
  }
  return { features: Uint32Array.from(sum.keys()), weights: Float64Array.from(sum.values()) };
}

const EPSILON = 1e-9;

function isNearer(one: Near, best: Near, preferred: number | null): boolean {
  const lead = one.similarity - best.similarity;
  // Sums that differ in their last bits only, because they were added up in another order, are the same.
  if (Math.abs(lead) > EPSILON) return lead > 0;
  return one.cluster === preferred || (best.cluster !== preferred && one.cluster < best.cluster);
}

function rising(left: number, right: number): number {
  return left - right;
}
