import type { Answer, Answerer, AnswerLanguage } from '../answering/answer.ts';
import type { ChangeFinder } from '../answering/changed-sentence.ts';
import type { DocumentListing } from '../answering/document-listing.ts';
import type { DocumentReader } from '../answering/document-reader.ts';
import type { QuoteExplainer } from '../answering/explain-quote.ts';
import type { SentenceFinder } from '../answering/find-sentences.ts';
import type { Suggester } from '../answering/suggestions.ts';
import type { Log } from '../log.ts';
import type { Messages } from '../messages.ts';
import type { QuoteChecker } from '../proof/quote-check.ts';
import type { Memory } from './memory.ts';
import type { RateLimits } from './rate-limit.ts';

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

/** What the bot shows of the documents; each is asked anew each time, since a re-index may change them. */
export interface Library {
  /** The documents that are served now. */
  documents(): readonly DocumentListing[];
  /** Questions that the documents answer, best first; the first three are shown. */
  examples(language: AnswerLanguage): readonly string[];
  readonly reader: DocumentReader;
  /** Finds what became of sentences that are no longer served. */
  readonly changes: ChangeFinder;
}

/** All that the bot is built from; the ports are implemented elsewhere and wired by app.ts. */
export interface BotParts {
  readonly token: string;
  /** Another Bot API server, such as `http://127.0.0.1:8081`. Default: Telegram's own. */
  readonly apiRoot?: string;
  /** Whether calls wait so that Telegram's limits are kept. */
  readonly paced: boolean;
  /** Telegram user ids of those who may use `/reindex`. */
  readonly adminIds: readonly number[];
  readonly answerer: Answerer;
  /** Whether a language model helps to answer, which readers are told. */
  readonly asksModel: boolean;
  readonly suggester: Suggester;
  readonly finder: SentenceFinder;
  readonly quotes: QuoteChecker;
  readonly explainer: QuoteExplainer;
  readonly library: Library;
  /** A quiet line for the reader of an answer; null for most. */
  note(answer: Answer): string | null;
  /** Builds a new index; while it runs, and where it rejects, the old one keeps serving. */
  reindex(): Promise<ReindexReport>;
  readonly memory: Memory;
  /** How long the memory keeps what it knows of readers, in days. */
  readonly retentionInDays: number;
  /** Our words; made with `isolate: true`. */
  readonly messages: Readonly<Record<AnswerLanguage, Messages>>;
  readonly rateLimits: RateLimits;
  readonly log: Log;
  /** Milliseconds since 1970 on a clock that never goes back further than readers would notice. Default: `Date.now`. */
  readonly now?: () => number;
}
