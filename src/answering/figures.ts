import type { DocumentId, PassageId, Sentence, SentenceId } from '../corpus/document.ts';
import type { Presence } from '../language/answer-types/answer-span.ts';
import { AMOUNTS } from '../language/answer-types/expected-kind.ts';
import type { ExpectedKind } from '../language/answer-types/expected-kind.ts';
import type { Hit } from '../retrieval/search.ts';
import type { Snapshot } from '../retrieval/snapshot.ts';
import type { AnalysedSentence } from './analysed-corpus.ts';
import type { Match, Matcher } from './matcher.ts';
import { TELLING } from './sentence-answers.ts';
import type { SentenceAnswer } from './sentence-answers.ts';

/** What a sentence is judged by, beside the others that were found for the question; each 0 to 1. */
export interface Figures {
  /** How well its passage was found, beside the best one … */
  readonly passage: number;
  /** … and its document, by its best passage. */
  readonly document: number;
  /** How much of the question the Sorani holds, beside the sentence that holds most … */
  readonly sorani: number;
  /** … and the rendition. */
  readonly english: number;
  /** The same by the words that few sentences of the document hold: what all of them hold chooses none. */
  readonly distinct: number;
  /** The share of the question that it holds as names: they choose the document, but the answer is often in the sentence after. */
  readonly names: number;
  /** The share of the question that it lacks and the sentence before it holds: it goes on about the same. */
  readonly before: number;
  /** The share of its own words that the question says: a long sentence holds more by chance … */
  readonly density: number;
  /** … and that of the densest sentence of its passage. */
  readonly passageDensity: number;
  /** 1 for the first sentence of a document, a headline or lead that says a little of everything; 0 where it tells what is asked for. */
  readonly opening: number;
  /** Whether it holds the kind of thing asked for: not at all, perhaps, or as something that the question doesn't say … */
  readonly answer: number;
  /** … and the last for kinds that leave a sure trace, such as dates. */
  readonly sureAnswer: number;
  /** 1 where an amount is asked for and it counts something, if in other words than the question. */
  readonly amount: number;
}

export const FIGURE_NAMES = [
  'passage',
  'document',
  'sorani',
  'english',
  'distinct',
  'names',
  'before',
  'density',
  'passageDensity',
  'opening',
  'answer',
  'sureAnswer',
  'amount',
] as const satisfies readonly (keyof Figures)[];

/** A sentence that was found, before it is judged beside the others. */
export interface Candidate {
  readonly hit: Hit;
  readonly sentence: Sentence;
  readonly analysed: AnalysedSentence;
  /** How much of the question the sentence holds. */
  readonly match: Match;
  /** How much of it the sentence before in the same passage holds; null for the first. */
  readonly before: Match | null;
  /** How much of it the whole passage holds. */
  readonly context: Match;
  /** The share of the question's numbers and ordinals that the passage lacks. */
  readonly missingNumerals: number;
  /** What of the sentence answers, and how surely it is of the kind asked for. */
  readonly answer: SentenceAnswer;
}

const PRESENCES: Readonly<Record<Presence, number>> = {
  absent: 0,
  untold: 0.5,
  present: 0.5,
  new: 1,
};

/** What is answered by an amount. No `ordinal`: which one of a row it is, a number that counts doesn't tell. */
const ASK_AMOUNT: ReadonlySet<ExpectedKind> = new Set<ExpectedKind>(AMOUNTS);

/** From here on a word is taken to be the question's. */
const SAME = 0.5;

/** What is known of a document by the sentences found in it. */
interface DocumentSummary {
  /** Its first sentence; undefined in an empty one. */
  readonly opening: SentenceId | undefined;
  /** The score of its best passage. */
  readonly score: number;
  /** What each word of the question tells within it, 0 to 1. */
  readonly distinctness: readonly number[];
}

const UNKNOWN: DocumentSummary = { opening: undefined, score: 0, distinctness: [] };

/** Judges the sentences found for one question beside each other. */
export class FigureReader {
  readonly #matcher: Matcher;
  readonly #kind: ExpectedKind;
  readonly #documents: ReadonlyMap<DocumentId, DocumentSummary>;
  /** By passage the greatest density of its sentences. */
  readonly #densest = new Map<PassageId, number>();
  /** The greatest of each among the candidates. */
  readonly #most: Readonly<Record<'passage' | 'sorani' | 'english', number>>;

