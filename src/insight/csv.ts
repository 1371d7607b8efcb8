import { stringify } from 'csv-stringify/sync';

import type { AskedQuestion } from './asked-question.ts';
import { createCalendar } from './days.ts';
import type { Calendar } from './days.ts';
import { masked } from './mask.ts';

const COLUMNS = [
  'time',
  'question',
  'question language',
  'answer language',
  'status',
  'vote',
  'reason',
  'document',
  'nearest document',
  'nearest sentence',
] as const;

/**
 * Questions as a table for spreadsheets: CSV with a byte order mark, by which Excel knows that it is UTF-8, a header, and CRLF. A cell that a
 * spreadsheet would take for a formula gets an apostrophe in front.
 *
 * Without identities: questions are masked, times are those of the hour, and those of one hour stand in the order of their letters, so that no
 * row can be put beside a message by when it was sent.
 */
export function toCsv(
  asked: Iterable<AskedQuestion>,
  { calendar = createCalendar() }: { calendar?: Calendar } = {},
): string {
  const rows = Array.from(asked, (one) => {
    const [nearest] = one.nearest;
    return [
      calendar.hourOf(one.at),
      masked(one.question),
      one.questionLanguage,
      one.language,
      one.status,
      one.vote ?? '',
      one.reason ?? '',
      one.document ?? '',
      nearest?.document ?? '',
      nearest?.quote ?? '',
    ];
  });
  const sorted = rows.toSorted((left, right) => compare(left.join('\t'), right.join('\t')));
  return stringify([[...COLUMNS], ...sorted], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
