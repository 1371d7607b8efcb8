import type { QuestionLanguage } from '../answering/answer.ts';
import type { AskedQuestion } from './asked-question.ts';
import { createCalendar } from './days.ts';
import type { Calendar, Period } from './days.ts';

/** What came of a question: what a reader voted down is neither answered nor refused, whatever it was before. */
export const OUTCOMES = ['answered', 'refused', 'down'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** How many questions there were, and what came of them; the outcomes add up to `asked`. */
export type Tally = Readonly<Record<Outcome | 'asked', number>>;

interface DayTally extends Tally {
  /** `2026-11-22`, in the time zone of the statistics. */
  readonly day: string;
}

interface LanguageTally extends Tally {
  readonly language: QuestionLanguage;
}

/** What was asked in a period. */
export interface Stats extends Period {
  readonly timeZone: string;
  /** Every day of the period, in order, also those on which nobody asked. */
  readonly days: readonly DayTally[];
  /** How questions were written, the most frequent first; those of no question aren't there. */
  readonly languages: readonly LanguageTally[];
  readonly total: Tally;
  /** Of all questions, 0 to 1; null where there are none. */
  readonly shares: Readonly<Record<Outcome, number>> | null;
  /** The median of questions a day; 0 of no day. */
  readonly medianPerDay: number;
}

export function outcomeOf({ vote, status }: Pick<AskedQuestion, 'vote' | 'status'>): Outcome {
  if (vote === 'down') return 'down';
  return status === 'answered' ? 'answered' : 'refused';
}

/** Counts questions by day and by language; those outside of the period are left out. The calendar is that of UTC if it isn't given. */
export function summarise(
  asked: Iterable<AskedQuestion>,
  { since, until, calendar = createCalendar() }: Period & { calendar?: Calendar },
): Stats {
  const days = new Map(calendar.daysIn({ since, until }).map((day) => [day, newTally()]));
  const languages = new Map<QuestionLanguage, MutableTally>();
  const total = newTally();
  for (const question of asked) {
    if (question.at < since || question.at >= until) continue;
    const outcome = outcomeOf(question);
    const language = languages.get(question.questionLanguage) ?? newTally();
    languages.set(question.questionLanguage, language);
    for (const tally of [total, language, days.get(calendar.dayOf(question.at))]) {
      if (tally === undefined) continue;
      tally.asked += 1;
      tally[outcome] += 1;
    }
  }
  return {
    since,
    until,
    timeZone: calendar.timeZone,
    days: Array.from(days, ([day, tally]) => ({ day, ...tally })),
    languages: Array.from(languages, ([language, tally]) => ({ language, ...tally })).toSorted(
      (left, right) => right.asked - left.asked || (left.language < right.language ? -1 : 1),
    ),
    total,
    shares: sharesOf(total),
    medianPerDay: median(Array.from(days.values(), (tally) => tally.asked)),
  };
}

type MutableTally = Record<Outcome | 'asked', number>;

function newTally(): MutableTally {
  return { asked: 0, answered: 0, refused: 0, down: 0 };
}

function sharesOf({ asked, answered, refused, down }: Tally): Stats['shares'] {
  if (asked === 0) return null;
  return { answered: answered / asked, refused: refused / asked, down: down / asked };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const [before = 0, at = 0] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 0 ? (before + at) / 2 : at;
}
