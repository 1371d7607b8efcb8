import { FormattedString } from '@grammyjs/parse-mode';
import { InlineKeyboard } from 'grammy';
import type { Composer, Context } from 'grammy';

import { dateFor } from '../../answering/document-listing.ts';
import { DAY_IN_MS } from '../../insight/days.ts';
import type { Gap } from '../../insight/gaps.ts';
import type { Messages } from '../../messages.ts';
import { sentenceAddress } from '../address.ts';
import { REASONS } from '../answer-keyboard.ts';
import type { Desk } from '../desk.ts';
import { plain } from '../plain.ts';
import { splitMessage } from '../split-message.ts';
import { pageOf, pagesFeature } from './pages.ts';
import type { AdminPage } from './pages.ts';

const GAPS_SHOWN = 5;
/** In characters, so that a page is one message. */
const LONGEST = { label: 60, question: 100, quote: 80 };
const KNOWN_REASONS: ReadonlySet<string> = new Set([...REASONS, 'refused', 'unsaid']);

/** `/gaps`, for editors: what readers asked in vain, by topic, five at a time; nothing tells who asked. */
export function gapsFeature(desk: Desk): Composer<Context> {
  return pagesFeature(desk, {
    name: 'gaps',
    least: 'editor',
    page: async (ctx, number) => page(desk, ctx, number),
  });
}

/** Found anew for each page: what somebody had deleted meanwhile must not come again. */
async function page(desk: Desk, ctx: Context, number: number): Promise<AdminPage> {
  const { memory, administration, retentionInDays } = desk.parts;
  const words = desk.wordsFor(ctx);
  const until = desk.now() + 1;
  const asked = memory.insight.asked(until - retentionInDays * DAY_IN_MS, until);
  const gaps = await administration.gapsIn(asked);
  const keyboard = new InlineKeyboard();
  if (number > 0) keyboard.text(words.text('bot-button-previous'), pageOf('gaps', number - 1));
  const start = number * GAPS_SHOWN;
  if (gaps.length > start + GAPS_SHOWN) {
    keyboard.text(words.text('bot-button-next'), pageOf('gaps', number + 1));
  }
  const shown = gaps.slice(start, start + GAPS_SHOWN);
  if (shown.length === 0) return { text: plain(words.text('gaps-none')), keyboard };
  const count = gaps.reduce((sum, gap) => sum + gap.count, 0);
  const head = plain(words.text('gaps-head', { count }));
  const blocks = shown.map((gap, index) => block(desk, ctx, gap, start + index + 1));
  const [text = head] = splitMessage([head, ...blocks]);
  return { text, keyboard };
}

/** A topic: its words, how often and why it was asked in vain, as what, and what came nearest. */
function block(desk: Desk, ctx: Context, gap: Gap, number: number): FormattedString {
  const words = desk.wordsFor(ctx);
  const lastAsked = dateFor(gap.lastAsked, desk.languageFor(ctx)) ?? gap.lastAsked;
  const why = gap.why.map(({ reason, count }) =>
    words.text('insight-reason', { label: reasonText(words, reason), count }),
  );
  return FormattedString.join(
    [
      FormattedString.bold(
        words.text('gaps-topic', { number, label: short(gap.label, LONGEST.label) }),
      ),
      plain(words.text('gaps-asked', { count: gap.count, date: lastAsked })),
      plain(words.text('insight-gap-why', { reasons: why.join(words.text('insight-comma')) })),
      ...gap.examples.map(({ question, count }) =>
        plain(words.text('gaps-example', { question: short(question, LONGEST.question), count })),
      ),
      ...(gap.nearest.length === 0 ? [] : [plain(words.text('gaps-nearest'))]),
      ...gap.nearest.map(({ sentence, quote }) =>
        FormattedString.link(
          short(quote, LONGEST.quote),
          sentenceAddress(ctx.me.username, sentence),
        ),
      ),
    ],
    '\n',
  );
}

function reasonText(words: Messages, reason: string): string {
  return KNOWN_REASONS.has(reason) ? words.text(`insight-reason-${reason}`) : reason;
}

function short(text: string, length: number): string {
  const line = Array.from(text.replaceAll(/\s+/gu, ' ').trim());
  return line.length <= length ? line.join('') : `${line.slice(0, length - 1).join('')}…`;
}
