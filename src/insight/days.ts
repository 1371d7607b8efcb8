export const DAY_IN_MS = 24 * 60 * 60 * 1000;

/** A time span: from `since` to before `until`, milliseconds since 1970. */
export interface Period {
  readonly since: number;
  readonly until: number;
}

/** The days of a time zone. A day is written `2026-11-22`. */
export interface Calendar {
  readonly timeZone: string;
  dayOf(time: number): string;
  /** The hour in which it was: `2026-11-22 15:00`. */
  hourOf(time: number): string;
  /** When a day begins. */
  startOf(day: string): number;
  /** The last so many days, up to the end of the one in which `now` is. */
  lastDays(count: number, now: number): Period;
  /** Every day that a period touches, in order; none of an empty one. */
  daysIn(period: Period): string[];
}

/** @param timeZone an IANA name. @throws {RangeError} where there is no such time zone. */
export function createCalendar(timeZone = 'UTC'): Calendar {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  /** What the clocks show, as if it were the time in UTC; to the second. */
  const shown = (time: number): number => {
    if (timeZone === 'UTC') return time;
    const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, value]));
    const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
    return Date.parse(
      `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}Z`,
    );
  };
  const dayOf = (time: number): string => dayAt(shown(time));
  const startOf = (day: string): number => {
    const midnight = Date.parse(day);
    // The second look is for where the clocks change between the two.
    const first = midnight - (shown(midnight) - midnight);
    return first - (shown(first) - midnight);
  };
  return {
    timeZone,
    dayOf,
    hourOf: (time) => `${new Date(shown(time)).toISOString().slice(0, 13).replace('T', ' ')}:00`,
    startOf,
    lastDays(count, now) {
      const today = Date.parse(dayOf(now));
      return {
        since: startOf(dayAt(today - (count - 1) * DAY_IN_MS)),
        until: startOf(dayAt(today + DAY_IN_MS)),
      };
    },
    daysIn({ since, until }) {
      if (until <= since) return [];
      const first = Date.parse(dayOf(since));
      const last = Date.parse(dayOf(until - 1));
      return Array.from({ length: (last - first) / DAY_IN_MS + 1 }, (_, index) =>
        dayAt(first + index * DAY_IN_MS),
      );
    },
  };
}

/** Whether a text is a day of the calendar, such as `2026-11-22`; `2026-02-30`, which parsers take for a day of March, is none. */
export function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && dayAt(time) === text;
}

/** The day of a time in UTC. */
function dayAt(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
