import type { Span } from '../corpus/document.ts';
import type { Messages } from '../messages.ts';
import type { Snapshot } from '../retrieval/snapshot.ts';
import type { AnswerLanguage, Citation } from './answer.ts';
import type { InEnglish } from './in-english.ts';
import type { Matcher } from './matcher.ts';

/** The words of an answer and the sentences it rests on. */
export interface Composition {
  readonly answer: string;
  readonly citations: readonly Citation[];
  /** What of the answer is set in bold; spans of it in UTF-16 code units. */
  readonly emphasis: readonly Span[];
}

/** What composing needs to know. */
export interface ComposeContext {
  readonly snapshot: Snapshot;
  readonly matcher: Matcher;
  readonly language: AnswerLanguage;
  readonly messages: Messages;
}

/** What making an answer needs to know besides. */
export interface ExtractiveContext extends ComposeContext {
  /** For readers of English where there is no rendition. */
  readonly inEnglish: InEnglish;
}
