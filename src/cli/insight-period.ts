import { UsageError } from '../errors.ts';
import { createCalendar, isDay } from '../insight/days.ts';
import type { Calendar, Period } from '../insight/days.ts';

/** The options by which commands say of which days. */
export interface PeriodOptions {
  readonly days: number;
  readonly since?: string;
  readonly until?: string;
  readonly timeZone: string;
}

/** The days that are meant, the first and the last included, up to today if nothing else is said. @throws {UsageError} */
export function periodOf(
  { days, since, until, timeZone }: PeriodOptions,
  now: number,
): { period: Period; calendar: Calendar } {
  const calendar = calendarOf(timeZone);
  const last = until === undefined ? now : calendar.startOf(dayIn(until));
  const period = calendar.lastDays(days, last);
  if (since === undefined) return { period, calendar };
  const first = calendar.startOf(dayIn(since));
  if (first >= period.until) throw new UsageError(`${since} is after the last of the days.`);
  return { period: { since: first, until: period.until }, calendar };
}

function calendarOf(timeZone: string): Calendar {
  try {
    return createCalendar(timeZone);
  } catch (cause) {
    throw new UsageError(`There is no time zone "${timeZone}": write Asia/Baghdad, or UTC.`, {
      cause,
    });
  }
}

function dayIn(value: string): string {
  if (isDay(value)) return value;
  throw new UsageError(`"${value}" is no day: write 2026-11-22.`);
}

/** The days of a period as JSON has them. */
export function printedPeriod(
  period: Period,
  calendar: Calendar,
): { from: string; to: string; timeZone: string } {
  const from = calendar.dayOf(period.since);
  const to = calendar.dayOf(period.until - 1);
  return { from, to, timeZone: calendar.timeZone };
}
