import { FluentDateTime } from '@fluent/bundle';

import type { QuestionLanguage } from '../answering/answer.ts';
import type { Messages } from '../messages.ts';
import type { Outcome, Stats, Tally } from './stats.ts';

/** A day (`2026-11-22`) as messages take it, whatever the time zone of the process. */
export function dateOf(day: string): FluentDateTime {
  return new FluentDateTime(Date.parse(day), { timeZone: 'UTC' });
}

/** What stands under the title, each a text of its own: the days, how many questions, how many a day. */
export function headingsOf(stats: Stats, words: Messages): readonly string[] {
  const [first, last] = [stats.days[0]?.day, stats.days.at(-1)?.day];
  const { asked } = stats.total;
  return [
    ...(first === undefined || last === undefined
      ? []
      : [words.text('insight-period', { from: dateOf(first), to: dateOf(last) })]),
    ...(asked === 0
      ? [words.text('insight-nobody')]
      : [
          words.text('insight-asked', { count: asked }),
          words.text('insight-median', { count: stats.medianPerDay }),
        ]),
  ];
}

/** An outcome with its number and its share. */
export function shareOf(outcome: Outcome, tally: Tally, words: Messages): string {
  const count = tally[outcome];
  const percent = tally.asked === 0 ? 0 : (100 * count) / tally.asked;
  return words.text('insight-share', { label: words.text(`insight-${outcome}`), count, percent });
}

/** A language with the number of its questions. */
export function languageCount(
  { language, asked }: { readonly language: QuestionLanguage; readonly asked: number },
  words: Messages,
): string {
  const label = words.text(`insight-language-${language}`);
  return words.text('insight-count-of', { label, count: asked });
}
