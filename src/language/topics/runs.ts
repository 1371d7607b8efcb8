import type { AnswerableText } from '../answer-types/answerable-text.ts';
import type { Run } from '../answer-types/noun-phrases.ts';
import type { Topic } from './topic.ts';

/** A topic and the words it was read from. */
export interface PlacedTopic extends Run {
  readonly topic: Topic;
}

/** Whether nothing but white space, or the hyphen of a compound, stands between a word and the next; not behind the last. */
export function isAdjacent(word: number, { source, terms }: AnswerableText): boolean {
  const between = source.slice(terms[word]?.end, terms[word + 1]?.start ?? 0);
  return /^(?:\s+|-)$/u.test(between);
}

/** Whether a run shares a word with one of others. */
export function isAmong(runs: readonly Run[], { first, last }: Run): boolean {
  return runs.some((other) => other.first <= last && first <= other.last);
}

/** In the order of the text those that are no part of another and begin in none; of several in one place, the first given. */
export function outermost(found: readonly PlacedTopic[]): Topic[] {
  const whole = found.filter((one, place) =>
    found.every((other, otherPlace) => {
      const holds = other.first <= one.first && one.last <= other.last;
      const isEqual = holds && other.first === one.first && one.last === other.last;
      return other === one || !holds || (isEqual && place < otherPlace);
    }),
  );
  const apart: PlacedTopic[] = [];
  for (const one of whole.toSorted((left, right) => left.first - right.first)) {
    if (one.first > (apart.at(-1)?.last ?? -1)) apart.push(one);
  }
  return apart.map(({ topic }) => topic);
}
