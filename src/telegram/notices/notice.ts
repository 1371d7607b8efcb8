import type { AnswerRecord, Follower, NewNotice, StaleAnswer } from '../memory.ts';
import type { SentenceChange } from './sentence-change.ts';

/** Answers that one reader is told of at once, the newest, which they may still rely on; then comes one notice that there are more. */
export const MOST_NOTICES = 5;

/** What a reader who follows the documents is told. */
export type NoticeContent =
  | {
      readonly kind: 'changed';
      /** The answer that may no longer hold. */
      readonly answer: number;
      readonly question: string;
      /** Its language; the notice's, where the reader never chose one. */
      readonly language: 'ckb' | 'en';
      readonly changes: readonly SentenceChange[];
    }
  | { readonly kind: 'more'; readonly count: number; readonly language: 'ckb' | 'en' };

/** An answer that may no longer hold, with what became of what it rests on. */
export interface ChangedAnswer extends StaleAnswer {
  readonly changes: readonly SentenceChange[];
}

/** What one who follows is to be told: a notice for each of the newest answers, and one for how many others there are. */
export function noticesOf(
  follower: Follower,
  {
    newest,
    others,
    at,
  }: {
    /** The newest first. */
    readonly newest: readonly ChangedAnswer[];
    readonly others: readonly StaleAnswer[];
    readonly at: number;
  },
): NewNotice[] {
  const noticeOf = (content: NoticeContent, told: readonly StaleAnswer[]): NewNotice => ({
    ...follower,
    content: JSON.stringify(content),
    at,
    about: told.flatMap(({ answer, gone }) =>
      gone.map(({ sentence }) => ({ answer: answer.id, sentence })),
    ),
  });
  const notices = newest.toReversed().map((told) => noticeOf(contentOf(told), [told]));
  const [other] = others;
  if (other === undefined) return notices;
  const { language } = other.answer;
  return [...notices, noticeOf({ kind: 'more', count: others.length, language }, others)];
}

/** The content of a notice as it was kept; null where it isn't one that this version wrote. */
export function readNotice(content: string): NoticeContent | null {
  try {
    const read: unknown = JSON.parse(content);
    return isContent(read) ? read : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function contentOf({ answer, changes }: ChangedAnswer): NoticeContent {
  const { id, question, language } = answer;
  const cited = citedIn(answer);
  return {
    kind: 'changed',
    answer: id,
    question,
    language,
    // What the answer cites beside it stood there before, and comes near by chance.
    changes: changes.map(({ from, to }) =>
      to !== null && cited.has(to.id) ? { from, to: null } : { from, to },
    ),
  };
}

function citedIn({ texts }: AnswerRecord): ReadonlySet<string> {
  const citations = Object.values(texts).flatMap((text) => text.citations);
  return new Set(citations.map(({ sentence }) => sentence));
}

function isContent(value: unknown): value is NoticeContent {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  if (value.kind === 'more') return 'count' in value && typeof value.count === 'number';
  return value.kind === 'changed' && 'changes' in value && Array.isArray(value.changes);
}
