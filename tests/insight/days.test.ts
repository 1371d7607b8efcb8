import { describe, expect, it } from 'vitest';

import { createCalendar, isDay } from '../../src/insight/days.ts';
import { DAY, NOON } from './fixtures.ts';

const HOUR = DAY / 24;

describe('a calendar', () => {
  it.each([
    ['UTC', Date.UTC(2026, 10, 22, 23, 59), '2026-11-22', '2026-11-22 23:00'],
    ['Asia/Baghdad', Date.UTC(2026, 10, 22, 21, 0), '2026-11-23', '2026-11-23 00:00'],
    ['America/New_York', Date.UTC(2026, 10, 22, 4, 59), '2026-11-21', '2026-11-21 23:00'],
    ['Asia/Kathmandu', Date.UTC(2026, 10, 22, 18, 15), '2026-11-23', '2026-11-23 00:00'],
  ])('of %s knows day and hour', (zone, time, day, hour) => {
    const calendar = createCalendar(zone);
    expect([calendar.dayOf(time), calendar.hourOf(time)]).toEqual([day, hour]);
    expect(calendar.dayOf(calendar.startOf(day))).toBe(day);
    expect(calendar.dayOf(calendar.startOf(day) - 1)).not.toBe(day);
  });

  it('has a day of 23 and one of 25 hours where clocks change', () => {
    const calendar = createCalendar('Europe/Berlin');
    expect(calendar.startOf('2026-03-30') - calendar.startOf('2026-03-29')).toBe(23 * HOUR);
    expect(calendar.startOf('2026-10-26') - calendar.startOf('2026-10-25')).toBe(25 * HOUR);
  });

  it('gives the last days, today among them, and every day of a period', () => {
    const calendar = createCalendar('Asia/Baghdad');
    const period = calendar.lastDays(3, NOON);
    expect(calendar.daysIn(period)).toEqual(['2026-11-20', '2026-11-21', '2026-11-22']);
    expect(period.until - period.since).toBe(3 * DAY);
    expect(calendar.daysIn({ since: NOON, until: NOON })).toEqual([]);
    expect(calendar.daysIn({ since: NOON, until: NOON + 1 })).toEqual(['2026-11-22']);
  });

  it('of no time zone is refused', () => {
    expect(() => createCalendar('Asia/Hewler')).toThrow(RangeError);
  });
});

describe('a day', () => {
  it.each(['2026-02-30', '2026-13-01', '2026-1-1', '22.11.2026', ''])('is not %j', (text) => {
    expect(isDay(text)).toBe(false);
  });

  it.each(['2026-11-22', '2024-02-29'])('is %s', (text) => {
    expect(isDay(text)).toBe(true);
  });
});
