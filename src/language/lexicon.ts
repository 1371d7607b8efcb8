import { shapeOf } from './spelling.ts';
import { findString, hasBeginning } from './string-table.ts';

/** A way to say something: the (folded) stems that must all be there, and how surely it means the same, 0 to 1. */
export interface Alternative {
  readonly stems: readonly string[];
  readonly strength: number;
}

/**
 * A lexicon as it goes to disk: the phrases of both languages (stems joined by spaces, sorted by code unit), and between
 * them weighted links in compressed-row form.
 */
export interface LexiconData {
  readonly english: readonly string[];
  readonly sorani: readonly string[];
  readonly fromEnglish: Links;
  readonly fromSorani: Links;
  /** From English to Sorani, as parallel texts pair them: less sure than what somebody wrote down. */
  readonly estimated: Links;
  /** From Sorani to Sorani: what can stand for a phrase or comes up with it, both ways. */
  readonly alike: Links;
  /** 1 where a Sorani phrase translates nothing but names. */
  readonly names: Uint16Array;
}

/** `rows[p]` to `rows[p + 1]` are the links of phrase `p`. */
export interface Links {
  readonly rows: Uint32Array;
  /** Phrases of the other language. */
  readonly targets: Uint32Array;
  /** How usual the translation is, above 0, at most 1. */
  readonly weights: Float32Array;
}

/** Synonyms weaker than this are noise: two words that share one sense of many. */
const LEAST_STRENGTH = 0.35;

/**
 * What means the same, across and within the two languages. Two words of one language are as close as their translations
 * (over the other language's phrases): وەفد and شاند both translate "delegation".
 */
export class Lexicon {
  readonly data: LexiconData;
  #byShape: ReadonlyMap<string, string> | null = null;

  constructor(data: LexiconData) {
    this.data = data;
  }

  /** The Sorani ways to say an English word or phrase, given as stems; the surest first. */
  translations(stems: readonly string[]): Alternative[] {
    const { english, sorani, fromEnglish } = this.data;
    return neighbours(fromEnglish, findString(english, stems.join(' ')), sorani);
  }

  /** The English ways to say a Sorani word, given as its folded stem; the surest first. */
  inEnglish(folded: string): Alternative[] {
    const { english, sorani, fromSorani } = this.data;
    return neighbours(fromSorani, findString(sorani, folded), english);
  }

  /** Whether an English word or phrase, given as stems, has any translation. */
  hasSorani(stems: readonly string[]): boolean {
    const { english, fromEnglish } = this.data;
    return hasLinks(fromEnglish, findString(english, stems.join(' ')));
  }

  /** Whether a Sorani word, given as its folded stem, has any translation. */
  hasEnglish(folded: string): boolean {
    const { sorani, fromSorani } = this.data;
    return hasLinks(fromSorani, findString(sorani, folded));
  }

  /** The `most` surest English ways to say what several Sorani ways say, each as surely as the surest of those leads to it. */
  inEnglishThrough(ways: readonly Alternative[], most: number): Alternative[] {
    const { english, sorani, fromSorani } = this.data;
    // By number: of the hundreds that some words have, only those that are kept are spelt out.
    const strengths = new Map<number, number>();
    for (const { stems, strength } of ways) {
      for (const { target, weight } of surestLinks(
        fromSorani,
        findString(sorani, stems.join(' ')),
      )) {
        const found = weight * strength;
        if (found > (strengths.get(target) ?? 0)) strengths.set(target, found);
      }
    }
    // Numbers sort faster alone: what is weaker than the last that is kept need not be put in order.
    const least = Float64Array.from(strengths.values()).toSorted().at(-most) ?? 0;
    return Array.from(strengths, ([target, weight]) => ({ target, weight }))
      .filter(({ weight }) => weight >= least)
      .toSorted(byWeight)
      .slice(0, most)
      .map((link) => toAlternative(link, english));
  }

  /** The Sorani words that parallel texts pair with an English one, given as its stem; the surest first. */
  estimates(stem: string): Alternative[] {
    const { english, sorani, estimated } = this.data;
    return neighbours(estimated, findString(english, stem), sorani);
  }

  /** Other Sorani ways to say a Sorani word, given as its folded stem; the nearest first. */
  soraniSynonyms(folded: string): Alternative[] {
    const { sorani, fromSorani, fromEnglish, alike } = this.data;
    const phrase = findString(sorani, folded);
    return strongest([
      ...neighbours(alike, phrase, sorani),
      ...synonyms(sorani, phrase, fromSorani, fromEnglish),
    ]);
  }

  /** Other English words for an English stem: those that translate alike; the nearest first. */
  englishSynonyms(stem: string): Alternative[] {
    const { english, fromSorani, fromEnglish } = this.data;
    return synonyms(english, findString(english, stem), fromEnglish, fromSorani);
  }

  /** Whether a Sorani word, given as its folded stem, stands in the lexicon as a phrase of its own. */
  knowsSorani(folded: string): boolean {
    return findString(this.data.sorani, folded) !== -1;
  }

  /** Whether any Sorani phrase of several words begins with a word, given as its folded stem. */
  beginsSoraniPhrase(folded: string): boolean {
    return hasBeginning(this.data.sorani, `${folded} `);
  }

