import { createCalendar, DAY_IN_MS, isDay } from '../../insight/days.ts';
import type { Period } from '../../insight/days.ts';
import { latinDigits } from '../latin-digits.ts';

/** What stands behind a command as a period: from the beginning of one day to the end of another. */
export type NamedPeriod =
  | (Period & { readonly from: string; readonly to: string })
  /** It isn't two days at most, or they stand the wrong way round. */
  | { readonly problem: 'date' | 'order' };

/**
 * Reads `2026-10-01 2026-10-31`, in any digits, also with / or . between them; the second day is today if it isn't given, and without the
 * first it is all that is kept. Days are those of UTC.
 */
export function periodNamed(
  text: string,
  { now, retentionInDays }: { readonly now: number; readonly retentionInDays: number },
): NamedPeriod {
  const calendar = createCalendar();
  const named = latinDigits(text).trim();
  const days = named === '' ? [] : named.split(/\s+/u).map(dayNamed);
  if (days.length > 2 || days.includes(null)) return { problem: 'date' };
  const [from = calendar.dayOf(now - retentionInDays * DAY_IN_MS), to = calendar.dayOf(now)] =
    days.filter((day) => day !== null);
  const [since, until] = [calendar.startOf(from), calendar.startOf(to) + DAY_IN_MS];
  return since < until ? { from, to, since, until } : { problem: 'order' };
}

/** A day of the calendar as `2026-10-01`; null where there is no such day. */
function dayNamed(text: string): string | null {
  const [, year = '', month = '', date = ''] =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/u.exec(text) ?? [];
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : null;
}
