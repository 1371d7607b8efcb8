import type { BitextReport } from './evaluate-bitext.ts';
import { byField, byLanguage, scoreGroup } from './group-scores.ts';
import type { ByLanguage, Scores } from './group-scores.ts';
import type { Outcome } from './outcome.ts';
import { summariseSpellings } from './spellings.ts';
import type { Spelling } from './spellings.ts';

/** What a set of questions came to. */
export interface QuestionReport {
  /** The files of the set, joined by ` + `. */
  readonly questions: string;
  readonly documents: string;
  readonly passages: number;
  /** Without the questions that only ask another one of the set in another spelling; so `types`. */
  readonly languages: ByLanguage<Scores>;
  readonly types: Readonly<Record<string, ByLanguage<Scores>>>;
  readonly spellings: Readonly<Record<string, Spelling>>;
  readonly outcomes: readonly Outcome[];
}

/** What `evaluate` found; null what was not asked for. */
export interface EvaluationReport {
  readonly set: QuestionReport | null;
  readonly bitext: BitextReport | null;
}

/** Sums up the outcomes, in all, by question type and by spelling. */
export function summarise(
  outcomes: readonly Outcome[],
  set: Pick<QuestionReport, 'questions' | 'documents' | 'passages'>,
): QuestionReport {
  const ids = new Set(outcomes.map(({ id }) => id));
  const bases = outcomes.filter(({ of }) => of === null || !ids.has(of));
  return {
    ...set,
    languages: byLanguage(bases, scoreGroup),
    types: byField(
      bases,
      ({ type }) => type,
      (group) => byLanguage(group, scoreGroup),
    ),
    spellings: summariseSpellings(outcomes),
    outcomes,
  };
}
