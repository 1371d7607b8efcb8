import type { Concept } from './concepts.ts';
import type { WordStrengths } from './vocabulary.ts';
import type { WordIndex } from './word-index.ts';

/** How much a stop word counts beside its (already low) rarity. */
const STOPWORD_WEIGHT = 0.15;
/** A stop word that stands more often than this is passed over: it tells nothing, and costs the most. */
const MOST_STOPWORD_POSTINGS = 20_000;

/** How quickly a word that comes again stops counting, and how much length discounts it (BM25: Robertson & Zaragoza, 2009). */
const SATURATION = { k1: 1.2, b: 0.5 } as const;

/**
 * What a passage is judged by, each 0 to 1, with its weight. Fitted by cross-validation on the development sets (docs/evaluation.md); they
 * sum to 1, so that a score is 0 to 1.
 */
const WEIGHTS = {
  /** The share of the question's information that the passage holds … */
  coverage: 0.2,
  /** … the same, with what comes again counting more, in long passages less … */
  saturated: 0.14,
  /** … what its best sentence holds … */
  sentence: 0.11,
  /** … what its document holds … */
  document: 0.23,
  /** … what the passages of its document hold on average (saturated) … */
  topic: 0.22,
  /** … and the better of the passages beside it (saturated). */
  neighbour: 0.1,
} as const;

/** What a question finds on one side of a corpus. */
export interface SideScores {
  /** By passage, 0 to 1; 0 for a passage that holds nothing asked for. */
  readonly scores: Float64Array;
  /** What each concept tells, in the order given: its rarity times its weight in the question. */
  readonly weights: readonly number[];
}

/** Scores every passage of one side by the concepts of a question. */
export function scorePassages(index: WordIndex, concepts: readonly Concept[]): SideScores {
  const sums = new Sums(index);
  const telling = concepts.filter(({ term }) => !term.stopword).length > 0;
  const weights = concepts.map((concept) =>
    concept.term.stopword && telling && isEverywhere(index, concept) ? 0 : sums.add(concept),
  );
  return { scores: sums.finish(weights.reduce((sum, weight) => sum + weight, 0)), weights };
}

function isEverywhere(index: WordIndex, { words }: Concept): boolean {
  return [...words.keys()].some((word) => index.frequency(word) > MOST_STOPWORD_POSTINGS);
}

/** Adds up, concept by concept, what sentences, passages and documents hold of a question. */
class Sums {
  readonly #index: WordIndex;
  readonly #sentence: Float32Array;
  readonly #coverage: Float32Array;
  readonly #saturated: Float32Array;
  readonly #document: Float32Array;
  /** Of the concept being added: the best strength by sentence, passage and document, and the sum by passage. */
  readonly #found: Found;

  constructor(index: WordIndex) {
    const sentences = index.data.passageOf.length;
    this.#index = index;
    this.#sentence = new Float32Array(sentences);
    this.#coverage = new Float32Array(index.size);
    this.#saturated = new Float32Array(index.size);
    this.#document = new Float32Array(index.documents);
    this.#found = new Found(index);
  }

