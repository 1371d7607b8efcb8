import type { Chances } from '../../tests/support/bot-api/faults.ts';

/** What a crowd of people does in one round. */
export interface Round {
  /** What is asked in each chat, in order; the chats are 1, 2, 3 and so on. */
  readonly questions: readonly (readonly string[])[];
  /** How many questions of a chat may wait for their answers; with 1, each is asked when the one before is answered. */
  readonly atOnce: number;
  /** Whether the bot replies to the message that it answers; else a message answers the oldest question that waits in its chat. */
  readonly replies: boolean;
  /** What befalls calls meanwhile; null: nothing. */
  readonly faults: Chances | null;
  /** After how many answered questions the crowd says so, in ascending order. */
  readonly milestones: readonly number[];
}

/** What came of a round; times are milliseconds since the question was asked, in the order in which they came to an end. */
export interface RoundReport {
  readonly asked: number;
  /** Questions that were answered at least once. */
  readonly answered: number;
  /** Questions that were answered more than once. */
  readonly twice: number;
  /** Questions that were answered while an earlier one of their chat waited. */
  readonly outOfOrder: number;
  /** Messages that answer no question: parts of a long answer, or a failure told. */
  readonly others: number;
  /** From the first question to the last answer. */
  readonly elapsedMs: number;
  /** To the first thing that the chat saw: a chat action, a reaction, a draft or a message. */
  readonly toSign: readonly number[];
  readonly toAnswer: readonly number[];
  /** What the server's process computed meanwhile, the crowd included. */
  readonly serverCpuMs: number;
}

/** What the server's process is told. */
export type Order =
  | { readonly kind: 'await-bot' }
  | { readonly kind: 'play'; readonly round: Round };

/** What the server's process says. */
export type Word =
  | { readonly kind: 'started'; readonly root: string; readonly token: string }
  | { readonly kind: 'bot-waits' }
  | { readonly kind: 'milestone'; readonly answered: number }
  | { readonly kind: 'played'; readonly report: RoundReport };
