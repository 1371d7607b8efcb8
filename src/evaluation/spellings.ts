import { exactMean } from './averages.ts';
import { byField, byLanguage, scoreGroup } from './group-scores.ts';
import type { ByLanguage, Scores } from './group-scores.ts';
import type { Outcome } from './outcome.ts';
import { discountedGain } from './scores.ts';

/** The scores of questions in one spelling, beside the questions that they ask in another one. */
export interface SpellingScores extends Scores {
  /** How many answerable ones have their base question in the set, to be compared with. */
  readonly compared: number;
  /** Points (hundredths) below the same base questions, to one decimal; below 0 where gained, null where none compares. */
  readonly lost: { readonly ndcg10: number | null; readonly evidence: number | null };
}

/** One spelling, in all and for each hand that typed it. */
export interface Spelling {
  readonly languages: ByLanguage<SpellingScores>;
  readonly hands: Readonly<Record<string, ByLanguage<SpellingScores>>>;
}

/** Sums up the outcomes by spelling and within it by hand, each against the base questions of the same language. */
export function summariseSpellings(
  outcomes: readonly Outcome[],
): Readonly<Record<string, Spelling>> {
  const bases = new Map(outcomes.map((outcome) => [key(outcome.id, outcome.language), outcome]));
  const score = (group: readonly Outcome[]): SpellingScores => compare(group, bases);
  return byField(
    outcomes,
    ({ spelling }) => spelling,
    (group) => ({
      languages: byLanguage(group, score),
      hands: byField(
        group,
        ({ hand }) => hand,
        (ofHand) => byLanguage(ofHand, score),
      ),
    }),
  );
}

function key(id: string, language: string): string {
  return `${language} ${id}`;
}

/** A base question counts once for each question that asks it anew, so that both sides weigh it alike. */
function compare(group: readonly Outcome[], bases: ReadonlyMap<string, Outcome>): SpellingScores {
  const pairs = group.flatMap((variant) => {
    const base = variant.of === null ? undefined : bases.get(key(variant.of, variant.language));
    return base === undefined || !variant.answerable ? [] : [{ variant, base }];
  });
  const lost = (value: (outcome: Outcome) => number): number | null =>
    pairs.length === 0
      ? null
      : Math.round(
          exactMean(pairs.map(({ variant, base }) => value(base) - value(variant))) * 1000,
        ) / 10;
  return {
    ...scoreGroup(group),
    compared: pairs.length,
    lost: {
      ndcg10: lost(({ rank }) => discountedGain(rank)),
      evidence: lost(({ evidenceRight }) => Number(evidenceRight)),
    },
  };
}
