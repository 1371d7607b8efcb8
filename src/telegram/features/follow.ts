import { Composer, InlineKeyboard } from 'grammy';
import type { Context } from 'grammy';

import { ask } from '../ask.ts';
import { acknowledge, deliver, say } from '../delivery.ts';
import type { Desk } from '../desk.ts';
import { STOP_FOLLOWING } from '../notices/notice-message.ts';
import { isPrivate, readerOf } from '../place.ts';
import { plain } from '../plain.ts';

const BEGIN_FOLLOWING = 'follow:on';

/**
 * `/follow`: the reader is told, in their private chat, when a sentence changes that an answer of theirs rests on; a button ends that and
 * begins it again. The buttons below what they are told ask the question anew, wherever it was asked.
 */
export function followFeature(desk: Desk): Composer<Context> {
  const { followers, answers } = desk.parts.memory;
  const feature = new Composer();
  feature.command('follow', async (ctx) => {
    const words = desk.wordsFor(ctx);
    const reader = readerOf(ctx);
    if (reader <= 0) {
      await say(ctx, words.text('follow-nobody'));
      return;
    }
    const follows = followers.follows(reader);
    // The private chat with a person has their number.
    if (!follows) followers.follow(reader, reader, desk.now());
    if (!followers.follows(reader)) {
      await say(ctx, words.text('follow-not-kept'));
      return;
    }
    const text = words.text(follows ? 'follow-already' : 'follow-begun');
    if (isPrivate(ctx)) await say(ctx, text, button(desk, ctx, true));
    else
      await say(ctx, `${text}\n${words.text('follow-privately', { name: `@${ctx.me.username}` })}`);
  });
  feature.callbackQuery([STOP_FOLLOWING, BEGIN_FOLLOWING], async (ctx) => {
    const reader = readerOf(ctx);
    const follows = ctx.callbackQuery.data === BEGIN_FOLLOWING;
    if (follows) followers.follow(reader, reader, desk.now());
    else followers.unfollow(reader);
    await acknowledge(ctx);
    const text = desk.wordsFor(ctx).text(follows ? 'follow-begun' : 'follow-ended');
    await deliver(ctx, [plain(text)], { keyboard: button(desk, ctx, follows) });
  });
  feature.callbackQuery(/^again:([0-9a-z]{1,11})$/u, async (ctx) => {
    const record = answers.find(Number.parseInt(ctx.match[1] ?? '', 36));
    if (record === null || record.reader !== readerOf(ctx)) {
      await acknowledge(ctx, desk.wordsFor(ctx).text('bot-answer-gone'));
      return;
    }
    await acknowledge(ctx);
    const { question: text, history } = record;
    await ask(desk, ctx, { text, history, tapped: true });
  });
  return feature;
}

function button(desk: Desk, ctx: Context, follows: boolean): InlineKeyboard {
  const key = follows ? 'follow-button-stop' : 'follow-button-begin';
  return new InlineKeyboard().text(
    desk.wordsFor(ctx).text(key),
    follows ? STOP_FOLLOWING : BEGIN_FOLLOWING,
  );
}