  /** The weight of the concept. */
  add(concept: Concept): number {
    const found = this.#found;
    const { documentOf } = this.#index.data;
    found.look(concept);
    const weight = this.#weigh(concept);
    for (const sentence of found.sentences) {
      this.#sentence[sentence] =
        at(this.#sentence, sentence) + weight * at(found.inSentence, sentence);
    }
    for (const passage of found.passages) {
      const strength = found.inPassage[passage] ?? 0;
      this.#coverage[passage] = at(this.#coverage, passage) + weight * strength;
      this.#saturated[passage] =
        at(this.#saturated, passage) + weight * this.#saturate(passage, found.sums[passage] ?? 0);
      const document = documentOf[passage] ?? 0;
      found.inDocument[document] = Math.max(found.inDocument[document] ?? 0, strength);
    }
    for (const passage of found.passages) {
      const document = documentOf[passage] ?? 0;
      this.#document[document] =
        at(this.#document, document) + weight * at(found.inDocument, document);
      found.inDocument[document] = 0;
    }
    found.clear();
    return weight;
  }

  /**
   * What a concept tells: ln(1 + (N − n + ½) / (n + ½)), above 0, where n is the number of passages that hold it, each counted by
   * how surely it does.
   */
  #weigh({ term }: Concept): number {
    const { passages, inPassage } = this.#found;
    let holding = 0;
    for (const passage of passages) holding += inPassage[passage] ?? 0;
    const rarity = Math.log(1 + (this.#index.size - holding + 0.5) / (holding + 0.5));
    return term.weight * rarity * (term.stopword ? STOPWORD_WEIGHT : 1);
  }

  #saturate(passage: number, frequency: number): number {
    const share = (this.#index.data.lengths[passage] ?? 0) / this.#index.averageLength;
    const length = 1 - SATURATION.b + SATURATION.b * share;
    return frequency / (frequency + SATURATION.k1 * length);
  }

  /** The scores, given the weight of the whole question. */
  finish(total: number): Float64Array {
    const { passageOf, documentOf } = this.#index.data;
    const scores = new Float64Array(this.#index.size);
    if (total === 0) return scores;
    const best = new Float32Array(this.#index.size);
    // Indexed loops here and below: over half a million sentences an iterator costs more than the sums.
    for (let sentence = 0; sentence < passageOf.length; sentence += 1) {
      const passage = passageOf[sentence] ?? 0;
      const held = at(this.#sentence, sentence);
      if (held > at(best, passage)) best[passage] = held;
    }
    const topics = this.#topics();
    for (let passage = 0; passage < scores.length; passage += 1) {
      const held = at(this.#coverage, passage);
      if (held === 0) continue;
      const document = documentOf[passage] ?? 0;
      const sum =
        WEIGHTS.coverage * held +
        WEIGHTS.saturated * at(this.#saturated, passage) +
        WEIGHTS.sentence * at(best, passage) +
        WEIGHTS.document * at(this.#document, document) +
        WEIGHTS.topic * at(topics, document) +
        WEIGHTS.neighbour * this.#neighbour(passage);
      scores[passage] = sum / total;
    }
    return scores;
  }

  /** What the passages of each document hold on average. */
  #topics(): Float32Array {
    const { documentOf } = this.#index.data;
    const topics = new Float32Array(this.#index.documents);
    const passages = new Uint32Array(this.#index.documents);
    for (let passage = 0; passage < documentOf.length; passage += 1) {
      const document = documentOf[passage] ?? 0;
      topics[document] = at(topics, document) + at(this.#saturated, passage);
      passages[document] = (passages[document] ?? 0) + 1;
    }
    return topics.map((sum, document) => sum / Math.max(1, passages[document] ?? 1));
  }

  #neighbour(passage: number): number {
    const { documentOf } = this.#index.data;
    const saturated = (beside: number): number =>
      documentOf[beside] === documentOf[passage] ? at(this.#saturated, beside) : 0;
    return Math.max(saturated(passage - 1), saturated(passage + 1));
  }
}

function at(values: Float32Array, index: number): number {
  return values[index] ?? 0;
}

/** Where one concept stands. The arrays are as long as the corpus and reused, so only what was touched is cleared. */
class Found {
  readonly #index: WordIndex;
  readonly inSentence: Float32Array;
  readonly inPassage: Float32Array;
  readonly inDocument: Float32Array;
  /** Strengths added up over all places in a passage. */
  readonly sums: Float32Array;
  readonly sentences: number[] = [];
  readonly passages: number[] = [];

  constructor(index: WordIndex) {
    this.#index = index;
    this.inSentence = new Float32Array(index.data.passageOf.length);
    this.inPassage = new Float32Array(index.size);
    this.inDocument = new Float32Array(index.documents);
    this.sums = new Float32Array(index.size);
  }

  look({ words, phrases }: Concept): void {
    for (const [word, strength] of words) {
      for (const sentence of this.#index.sentencesOf(word)) this.#mark(sentence, strength, true);
    }
    for (const phrase of phrases) {
      for (const [sentence, weakest] of this.#phraseSentences(phrase.words)) {
        this.#mark(sentence, phrase.strength * weakest, false);
      }
    }
  }

  /** A word counts each time it stands there; a phrase only where it says more than the words did. */
  #mark(sentence: number, strength: number, adds: boolean): void {
    const passage = this.#index.data.passageOf[sentence] ?? 0;
    const before = this.inSentence[sentence] ?? 0;
    if (before === 0) this.sentences.push(sentence);
    if (strength > before) this.inSentence[sentence] = strength;
    const inPassage = this.inPassage[passage] ?? 0;
    if (inPassage === 0) this.passages.push(passage);
    if (strength > inPassage) this.inPassage[passage] = strength;
    const sum = this.sums[passage] ?? 0;
    this.sums[passage] = adds ? sum + strength : Math.max(sum, strength);
  }

  /** The sentences in which all words of a phrase stand, with the strength of the weakest. */
  #phraseSentences(words: readonly WordStrengths[]): Map<number, number> {
    const [first, ...others] = words.map((one) => this.#sentencesOf(one));
    const found = first ?? new Map<number, number>();
    for (const [sentence, strength] of found) {
      const weakest = Math.min(strength, ...others.map((other) => other.get(sentence) ?? 0));
      if (weakest === 0) found.delete(sentence);
      else found.set(sentence, weakest);
    }
    return found;
  }

  #sentencesOf(words: WordStrengths): Map<number, number> {
    const found = new Map<number, number>();
    for (const [word, strength] of words) {
      for (const sentence of this.#index.sentencesOf(word)) {
        if (strength > (found.get(sentence) ?? 0)) found.set(sentence, strength);
      }
    }
    return found;
  }

  clear(): void {
    for (const sentence of this.sentences) this.inSentence[sentence] = 0;
    for (const passage of this.passages) {
      this.inPassage[passage] = 0;
      this.sums[passage] = 0;
    }
    this.sentences.length = 0;
    this.passages.length = 0;
  }
}
