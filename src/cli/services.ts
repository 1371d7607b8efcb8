import type { Answer, AnswerLanguage, Answerer } from '../answering/answer.ts';
import type { DocumentId } from '../corpus/document.ts';
import type { Curator } from '../curation/curator.ts';
import type { EvaluationReport } from '../evaluation/report.ts';
import type { EvaluationOptions } from '../evaluation/run-evaluation.ts';
import type { AskedQuestion } from '../insight/asked-question.ts';
import type { Calendar, Period } from '../insight/days.ts';
import type { Gap } from '../insight/gaps.ts';
import type { Messages } from '../messages.ts';
import type { QuoteCheck, QuoteChecker } from '../proof/quote-check.ts';
import type { Step } from '../release/prepare.ts';
import type { ReleaseOutcome, RollbackOutcome, SnapshotInfo } from '../release/release.ts';
import type { Hit } from '../retrieval/search.ts';

/** An open index, ready for questions. */
export interface OpenIndex {
  readonly answerer: Answerer;
  /** @throws {UnknownDocumentError} if `document` is not in the index. */
  readonly search: (
    query: string,
    options: { top: number; document?: DocumentId | undefined },
  ) => Promise<readonly Hit[]>;
  /** A quiet line for the reader of an answer; null for most. */
  readonly note: (answer: Answer) => string | null;
  /** Checks what is said to be a quote, and puts what came of it into words. */
  readonly quotes: QuoteChecker & { format(check: QuoteCheck): string };
  /** A document's Sorani and English title. */
  readonly title: (document: DocumentId) => { readonly ckb: string; readonly en: string };
}

/** What readers asked the bot, which may be running meanwhile. */
export interface OpenInsight {
  /** Oldest first. */
  asked(period: Period): Iterable<AskedQuestion>;
  gaps(asked: Iterable<AskedQuestion>, calendar: Calendar): Promise<Gap[]>;
  readonly words: Readonly<Record<AnswerLanguage, Messages>>;
  close(): void;
}

/** The documents, to be taken in and out. */
export interface OpenDocuments {
  readonly curator: Curator;
  /** Of documents.ftl. */
  readonly words: Messages;
  /** Puts down what was done, for the owners of a bot to read. */
  readonly record: (action: string, detail: string) => Promise<void>;
}

/** One thing that `doctor` looked at. */
export interface Check {
  readonly name: 'settings' | 'index' | 'data' | 'telegram' | 'model';
  readonly status: 'ok' | 'not configured' | 'failed';
  /** What was found, and on failure the remedy. */
  readonly detail: string;
}

/** How to bring the index up to date. */
interface UpdateOptions {
  /** Also where nothing has changed. */
  readonly force: boolean;
  /** Also where the new one answers worse. */
  readonly accept: boolean;
  readonly onProgress?: ((step: Step) => void) | undefined;
}

/** What the commands rest on; the entry file wires it. */
export interface Services {
  openIndex(): Promise<OpenIndex>;
  updateIndex(options: UpdateOptions): Promise<ReleaseOutcome>;
  /** Serves an earlier snapshot; the one before the serving one where none is named. */
  rollback(to: string | undefined): Promise<RollbackOutcome>;
  /** The newest first. */
  snapshots(): Promise<readonly SnapshotInfo[]>;
  openDocuments(): Promise<OpenDocuments>;
  evaluate(options: EvaluationOptions): Promise<EvaluationReport>;
  /** @throws {PirsyarError} where there is nothing yet, or it can't be read. */
  openInsight(): Promise<OpenInsight>;
  diagnose(): Promise<readonly Check[]>;
  /** The terminal conversation; resolves to the exit code. */
  startRepl(): Promise<number>;
  /** The bot, or without a token the terminal conversation; resolves to the exit code when it has stopped. */
  startBot(): Promise<number>;
}
