import type { Topic } from '../language/topics/topic.ts';
import type { Messages } from '../messages.ts';
import type { Snapshot } from '../retrieval/snapshot.ts';
import { relatedExamples } from './related-examples.ts';
import { topicsAround } from './topics-around.ts';
import type { CitingAnswer } from './topics-around.ts';

/** A question that may be suggested. */
export interface Candidate {
  readonly text: string;
  /** What it asks about, without the words that we put round it. */
  readonly about: string;
  /** Whether its answer must say something short: who it is, not where that is spoken of. */
  readonly asksName: boolean;
}

/** Each is tried by asking it, which takes some milliseconds. */
const MOST = { topics: 5, examples: 3 } as const;
/** A button shows about as many, in UTF-16 code units. */
const LONGEST = 64;

const QUESTIONS: Readonly<Record<Topic['kind'], string>> = {
  person: 'suggestion-who',
  office: 'suggestion-who',
  day: 'suggestion-day',
  month: 'suggestion-month',
  year: 'suggestion-about',
  thing: 'suggestion-about',
};

/**
 * Questions that may follow an answer, the likeliest first: about what stands round it, and in turn its document's examples; behind a
 * refusal the examples come last, and behind one of what asks nothing at all (a greeting) first.
 */
export function candidatesFor(
  snapshot: Snapshot,
  answer: CitingAnswer,
  messages: Messages,
): Candidate[] {
  const about = topicsAround(snapshot, answer)
    .map(({ kind, text: topic }) => ({
      text: messages.text(QUESTIONS[kind], { topic }),
      about: topic,
      asksName: kind === 'office',
    }))
    .filter(({ text }) => text.length <= LONGEST)
    .slice(0, MOST.topics);
  const examples = relatedExamples(snapshot, answer, LONGEST)
    .slice(0, MOST.examples)
    .map((text) => ({ text, about: text, asksName: false }));
  if (answer.status === 'answered') return alternating(about, examples);
  return answer.confidence > 0 ? [...about, ...examples] : [...examples, ...about];
}

function alternating<T>(one: readonly T[], other: readonly T[]): T[] {
  const longest = Math.max(one.length, other.length);
  return Array.from({ length: longest }, (_, place) => [
    ...one.slice(place, place + 1),
    ...other.slice(place, place + 1),
  ]).flat();
}
