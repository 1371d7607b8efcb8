import { Composer, InlineKeyboard, InputFile } from 'grammy';
import type { Context } from 'grammy';

import type { AskedQuestion } from '../../insight/asked-question.ts';
import { createCalendar } from '../../insight/days.ts';
import { formatStats } from '../../insight/format-stats.ts';
import { inTurns } from '../../insight/in-turns.ts';
import { OUTCOMES, summarise } from '../../insight/stats.ts';
import type { Stats } from '../../insight/stats.ts';
import { headingsOf, shareOf } from '../../insight/words.ts';
import type { Messages } from '../../messages.ts';
import { acknowledge, unlessRefused } from '../delivery.ts';
import type { Desk } from '../desk.ts';
import { failureFields } from '../failures.ts';
import { plain } from '../plain.ts';
import type { AdminChat } from './admin-chat.ts';
import { adminButton, adminCommand } from './gate.ts';

/** The periods of the buttons, in days. */
const PERIODS = [7, 30, 90] as const;
const DEFAULT_PERIOD = 30;

/** `/stats`, for editors: a picture of what was asked, or its text where none can be drawn; buttons put another period in its place. */
export function statsFeature(desk: Desk): Composer<Context> {
  const feature = new Composer();
  feature.use(
    adminCommand(desk, 'stats', 'editor', async (ctx, chat) => {
      const shown = await statsShown(desk, ctx, DEFAULT_PERIOD);
      if (shown.picture === null) await chat.send([plain(shown.text)], shown.keyboard);
      else await chat.sendPhoto(shown.picture, shown.caption, shown.keyboard);
    }),
    adminButton(desk, /^stats:(7|30|90)$/u, 'editor', async (ctx, chat) => {
      await acknowledge(ctx);
      await replace(ctx, chat, await statsShown(desk, ctx, Number(ctx.match[1])));
    }),
  );
  return feature;
}

interface Shown {
  /** Null where none can be drawn. */
  readonly picture: InputFile | null;
  /** Stands below the picture. */
  readonly caption: string;
  /** Stands in its place. */
  readonly text: string;
  readonly keyboard: InlineKeyboard;
}

async function statsShown(desk: Desk, ctx: Context, days: number): Promise<Shown> {
  const words = desk.wordsFor(ctx);
  const isSorani = desk.languageFor(ctx) === 'ckb';
  const directed = (text: string): string => (isSorani ? rightToLeft(text) : text);
  const period = createCalendar().lastDays(days, desk.now());
  const asked = await counted(desk.parts.memory.insight.asked(period.since, period.until));
  const stats = summarise(asked, period);
  return {
    picture: await drawn(desk, ctx, stats),
    caption: directed(captionOf(stats, words)),
    text: directed(formatStats(stats, words)),
    keyboard: InlineKeyboard.from([
      PERIODS.map((count) =>
        InlineKeyboard.text(words.text('stats-days', { days: count }), `stats:${count}`),
      ),
    ]),
  };
}

/** What counts of questions. */
async function counted(asked: Iterable<AskedQuestion>): Promise<AskedQuestion[]> {
  const read: AskedQuestion[] = [];
  for await (const one of inTurns(asked)) read.push({ ...one, question: '', nearest: [] });
  return read;
}

async function drawn(desk: Desk, ctx: Context, stats: Stats): Promise<InputFile | null> {
  const { administration, log } = desk.parts;
  try {
    const picture = await administration.picture(stats, desk.languageFor(ctx));
    return picture === null ? null : new InputFile(picture, 'stats.png');
  } catch (error) {
    log.error('The statistics could not be drawn.', failureFields(error));
    return null;
  }
}

/** The totals in words, for those who can't see the picture. */
function captionOf(stats: Stats, words: Messages): string {
  const { total } = stats;
  const shares = total.asked === 0 ? [] : OUTCOMES.map((one) => shareOf(one, total, words));
  return [...headingsOf(stats, words), ...shares].join('\n');
}

/** Begins lines with a mark where they begin with an isolate: Telegram's apps would take them for left-to-right. */
function rightToLeft(text: string): string {
  return text.replaceAll(/^(?=\u2068)/gmu, '\u200F');
}

/** Puts it in the place of what was tapped; where one is a picture and the other a text, below it. */
async function replace(
  ctx: Context,
  chat: AdminChat,
  { picture, caption, text, keyboard }: Shown,
): Promise<void> {
  const message = ctx.callbackQuery?.message;
  const isPicture = message !== undefined && 'photo' in message;
  if (picture === null) {
    if (message === undefined || isPicture) await chat.send([plain(text)], keyboard);
    else await chat.edit(message.message_id, plain(text), keyboard);
  } else if (isPicture) {
    const media = { type: 'photo', media: picture, caption } as const;
    await unlessRefused(async () =>
      ctx.api.editMessageMedia(chat.id, message.message_id, media, { reply_markup: keyboard }),
    );
  } else {
    await chat.sendPhoto(picture, caption, keyboard);
  }
}