  /** @param kind what the question asks for. */
  constructor(
    documents: Snapshot['documents'],
    matcher: Matcher,
    kind: ExpectedKind,
    candidates: readonly Candidate[],
  ) {
    this.#matcher = matcher;
    this.#kind = kind;
    this.#documents = summarise(candidates, matcher, documents);
    for (const { hit, analysed } of candidates) {
      const { id } = hit.passage;
      const density = densityOf(analysed.content, matcher);
      this.#densest.set(id, Math.max(this.#densest.get(id) ?? 0, density));
    }
    this.#most = {
      passage: greatest(candidates.map(({ hit }) => hit.score)),
      sorani: greatest(candidates.map(({ match }) => match.sorani)),
      english: greatest(candidates.map(({ match }) => match.english)),
    };
  }

  /** The figures of one of the candidates. */
  read(candidate: Candidate): Figures {
    const { hit, sentence, analysed, match } = candidate;
    const document = this.#documents.get(hit.passage.document) ?? UNKNOWN;
    return {
      passage: share(hit.score, this.#most.passage),
      document: share(document.score, this.#most.passage),
      sorani: share(match.sorani, this.#most.sorani),
      english: share(match.english, this.#most.english),
      distinct: this.#coverage(match.held, document.distinctness),
      names: this.#names(match),
      before: this.#before(candidate),
      density: densityOf(analysed.content, this.#matcher),
      passageDensity: this.#densest.get(hit.passage.id) ?? 0,
      opening: document.opening === sentence.id && candidate.answer.presence !== 'new' ? 1 : 0,
      ...this.#answers(candidate),
    };
  }

  #names({ held }: Match): number {
    const { words } = this.#matcher;
    return this.#coverage(
      held.map((strength, word) => (words[word]?.name === true ? strength : 0)),
    );
  }

  #before({ match, before }: Candidate): number {
    if (before === null) return 0;
    const { held } = match;
    return this.#coverage(
      before.held.map((strength, word) => Math.max(0, strength - (held[word] ?? 0))),
    );
  }

  #answers({ answer, analysed }: Candidate): Pick<Figures, 'answer' | 'sureAnswer' | 'amount'> {
    const isSure = answer.presence === 'new' && TELLING.has(this.#kind);
    const counts = analysed.counting.some((word) => this.#matcher.asks(word) < SAME);
    return {
      answer: PRESENCES[answer.presence],
      sureAnswer: isSure ? 1 : 0,
      amount: counts && ASK_AMOUNT.has(this.#kind) ? 1 : 0,
    };
  }

  /** The share of the question that is held, where each word counts by its weight and, if given, by what else it tells. */
  #coverage(held: readonly number[], telling?: readonly number[]): number {
    let met = 0;
    let most = 0;
    for (const [word, { weight }] of this.#matcher.words.entries()) {
      const worth = weight * (telling?.[word] ?? 1);
      met += worth * (held[word] ?? 0);
      most += worth;
    }
    return share(met, most);
  }
}

function summarise(
  candidates: readonly Candidate[],
  matcher: Matcher,
  documents: Snapshot['documents'],
): Map<DocumentId, DocumentSummary> {
  const found = new Map<DocumentId, Candidate[]>();
  for (const candidate of candidates) {
    const { document } = candidate.hit.passage;
    const others = found.get(document);
    if (others === undefined) found.set(document, [candidate]);
    else others.push(candidate);
  }
  const summaries = new Map<DocumentId, DocumentSummary>();
  for (const [document, sentences] of found) {
    summaries.set(document, {
      opening: documents.get(document)?.passages[0]?.sentences[0]?.id,
      score: greatest(sentences.map(({ hit }) => hit.score)),
      distinctness: matcher.words.map((_, word) =>
        rarity(sentences.length, sum(sentences.map(({ match }) => match.held[word] ?? 0))),
      ),
    });
  }
  return summaries;
}

/** As for the words of a corpus (see passage-scores.ts), scaled so that a word that no sentence holds has 1. */
function rarity(sentences: number, holding: number): number {
  const inverse = (count: number): number =>
    Math.log(1 + (sentences - count + 0.5) / (count + 0.5));
  return inverse(holding) / inverse(0);
}

/** The share of a sentence's words of content that the question says; one word more, so that very short ones don't win. */
function densityOf(content: readonly number[], matcher: Matcher): number {
  return sum(content.map((word) => matcher.asks(word))) / (content.length + 1);
}

function greatest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), 0);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
