import type { Answer, Answerer, AnswerLanguage } from '../answering/answer.ts';
import type { ChangeFinder } from '../answering/changed-sentence.ts';
import type { DocumentListing } from '../answering/document-listing.ts';
import type { DocumentReader } from '../answering/document-reader.ts';
import type { QuoteExplainer } from '../answering/explain-quote.ts';
import type { SentenceFinder } from '../answering/find-sentences.ts';
import type { SnapshotChanges } from '../answering/snapshot-changes.ts';
import type { Suggester } from '../answering/suggestions.ts';
import type { Curator } from '../curation/curator.ts';
import type { AskedQuestion } from '../insight/asked-question.ts';
import type { Gap } from '../insight/gaps.ts';
import type { Stats } from '../insight/stats.ts';
import type { Log } from '../log.ts';
import type { Messages } from '../messages.ts';
import type { QuoteChecker } from '../proof/quote-check.ts';
import type { Releases } from '../release/release.ts';
import type { Memory } from './memory.ts';
import type { RateLimits } from './rate-limit.ts';

/** How the bot is, as `/status` tells it. */
export interface Vitals {
  /** Names the embeddings. */
  readonly embedding: string;
  readonly passages: number;
  /** Resident memory, in MiB. */
  readonly memoryInMiB: number;
  readonly uptimeInSeconds: number;
  /** Lines that were logged as errors since the start. */
  readonly errors: number;
  /** What models took today (UTC), in dollars; null where nothing tells. */
  readonly costToday: number | null;
}

/** What admins look after. */
export interface Administration {
  /** The documents that are there, indexed or not. */
  readonly curator: Curator;
  /** The snapshots that are made of them. */
  readonly releases: Releases;
  /** What the last swap of snapshots changed; null where there was none since the start. */
  lastChanges(): Promise<SnapshotChanges | null>;
  /** Calls back after each swap, whoever brought it about. */
  onSwap(listener: () => void): void;
  vitals(): Promise<Vitals>;
  /** What of it readers asked in vain, by topic. */
  gapsIn(asked: Iterable<AskedQuestion>): Promise<readonly Gap[]>;
  /** A picture of statistics, as PNG; null where none can be drawn here. */
  picture(stats: Stats, language: AnswerLanguage): Promise<Buffer | null>;
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
  /** Telegram user ids of the owners, who may do everything, and let others look after the documents. */
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
  readonly administration: Administration;
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
