import { setImmediate as nextTurn } from 'node:timers/promises';

import type { FeatureVector } from './cluster.ts';
import type { TopicWord } from './topic-words.ts';

/** How much the letter groups of a word count together beside the word itself: what joins typing errors, compounds and unknown endings. */
const GROUPS_WEIGHT = 0.9;
/** How much a translation of a word counts beside the word itself. */
const ALTERNATIVE_WEIGHT = 0.7;
const GROUP_LETTERS = 3;
/**
 * A feature that is rarer than in one question of sixty tells no more than that: where all that was asked in vain is about a few topics,
 * their own words must not become common ones, and a typing error not the most telling word of all.
 */
const MOST_RARITY = 60;
/** A letter group in more of the questions than this is an ending; to compare all that have it would take longest. */
const MOST_COMMON_GROUP = 0.005;
const FEW = 10;
const IN_A_TURN = 200;

/** What questions are about, as vectors of length 1 at most over their words, the translations of those, and letter groups; by rarity (tf·idf). */
export async function topicVectors(
  questions: readonly (readonly TopicWord[])[],
): Promise<FeatureVector[]> {
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  const raw = await inTurns(questions, (words) => {
    const features = new Map<number, number>();
    const add = (name: string, weight: number): void => {
      const number = numbers.get(name) ?? numbers.size;
      numbers.set(name, number);
      if (!features.has(number)) counts[number] = (counts[number] ?? 0) + 1;
      features.set(number, Math.max(features.get(number) ?? 0, weight));
    };
    for (const word of words) addWord(word, add);
    return features;
  });
  const isGroup = new Set<number>();
  for (const [name, number] of numbers) if (name.startsWith(GROUP)) isGroup.add(number);
  const most = Math.max(FEW, questions.length * MOST_COMMON_GROUP);
  return inTurns(raw, (features) => {
    const weighed: [number, number][] = [];
    for (const [feature, weight] of features) {
      const count = counts[feature] ?? 1;
      if (count > most && isGroup.has(feature)) continue;
      const rarity = Math.log(1 + Math.min(MOST_RARITY, questions.length / count));
      weighed.push([feature, weight * rarity]);
    }
    return ofLength1(weighed, counts);
  });
}

/** Maps some at a time, so that others get their turns. */
async function inTurns<T, R>(items: readonly T[], map: (item: T) => R): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) {
    if (results.length % IN_A_TURN === 0) await nextTurn();
    results.push(map(item));
  }
  return results;
}

const GROUP = 'letters ';

function addWord(
  { stem, weight, alternatives, isNumber }: TopicWord,
  add: (name: string, weight: number) => void,
): void {
  add(stem, weight);
  for (const alternative of alternatives) {
    add(alternative.stem, weight * alternative.strength * ALTERNATIVE_WEIGHT);
  }
  if (isNumber) return;
  const marked = `_${stem}_`;
  const groups = marked.length - GROUP_LETTERS + 1;
  for (let start = 0; start < groups; start += 1) {
    const group = marked.slice(start, start + GROUP_LETTERS);
    add(GROUP + group, (weight * GROUPS_WEIGHT) / Math.sqrt(groups));
  }
}

/** Without the features that no other question has, which only make it longer. */
function ofLength1(
  weighed: readonly (readonly [number, number])[],
  counts: readonly number[],
): FeatureVector {
  const length = Math.sqrt(weighed.reduce((sum, [, weight]) => sum + weight ** 2, 0));
  const shared = weighed.filter(([feature]) => (counts[feature] ?? 0) > 1);
  return {
    features: Uint32Array.from(shared, ([feature]) => feature),
    weights: Float64Array.from(shared, ([, weight]) => weight / length),
  };
}
