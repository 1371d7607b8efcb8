import type { Hit } from '../retrieval/search.ts';
import type { Snapshot } from '../retrieval/snapshot.ts';
import { analysedCorpus } from './analysed-corpus.ts';
import { FIGURE_NAMES, FigureReader } from './figures.ts';
import type { Candidate, Figures } from './figures.ts';
import type { Matcher } from './matcher.ts';
import type { AnswerFinder } from './sentence-answers.ts';

/** A sentence that may prove an answer, and why it stands where it stands. */
export interface Evidence extends Candidate {
  /** What it is ranked by. */
  readonly figures: Figures;
  /** The order of evidence within one question: one sentence is e to the power of the difference likelier than another. */
  readonly score: number;
}

/**
 * Weights of the figures: a softmax over the sentences found for each question, fitted by `npm run fit:evidence` (see
 * docs/evaluation.md).
 */
const WEIGHTS: Readonly<Record<keyof Figures, number>> = {
  passage: 3.35,
  document: 6.23,
  sorani: 2.17,
  english: 2.59,
  distinct: 4.33,
  names: -3.77,
  before: 1.83,
  density: 4.76,
  passageDensity: 3.78,
  opening: -1.98,
  answer: 1.96,
  sureAnswer: 1.17,
  amount: 2.18,
};

/** Compares the sentences of the passages found with a question; best first, ties in the order found. */
export function rankEvidence(
  snapshot: Snapshot,
  matcher: Matcher,
  finder: AnswerFinder,
  hits: readonly Hit[],
): Evidence[] {
  const candidates = findCandidates(snapshot, matcher, finder, hits);
  const reader = new FigureReader(snapshot.documents, matcher, finder.expected.kind, candidates);
  const evidence = candidates.map((candidate): Evidence => {
    const figures = reader.read(candidate);
    return { ...candidate, figures, score: scoreOf(figures) };
  });
  return evidence.toSorted((left, right) => right.score - left.score);
}

function findCandidates(
  snapshot: Snapshot,
  matcher: Matcher,
  finder: AnswerFinder,
  hits: readonly Hit[],
): Candidate[] {
  const corpus = analysedCorpus(snapshot);
  return hits.flatMap((hit) => {
    const passage = corpus.passage(hit.passage);
    const context = matcher.match(passage);
    const missingNumerals = matcher.missingNumerals(passage);
    const matches = passage.sentences.map((analysed) => matcher.match(analysed));
    return hit.passage.sentences.flatMap((sentence, number) => {
      const analysed = passage.sentences[number];
      const match = matches[number];
      if (analysed === undefined || match === undefined) return [];
      const before = matches[number - 1] ?? null;
      const answer = finder.find(analysed);
      return [{ hit, sentence, analysed, match, before, context, missingNumerals, answer }];
    });
  });
}

function scoreOf(figures: Figures): number {
  return FIGURE_NAMES.reduce((sum, name) => sum + WEIGHTS[name] * figures[name], 0);
}
