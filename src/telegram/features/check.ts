import { Composer } from 'grammy';
import type { Context } from 'grammy';
import type { Message } from 'grammy/types';

import type { QuoteCheck } from '../../proof/quote-check.ts';
import { addressedText, beginsWithCommand } from '../addressed.ts';
import { checkMessages } from '../check-message.ts';
import { deliver, say } from '../delivery.ts';
import { readerOf } from '../desk.ts';
import type { Desk } from '../desk.ts';
import { failureFields } from '../failures.ts';

/**
 * Did they really say this? `/check` with a text behind it or as a reply to a message, and a message forwarded to the bot: in a group
 * only where it is addressed.
 */
export function checkFeature(desk: Desk): Composer<Context> {
  const feature = new Composer();
  feature.command('check', async (ctx) => {
    const text = ctx.match.trim() === '' ? repliedText(ctx.msg) : ctx.match;
    await check(desk, ctx, text);
  });
  feature.on(['message:text', 'message:caption'], async (ctx, next) => {
    const { message } = ctx;
    const isForwarded = message.forward_origin !== undefined && !beginsWithCommand(message);
    const text = isForwarded ? addressedText(message, ctx.me) : null;
    await (text === null ? next() : check(desk, ctx, text));
  });
  return feature;
}

/** What a command replies to: the part that was marked, else all of it. */
function repliedText({ quote, reply_to_message: replied }: Message): string {
  return quote?.text ?? replied?.text ?? replied?.caption ?? '';
}

/** The longest text, in UTF-16 code units: several messages in one. */
const LONGEST_TEXT = 10_000;

async function check(desk: Desk, ctx: Context, text: string): Promise<void> {
  const words = desk.wordsFor(ctx);
  if (!/[\p{L}\p{N}]/u.test(text)) {
    await say(ctx, words.text('bot-check-empty'));
    return;
  }
  const seconds = desk.limiter.admit(readerOf(ctx));
  if (seconds > 0) {
    await say(ctx, words.text('bot-too-many', { seconds }));
    return;
  }
  const found = checked(desk, text.slice(0, LONGEST_TEXT));
  if (found === null) {
    await say(ctx, words.text('bot-failed'));
    return;
  }
  const language = desk.languageFor(ctx);
  const titleOf = (document: string): string => desk.titleOf(document, language);
  const messages = checkMessages(found, { language, words, titleOf });
  await deliver(ctx, messages, { replyTo: ctx.message?.message_id });
}

function checked({ parts }: Desk, text: string): QuoteCheck | null {
  try {
    const found = parts.quotes.check({ text });
    parts.log.info('A quote was checked.', { verdict: found.verdict, via: found.via });
    return found;
  } catch (error) {
    parts.log.error('A quote could not be checked.', failureFields(error));
    return null;
  }
}
