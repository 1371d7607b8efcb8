import { Composer, InlineKeyboard } from 'grammy';
import type { Context, MiddlewareFn } from 'grammy';
import type { Message } from 'grammy/types';

import { freeText, repliedText } from '../addressed.ts';
import { acknowledge } from '../delivery.ts';
import type { Desk } from '../desk.ts';
import { isPrivate } from '../place.ts';
import { plain } from '../plain.ts';
import { askerOf } from './asker.ts';
import type { Asker } from './asker.ts';
import { adminButton, adminCommand, mayDo } from './gate.ts';
import { receiveFile, receiveText } from './receive.ts';
import { answerTap, tappedBy } from './tapped.ts';
import type { Tapped } from './tapped.ts';
import { written } from './written.ts';

/** `/add`: with a text behind it, as a reply to a file or a text, or alone, for a text that comes in as many messages as it takes. */
export function pasteFeature(desk: Desk): Composer<Context> {
  const feature = new Composer();
  feature.use(
    adminCommand(desk, 'add', 'editor', async (ctx) => {
      const replied: Message | undefined = ctx.msg.reply_to_message;
      const text = ctx.match.trim() === '' ? repliedText(ctx.msg) : ctx.match;
      if (replied?.document !== undefined) await receiveFile(desk, ctx, replied.document);
      else if (text.trim() !== '') await receiveText(desk, ctx, text);
      else await beginPaste(desk, askerOf(desk, ctx));
    }),
  );
  feature.use(
    adminButton(desk, /^paste:(done|cancel)$/u, 'editor', async (ctx) => {
      await acknowledge(ctx);
      if (ctx.match[1] === 'done') await endPaste(desk, ctx);
      else await cancelPaste(desk, tappedBy(desk, ctx));
    }),
  );
  return feature;
}

/** What an admin who has begun to paste sends next, until it is done: no question, whatever it says. */
export function pastedFeature(desk: Desk): MiddlewareFn {
  const { pasted } = desk.parts.administration.curator;
  return async (ctx, next) => {
    const text = isPrivate(ctx) ? freeText(ctx) : null;
    if (text === null || !mayDo(desk, ctx, 'editor')) {
      await next();
      return;
    }
    const asker = askerOf(desk, ctx);
    const count = await written(desk, asker, async () => ({
      parts: await pasted.add(asker.id, { message: ctx.msgId ?? 0, text }),
    }));
    if (count?.parts === null) await next();
    else if (count !== null) {
      const words = asker.words.text('paste-continued', { count: count.parts });
      await asker.chat.send([plain(words)], pasteButtons(asker));
    }
  };
}

async function beginPaste(desk: Desk, asker: Asker): Promise<void> {
  const { pasted } = desk.parts.administration.curator;
  const begun = await written(desk, asker, async () => {
    await pasted.begin(asker.id);
    return true;
  });
  if (begun === null) return;
  await asker.chat.send([plain(asker.words.text('paste-begun'))], pasteButtons(asker));
}

async function endPaste(desk: Desk, ctx: Context): Promise<void> {
  const asker = askerOf(desk, ctx);
  const { pasted } = desk.parts.administration.curator;
  const text = await pasted.text(asker.id);
  if (text === null || text.trim() === '') {
    const key = text === null ? 'upload-gone' : 'paste-nothing';
    await asker.chat.send([plain(asker.words.text(key))]);
    return;
  }
  // Killed before it ends, the same text is shown once more.
  if (await receiveText(desk, ctx, text)) await pasted.end(asker.id);
}

async function cancelPaste(desk: Desk, tapped: Tapped): Promise<void> {
  await desk.parts.administration.curator.pasted.end(tapped.asker.id);
  await answerTap(tapped, tapped.asker.words.text('paste-cancelled'));
}

function pasteButtons({ words }: Asker): InlineKeyboard {
  return new InlineKeyboard()
    .text(words.text('paste-button-done'), 'paste:done')
    .text(words.text('paste-button-cancel'), 'paste:cancel');
}
