import { analyse } from '../language/analysis.ts';

/** A question with fewer words of content than this doesn't stand alone. */
const LEAST_CONTENT = 3;
/** How many earlier questions a chain of follow-ups may reach back. */
const LONGEST_CHAIN = 3;

/** Openings that join a question to the one before: "and …?", "what about …?", ئەی …؟. */
const OPENING =
  /^\s*(?:ئەی|ئه\u200Cی|ئةی|ئەدی|هەروەها|ey|and|but|what about|how about|what else|and what|also)(?:[\s،,]|$)/iu;
/** Words that point back to somebody or something named before. */
const POINTING =
  /(?:^|\s)(?:he|she|they|him|his|her|them|their|it|its|ئەوان|ئەوانە|ناوبراو)(?:[\s?.,!؟،]|$)/iu;

/**
 * The earlier questions that a question needs to be understood, oldest first; none where it stands alone. A follow-up of a
 * follow-up reaches back to the question that started it.
 */
export function carriedQuestions(question: string, history: readonly string[]): string[] {
  const carried: string[] = [];
  let current = question;
  for (const earlier of history.toReversed().slice(0, LONGEST_CHAIN)) {
    if (!isFollowUp(current)) break;
    carried.unshift(earlier);
    current = earlier;
  }
  return carried;
}

function isFollowUp(question: string): boolean {
  const content = analyse(question).filter((term) => !term.stopword);
  return content.length < LEAST_CONTENT || OPENING.test(question) || POINTING.test(question);
}
