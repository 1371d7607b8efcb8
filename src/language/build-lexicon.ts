import type { LexiconEntry, Phrase } from './lexicon-entry.ts';
import { Lexicon } from './lexicon.ts';
import type { Links } from './lexicon.ts';
import { findString } from './string-table.ts';

/** How much less usual each following equivalent of a headword is than the one before. */
const RANK_DISCOUNT = 0.15;
/** How near the first synonym of a word is to it, and how much less each that follows. */
const SYNONYM = 0.9;
const SYNONYM_DISCOUNT = 0.04;
/** How near what comes up with a word is to it. */
const RELATED = 0.4;

/** Links by the phrase they come from, then by the one they go to. Of two weights of one link the greater counts. */
class LinkMap {
  readonly #links = new Map<string, Map<string, number>>();

  strengthen(from: Phrase, to: Phrase, weight: number): void {
    const key = from.join(' ');
    const target = to.join(' ');
    const known = this.#links.get(key) ?? new Map<string, number>();
    known.set(target, Math.max(known.get(target) ?? 0, weight));
    this.#links.set(key, known);
  }

  *phrases(): Generator<readonly [from: string, to: Iterable<string>]> {
    for (const [from, targets] of this.#links) yield [from, targets.keys()];
  }

  compress(from: readonly string[], to: readonly string[]): Links {
    const rows = new Uint32Array(from.length + 1);
    const targets: number[] = [];
    const weights: number[] = [];
    for (const [row, phrase] of from.entries()) {
      for (const [target, weight] of this.#links.get(phrase) ?? []) {
        targets.push(findString(to, target));
        weights.push(weight);
      }
      rows[row + 1] = targets.length;
    }
    return { rows, targets: Uint32Array.from(targets), weights: Float32Array.from(weights) };
  }
}

/**
 * A lexicon of entries. What stands in several entries counts once, with the best weight it has: 1 for a headword's first
 * equivalent, less for each that follows.
 */
export function buildLexicon(entries: Iterable<LexiconEntry>): Lexicon {
  const builder = new LexiconBuilder();
  for (const entry of entries) builder.add(entry);
  return builder.build();
}

class LexiconBuilder {
  readonly #fromEnglish = new LinkMap();
  readonly #fromSorani = new LinkMap();
  readonly #estimated = new LinkMap();
  readonly #alike = new LinkMap();
  /** Sorani phrases that translate names, and those that translate something else. */
  readonly #named = new Set<string>();
  readonly #common = new Set<string>();

  add(entry: LexiconEntry): void {
    if (entry.kind === 'estimate') {
      this.#estimated.strengthen(entry.english, entry.sorani, entry.strength);
      return;
    }
    if (entry.kind === 'translation') {
      for (const [rank, equivalent] of entry.sorani.entries()) {
        const weight = 1 / (1 + RANK_DISCOUNT * rank);
        this.#fromEnglish.strengthen(entry.english, equivalent, weight);
        this.#fromSorani.strengthen(equivalent, entry.english, weight);
        (entry.name ? this.#named : this.#common).add(equivalent.join(' '));
      }
      return;
    }
    for (const [rank, synonym] of entry.synonyms.entries()) {
      this.#relate(entry.sorani, synonym, SYNONYM - SYNONYM_DISCOUNT * Math.min(rank, 10));
    }
    for (const related of entry.related) this.#relate(entry.sorani, related, RELATED);
  }

  #relate(one: Phrase, other: Phrase, weight: number): void {
    if (one.join(' ') === other.join(' ')) return;
    this.#alike.strengthen(one, other, weight);
    this.#alike.strengthen(other, one, weight);
  }

  build(): Lexicon {
    const english = sortedPhrases(
      [...this.#fromEnglish.phrases(), ...this.#estimated.phrases()],
      [],
    );
    const sorani = sortedPhrases(
      [...this.#fromSorani.phrases(), ...this.#alike.phrases()],
      [...this.#estimated.phrases()],
    );
    return new Lexicon({
      english,
      sorani,
      fromEnglish: this.#fromEnglish.compress(english, sorani),
      fromSorani: this.#fromSorani.compress(sorani, english),
      estimated: this.#estimated.compress(english, sorani),
      alike: this.#alike.compress(sorani, sorani),
      names: Uint16Array.from(sorani, (phrase) =>
        this.#named.has(phrase) && !this.#common.has(phrase) ? 1 : 0,
      ),
    });
  }
}

type LinkedPhrases = Iterable<readonly [from: string, to: Iterable<string>]>;

/** The phrases that links come from and those that others go to, each once, sorted. */
function sortedPhrases(from: LinkedPhrases, to: LinkedPhrases): string[] {
  const phrases = new Set<string>();
  for (const [phrase] of from) phrases.add(phrase);
  for (const [, targets] of to) for (const phrase of targets) phrases.add(phrase);
  return [...phrases].toSorted();
}
