import type { ReleaseOutcome, Stage } from '../../src/release/release.ts';

/** What the process that serves is told. */
export type Order =
  | { readonly kind: 'reindex' }
  /** All questions at once; `answered` comes back. */
  | { readonly kind: 'ask-all' };

/** What it says. `state` is null where documents are missing or not of one state. */
export type Word =
  | { readonly kind: 'ready'; readonly state: number | null; readonly lines: readonly string[] }
  | { readonly kind: 'stage'; readonly stage: Stage }
  | { readonly kind: 'outcome'; readonly outcome: ReleaseOutcome; readonly state: number | null }
  | {
      readonly kind: 'answered';
      /** Since this was last said. */
      readonly answers: number;
      /** Answers that quote another document, none, or a state that doesn't serve. */
      readonly wrong: readonly string[];
    };