  /** A Sorani word, as its folded stem, by its shape (see shapeOf); null where none has it. Of several the first by code unit. */
  soraniOfShape(shape: string): string | null {
    // Made with the first question that needs it: most don't.
    this.#byShape ??= new Map(
      this.data.sorani
        .toReversed()
        .flatMap((phrase) => (phrase.includes(' ') ? [] : [[shapeOf(phrase), phrase] as const])),
    );
    return this.#byShape.get(shape) ?? null;
  }

  /** Whether a Sorani word, given as its folded stem, is a name. */
  isSoraniName(folded: string): boolean {
    const { sorani, names } = this.data;
    return names[findString(sorani, folded)] === 1;
  }

  /** Whether an English word, given as its stem, is known as a name and as nothing else. */
  isEnglishName(stem: string): boolean {
    const { english, fromEnglish, names } = this.data;
    const links = linksOf(fromEnglish, findString(english, stem));
    return links.length > 0 && links.every(({ target }) => names[target] === 1);
  }
}

/** Each alternative once, with the greatest strength it has; the strongest first. */
function strongest(alternatives: readonly Alternative[]): Alternative[] {
  const best = new Map<string, Alternative>();
  for (const alternative of alternatives) {
    const name = alternative.stems.join(' ');
    if ((best.get(name)?.strength ?? 0) < alternative.strength) best.set(name, alternative);
  }
  return [...best.values()].toSorted(byStrength);
}

/** What a phrase is linked to. A phrase that isn't known, −1, has no links. */
function neighbours(links: Links, phrase: number, targets: readonly string[]): Alternative[] {
  return surestLinks(links, phrase).map((link) => toAlternative(link, targets));
}

function toAlternative({ target, weight }: Link, phrases: readonly string[]): Alternative {
  return { stems: (phrases[target] ?? '').split(' '), strength: weight };
}

/**
 * The phrases two links away, by the geometric mean of the cosine of their links, which words of many senses keep low, and of the
 * best single path, which one shared sense makes high.
 */
function synonyms(
  phrases: readonly string[],
  phrase: number,
  out: Links,
  back: Links,
): Alternative[] {
  const paths = pathsFrom(phrase, out, back);
  paths.delete(phrase);
  const length = lengthOf(out, phrase);
  const found: Link[] = [];
  for (const [other, { sum, best }] of paths) {
    // The cosine is at most 1: most paths are too weak whatever it is, and need none.
    if (best < LEAST_STRENGTH ** 2) continue;
    const weight = Math.sqrt(best * Math.min(1, sum / (length * lengthOf(out, other))));
    if (weight >= LEAST_STRENGTH) found.push({ target: other, weight });
  }
  return found.toSorted(byWeight).map((link) => toAlternative(link, phrases));
}

/** The paths of two links that lead to one phrase. */
interface Paths {
  /** Their weights added up. */
  sum: number;
  /** The weight of the best. */
  best: number;
}

/** The paths of two links from a phrase, by where they lead. */
function pathsFrom(phrase: number, out: Links, back: Links): Map<number, Paths> {
  const paths = new Map<number, Paths>();
  for (const there of linksOf(out, phrase)) {
    const end = back.rows[there.target + 1] ?? 0;
    // By position: some words have thousands of paths, and an object for each link was half of the time.
    for (let link = back.rows[there.target] ?? 0; link < end; link += 1) {
      const target = back.targets[link] ?? 0;
      const product = there.weight * (back.weights[link] ?? 0);
      const known = paths.get(target);
      if (known === undefined) {
        paths.set(target, { sum: product, best: product });
      } else {
        known.sum += product;
        if (product > known.best) known.best = product;
      }
    }
  }
  return paths;
}

/** The length of a phrase's links as a vector. */
function lengthOf(links: Links, phrase: number): number {
  let squares = 0;
  for (let link = links.rows[phrase] ?? 0; link < (links.rows[phrase + 1] ?? 0); link += 1) {
    squares += (links.weights[link] ?? 0) ** 2;
  }
  return Math.sqrt(squares);
}

/** A link, seen from where it comes from. */
interface Link {
  readonly target: number;
  readonly weight: number;
}

/** The links of a phrase; for −1, a phrase that isn't known, none. */
function linksOf({ rows, targets, weights }: Links, phrase: number): Link[] {
  const found: Link[] = [];
  if (phrase === -1) return found;
  for (let link = rows[phrase] ?? 0; link < (rows[phrase + 1] ?? 0); link += 1) {
    found.push({ target: targets[link] ?? 0, weight: weights[link] ?? 0 });
  }
  return found;
}

/** The links of a phrase, the strongest first. */
function surestLinks(links: Links, phrase: number): Link[] {
  return linksOf(links, phrase).toSorted(byWeight);
}

function hasLinks({ rows }: Links, phrase: number): boolean {
  return phrase !== -1 && (rows[phrase] ?? 0) < (rows[phrase + 1] ?? 0);
}

function byWeight(left: Link, right: Link): number {
  return right.weight - left.weight;
}

function byStrength(left: Alternative, right: Alternative): number {
  return right.strength - left.strength;
}
