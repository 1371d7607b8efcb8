import { describe, expect, it } from 'vitest';

import { toCsv } from '../../src/insight/csv.ts';
import { createCalendar } from '../../src/insight/days.ts';
import { asked, NOON, refused } from './fixtures.ts';

const MINUTE = 60_000;

describe('an export', () => {
  it('is a table that spreadsheets read, without who asked and without the minute', () => {
    const csv = toCsv(
      [
        refused('بنێرە بۆ @azad_h، "تکایە"', { at: NOON + 50 * MINUTE, nearest: [] }),
        asked({ question: 'Who,\nthen?', at: NOON + 59 * MINUTE, document: 'statement' }),
        asked({ question: '=1+1', at: NOON + 61 * MINUTE, vote: 'down', reason: 'wrong' }),
      ],
      { calendar: createCalendar('Asia/Baghdad') },
    );
    expect(csv).toBe(
      [
        '\uFEFFtime,question,question language,answer language,status,vote,reason,document,nearest document,nearest sentence',
        '2026-11-22 15:00,"Who,\nthen?",ckb,ckb,answered,,,statement,statement,شاندەکە گەیشتە واشنتن.',
        '2026-11-22 15:00,"بنێرە بۆ ‹…›، ""تکایە""",ckb,ckb,not-in-document,,,,,',
        "2026-11-22 16:00,'=1+1,ckb,ckb,answered,down,wrong,,statement,شاندەکە گەیشتە واشنتن.",
        '',
      ].join('\r\n'),
    );
  });

  it('gives those of one hour in the order of their letters', () => {
    const rows = ['b', 'c', 'a'].map((question, minute) => asked({ question, at: NOON + minute }));
    expect(toCsv(rows).match(/(?<=:00,)./gu)).toEqual(['a', 'b', 'c']);
  });

  it('of nothing is a header', () => {
    expect(toCsv([]).split('\r\n')).toHaveLength(2);
  });
});
