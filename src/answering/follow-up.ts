import { analyse } from '../language/analysis.ts';

/** How a question stands to the conversation. */
export type Dependence =
  /** It makes sense alone. */
  | 'none'
  /** It may go on from the question before it, or open a topic of its own. */
  | 'possible'
  /** It makes no sense alone. */
  | 'certain';

/** A question with fewer words of content than this may go on from another one. */
const LEAST_CONTENT = 3;
/** How many earlier questions a chain of follow-ups may reach back. */
const LONGEST_CHAIN = 3;

/** Openings that join a question to the one before: "and …?", "what about …?", ئەی …؟. */
const OPENING =
  /^\s*(?:ئەی|ئه\u200Cی|ئه\u200Cى|ئةی|ئةي|ئەدی|هەروەها|ey|and|but|what about|how about|what else|and what|also)(?:[\s،,]|$)/iu;
/** Words that point back to somebody or something named before. */
const POINTING =
  /(?:^|\s)(?:he|she|they|him|his|her|them|their|theirs|it|its|that|those|this|these|there|ئەوان|ئەوانە|ئەوە|ئەوەی|ناوبراو|هی ئەو|لەوێ)(?:[\s?.,!؟،]|$)/iu;

/** Whether a question goes on from the one before it, judged by its own words. */
export function dependenceOf(question: string): Dependence {
  const content = analyse(question).filter((term) => !term.stopword).length;
  if (content === 0) return 'certain';
  const joins = OPENING.test(question);
  const points = POINTING.test(question);
  if (content >= LEAST_CONTENT) return joins || points ? 'possible' : 'none';
  return points ? 'certain' : 'possible';
}

/**
 * The earlier questions that a question may need to be understood, oldest first; none where it stands alone. A follow-up of a
 * follow-up reaches back to the question that started it.
 */
export function carriedQuestions(question: string, history: readonly string[]): string[] {
  const carried: string[] = [];
  let current = question;
  for (const earlier of history.toReversed().slice(0, LONGEST_CHAIN)) {
    if (dependenceOf(current) === 'none') break;
    carried.unshift(earlier);
    current = earlier;
  }
  return carried;
}
