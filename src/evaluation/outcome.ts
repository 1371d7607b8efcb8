import type { EvaluationLanguage, EvaluationQuestion } from './questions.ts';

/** What one question in one language came to. */
export interface Outcome extends Pick<
  EvaluationQuestion,
  'id' | 'type' | 'spelling' | 'hand' | 'of'
> {
  readonly language: EvaluationLanguage;
  readonly answerable: boolean;
  /** From 1 to 10; null where no right passage was among the first ten. */
  readonly rank: number | null;
  readonly refused: boolean;
  readonly evidenceRight: boolean;
  readonly confidence: number;
  readonly elapsedMs: number;
}
