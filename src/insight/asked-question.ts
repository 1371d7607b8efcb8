import type { AnswerLanguage, QuestionLanguage } from '../answering/answer.ts';

/** A sentence that an answer cites, or that came nearest where there was none. */
export interface NearSentence {
  /** The sentence's id. */
  readonly sentence: string;
  readonly document: string;
  /** Verbatim, as it was shown. */
  readonly quote: string;
}

/** What somebody asked, what came of it and what readers thought of that; nothing says who it was, but for what they wrote themselves. */
export interface AskedQuestion {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** As it was written: see masked in mask.ts. */
  readonly question: string;
  readonly questionLanguage: QuestionLanguage;
  /** The language of the answer. */
  readonly language: AnswerLanguage;
  readonly status: 'answered' | 'not-in-document';
  /** Where several readers voted, one that was against it counts. */
  readonly vote: 'up' | 'down' | null;
  /** Why it was voted down, as one of the buttons has it; null where nobody said. */
  readonly reason: string | null;
  /** The document that was asked alone; null: all of them. */
  readonly document: string | null;
  /** In the order of the answer. */
  readonly nearest: readonly NearSentence[];
}
