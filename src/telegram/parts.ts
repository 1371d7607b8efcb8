import type { Answer, Answerer, AnswerLanguage } from '../answering/answer.ts';
import type { DocumentListing } from '../answering/document-listing.ts';
import type { Log } from '../log.ts';
import type { Messages } from '../messages.ts';
import type { QuoteChecker } from '../proof/quote-check.ts';

/** What a re-index did; counts are of documents but for `passages`. */
export interface ReindexReport {
  readonly documents: number;
  readonly passages: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
  /** Documents that could not be read; each reason is one sentence for a person. */
  readonly failed: readonly { readonly document: string; readonly reason: string }[];
  readonly elapsedMs: number;
}

/** All that the bot is built from; the ports are implemented elsewhere and wired by app.ts. */
export interface BotParts {
  readonly token: string;
  /** Another Bot API server, such as `http://127.0.0.1:8081`. Default: Telegram's own. */
  readonly apiRoot?: string;
  /** Telegram user ids of those who may use `/reindex`. */
  readonly adminIds: readonly number[];
  readonly answerer: Answerer;
  readonly quotes: QuoteChecker;
  /** The documents that are served now; asked anew each time, since a re-index may change them. */
  documents(): readonly DocumentListing[];
  /** Questions that the documents answer, best first; the first three are shown. */
  examples(language: AnswerLanguage): readonly string[];
  /** A quiet line for the reader of an answer; null for most. */
  note(answer: Answer): string | null;
  /** Builds a new index; while it runs, and where it rejects, the old one keeps serving. */
  reindex(): Promise<ReindexReport>;
  /** Our words; made with `isolate: true`. */
  readonly messages: Readonly<Record<AnswerLanguage, Messages>>;
  /** How many questions a reader may ask in any 60 seconds, at least 1; null: no limit. */
  readonly questionsPerMinute: number | null;
  readonly log: Log;
  /** Milliseconds on a clock that never goes back further than readers would notice. Default: `Date.now`. */
  readonly now?: () => number;
}
