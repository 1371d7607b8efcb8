import type { Messages } from '../messages.ts';
import type { Gap } from './gaps.ts';
import { dateOf } from './words.ts';

/** Where a quote is cut off, in letters. */
const QUOTE_LETTERS = 140;

/** What readers asked in vain as text, at most `most` topics, without a line break at the end. */
export function formatGaps(
  gaps: readonly Gap[],
  words: Messages,
  { most, title }: { most: number; title: (document: string) => string },
): string {
  if (gaps.length === 0) return words.text('insight-no-gaps');
  const shown = gaps.slice(0, most);
  return [
    words.text('insight-gaps-title'),
    ...shown.map((gap, index) => formatGap(gap, index + 1, words, title)),
    ...(gaps.length > shown.length
      ? [words.text('insight-gaps-more', { count: gaps.length - shown.length })]
      : []),
  ].join('\n\n');
}

function formatGap(
  { label, count, why, examples, lastAsked, nearest }: Gap,
  place: number,
  words: Messages,
  title: (document: string) => string,
): string {
  const reasons = why.map((one) => formatReason(one, words)).join(words.text('insight-comma'));
  const [near] = nearest;
  return [
    words.text('insight-gap', { place, label, count, date: dateOf(lastAsked) }),
    words.text('insight-gap-why', { reasons }),
    ...examples.map(({ question }) => words.text('insight-gap-example', { question })),
    ...(near === undefined
      ? []
      : [
          words.text('insight-gap-nearest', {
            quote: shortened(near.quote),
            document: title(near.document),
          }),
        ]),
  ].join('\n');
}

/** The reasons that have words; what a later version of the bot offers is shown as it is. */
const REASONS = new Set([
  'refused',
  'wrong',
  'beside',
  'incomplete',
  'unclear',
  'missing',
  'unsaid',
]);

function formatReason({ reason, count }: Gap['why'][number], words: Messages): string {
  const label = REASONS.has(reason) ? words.text(`insight-reason-${reason}`) : reason;
  return words.text('insight-reason', { label, count });
}

function shortened(quote: string): string {
  const letters = Array.from(quote.replaceAll(/\s+/gu, ' '));
  return letters.length <= QUOTE_LETTERS
    ? letters.join('')
    : `${letters.slice(0, QUOTE_LETTERS).join('')}…`;
}
