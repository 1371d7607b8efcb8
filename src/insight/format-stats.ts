import type { Messages } from '../messages.ts';
import { OUTCOMES } from './stats.ts';
import type { Stats } from './stats.ts';
import { headingsOf, languageCount, shareOf } from './words.ts';

const BARS = '▁▂▃▄▅▆▇█';

/** Statistics as text, without a line break at the end; what is in the picture, but for the days, which are one line of bars. */
export function formatStats(stats: Stats, words: Messages): string {
  const lines = [words.text('insight-title'), ...headingsOf(stats, words)];
  if (stats.total.asked === 0) return lines.join('\n');
  return [
    ...lines,
    '',
    ...OUTCOMES.map((outcome) => shareOf(outcome, stats.total, words)),
    '',
    words.text('insight-by-language'),
    ...stats.languages.map((language) => languageCount(language, words)),
    '',
    words.text('insight-by-day', { line: barsOf(stats.days.map(({ asked }) => asked)) }),
  ].join('\n');
}

/** A character for each day; a day without a question is a dot. */
function barsOf(counts: readonly number[]): string {
  const most = Math.max(1, ...counts);
  return counts
    .map((count) => (count === 0 ? '·' : BARS.charAt(Math.ceil((count / most) * BARS.length) - 1)))
    .join('');
}
