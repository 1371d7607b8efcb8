import { Composer } from 'grammy';
import type { Context } from 'grammy';

import { say } from '../delivery.ts';
import type { Desk } from '../desk.ts';

const OUTSIDE: ReadonlySet<string> = new Set(['left', 'kicked']);

/** Tells a group that took the bot in how to ask it. */
export function membershipFeature(desk: Desk): Composer<Context> {
  const feature = new Composer();
  feature.on('my_chat_member', async (ctx) => {
    const { chat, old_chat_member: before, new_chat_member: now } = ctx.myChatMember;
    const isGroup = chat.type === 'group' || chat.type === 'supergroup';
    if (!isGroup || !OUTSIDE.has(before.status) || OUTSIDE.has(now.status)) return;
    const mention = `@${ctx.me.username}`;
    await say(ctx, desk.wordsFor(ctx).text('bot-group-greeting', { mention }));
  });
  return feature;
}
