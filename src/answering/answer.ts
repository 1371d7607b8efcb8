import type { Citation } from '../corpus/citation.ts';
import type { DocumentId, Span } from '../corpus/document.ts';

/** Part of the shape of an answer, so the front ends, which don't see the corpus, have it from here. */
export type { Citation } from '../corpus/citation.ts';

/** The languages an answer can be written in. */
export type AnswerLanguage = 'ckb' | 'en';

/** What a reader may ask for: a language of answers, or "as the question". */
export type LanguageChoice = AnswerLanguage | 'auto';

/** How a question is written: Sorani in Arabic letters, Sorani in Latin letters, English, or none of them. */
export type QuestionLanguage = 'ckb' | 'ckb-Latn' | 'en' | 'other';

/** One answer; the shape of `ask --json` less `id` and `elapsedMs`, and with `emphasis`. */
export interface Answer {
  readonly question: string;
  readonly questionLanguage: QuestionLanguage;
  readonly language: AnswerLanguage;
  readonly status: 'answered' | 'not-in-document';
  /** 0 to 1: the calibrated probability that the documents answer the question. */
  readonly confidence: number;
  readonly answer: string;
  readonly citations: readonly Citation[];
  /** Whether the answer is made of the document's own sentences, or a model wrote it. */
  readonly composer: 'extractive' | 'model';
  /** What of the answer says it shortest, to be set in bold: spans of `answer` in UTF-16 code units. Not in `ask --json`. */
  readonly emphasis: readonly Span[];
  /** Why the extractive composer answered although a model was wanted, or words alone found it although embeddings were; null else. */
  readonly degraded: { readonly cause: string } | null;
}

/** A question with what is needed to understand it. */
export interface Question {
  readonly text: string;
  /** Earlier questions of the same conversation, oldest first. */
  readonly history?: readonly string[];
  /** Default `auto`. */
  readonly language?: LanguageChoice;
  /** Only this document. Default: all. */
  readonly document?: DocumentId;
}

/** What may be given with a question. */
export interface AnswerOptions {
  /** Ends whatever is under way for it; its reason is what the answer rejects with. */
  readonly signal?: AbortSignal;
  /** Called with all that stands so far of an answer that is still being written: proven sentences only. */
  readonly onDraft?: (draft: string) => void;
}

/** The port through which every front end asks. */
export interface Answerer {
  /** @throws {UnknownDocumentError} if `question.document` is not in the index. */
  answer(question: Question, options?: AnswerOptions): Promise<Answer>;
}
