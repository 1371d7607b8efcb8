import { describe, expect, it } from 'vitest';

import { createCalendar } from '../../src/insight/days.ts';
import { formatStats } from '../../src/insight/format-stats.ts';
import { summarise } from '../../src/insight/stats.ts';
import { asked, DAY, insightWords, NOON } from './fixtures.ts';

const period = createCalendar().lastDays(4, NOON);
const QUESTIONS = [
  asked(),
  asked({ questionLanguage: 'en', vote: 'up' }),
  asked({ at: NOON - DAY, status: 'not-in-document' }),
  asked({ at: NOON - 3 * DAY, vote: 'down', reason: 'wrong' }),
  asked({ at: NOON - 3 * DAY, status: 'not-in-document', vote: 'down' }),
  asked({ at: period.since - 1 }),
  asked({ at: period.until }),
];

describe('statistics', () => {
  it('count by day and by language, each question once', () => {
    const stats = summarise(QUESTIONS, period);
    expect(stats.days).toEqual([
      { day: '2026-11-19', asked: 2, answered: 0, refused: 0, down: 2 },
      { day: '2026-11-20', asked: 0, answered: 0, refused: 0, down: 0 },
      { day: '2026-11-21', asked: 1, answered: 0, refused: 1, down: 0 },
      { day: '2026-11-22', asked: 2, answered: 2, refused: 0, down: 0 },
    ]);
    expect(stats.languages).toEqual([
      { language: 'ckb', asked: 4, answered: 1, refused: 1, down: 2 },
      { language: 'en', asked: 1, answered: 1, refused: 0, down: 0 },
    ]);
    expect(stats.total).toEqual({ asked: 5, answered: 2, refused: 1, down: 2 });
    expect(stats.shares).toEqual({ answered: 0.4, refused: 0.2, down: 0.4 });
    expect(stats.medianPerDay).toBe(1.5);
  });

  it('count by the days of a time zone', () => {
    const calendar = createCalendar('Pacific/Auckland');
    const { days } = summarise([asked()], { ...calendar.lastDays(1, NOON), calendar });
    expect(days.map(({ day, asked: count }) => [day, count])).toEqual([['2026-11-23', 1]]);
  });

  it('of nothing have days, and no shares', () => {
    const stats = summarise([], period);
    expect(stats.days).toHaveLength(4);
    expect(stats).toMatchObject({ shares: null, medianPerDay: 0, languages: [] });
  });
});

describe('statistics as text', () => {
  it('say in English what was asked', () => {
    expect(formatStats(summarise(QUESTIONS, period), insightWords('en'))).toBe(`What readers asked
November 19, 2026 – November 22, 2026
5 questions
median: 1.5 a day

Answered: 2 (40%)
Not in the documents: 1 (20%)
Voted down: 2 (40%)

By language
Sorani: 4
English: 1

By day: █·▄█`);
  });

  it('say it in Sorani, with its own digits', () => {
    const text = formatStats(summarise(QUESTIONS, period), insightWords('ckb'));
    expect(text).toContain('٥ پرسیار');
    expect(text).toContain('وەڵام دراونەتەوە: ٢ (٤٠٪)');
  });

  it('say that nobody asked', () => {
    const text = formatStats(summarise([], period), insightWords('en'));
    expect(text.split('\n').at(-1)).toBe('Nobody asked anything in these days.');
  });
});
