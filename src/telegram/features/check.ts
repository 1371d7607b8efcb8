import { Composer, InlineKeyboard } from 'grammy';
import type { Context, MiddlewareFn } from 'grammy';

import type { QuoteCheck } from '../../proof/quote-check.ts';
import { sentenceAddress } from '../address.ts';
import { freeText, repliedText } from '../addressed.ts';
import { checkMessages } from '../check-message.ts';
import { deliver, say } from '../delivery.ts';
import type { Desk } from '../desk.ts';
import { failureFields } from '../failures.ts';
import { hasWords } from '../has-words.ts';
import { pageData } from '../page-view.ts';
import { tooManyWords } from '../too-many.ts';

/** The longest text that is checked, in UTF-16 code units: several messages in one. */
const LONGEST_TEXT = 10_000;
/** Longer than any quote, and than what people ask. */
const PASTED_UNITS = 400;

/** Did they really say this? `/check` with a text behind it or as a reply to a message. */
export function checkFeature(desk: Desk): Composer<Context> {
  const feature = new Composer();
  feature.command('check', async (ctx) => {
    const replied = ctx.msg.quote?.text ?? repliedText(ctx.msg);
    const text = ctx.match.trim() === '' ? replied : ctx.match;
    await check(desk, ctx, text);
  });
  return feature;
}

/** The same of a message forwarded to the bot, and of a long text that is no question: in a group only where it is addressed. */
export function checkedTextFeature(desk: Desk): MiddlewareFn {
  return async (ctx, next) => {
    const text = freeText(ctx);
    if (text !== null && ctx.message?.forward_origin !== undefined) await check(desk, ctx, text);
    else if (text !== null && isPasted(text)) await check(desk, ctx, text, 'bot-check-long');
    else await next();
  };
}

/** Whether a text is too long for a question and doesn't end as one. */
function isPasted(text: string): boolean {
  return text.length > PASTED_UNITS && hasWords(text) && !/[?؟]["'»”’)\]\s]*$/u.test(text);
}

/** @param note the key of a quiet word behind the result. */
async function check(desk: Desk, ctx: Context, text: string, note?: string): Promise<void> {
  const words = desk.wordsFor(ctx);
  if (!hasWords(text)) {
    await say(ctx, words.text('bot-check-empty'));
    return;
  }
  const delay = desk.admit(ctx);
  if (delay !== null) {
    await say(ctx, tooManyWords(delay, words));
    return;
  }
  const found = checked(desk, text.slice(0, LONGEST_TEXT));
  if (found === null) {
    await say(ctx, words.text('bot-failed'));
    return;
  }
  const language = desk.languageFor(ctx);
  const messages = checkMessages(found, {
    language,
    words,
    titleOf: (document) => desk.titleOf(document, language),
    addressOf: (sentence) => sentenceAddress(ctx.me.username, sentence),
    note: note === undefined ? null : words.text(note),
  });
  const { citation } = found;
  const keyboard =
    citation === null
      ? undefined
      : new InlineKeyboard().text(
          words.text('bot-button-context'),
          pageData(citation.sentence, '0'),
        );
  await deliver(ctx, messages, { replyTo: ctx.msg?.message_id, keyboard });
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
