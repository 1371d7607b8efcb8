import { FormattedString } from '@grammyjs/parse-mode';
import { InlineKeyboard } from 'grammy';
import type { Context, MiddlewareFn } from 'grammy';
import type { Message } from 'grammy/types';

import type { Citation } from '../../answering/answer.ts';
import type { AnswerLanguage } from '../../answering/answer.ts';
import type { QuoteExplanation } from '../../answering/explain-quote.ts';
import { sentenceAddress } from '../address.ts';
import { freeText, repliedText } from '../addressed.ts';
import { deliver, say } from '../delivery.ts';
import type { Desk } from '../desk.ts';
import { linked } from '../linked.ts';
import { pageData } from '../page-view.ts';
import { plain } from '../plain.ts';
import { splitMessage } from '../split-message.ts';
import { repliedAnswer } from './question.ts';

/**
 * "What does this mean?", as a reply to a part of a message that the reader marked, or to all of it: the words in their context, what
 * they are in English, and where they stand.
 */
export function meaningFeature(desk: Desk): MiddlewareFn {
  return async (ctx, next) => {
    const { message } = ctx;
    const text = freeText(ctx);
    if (
      text === null ||
      message?.text === undefined ||
      message.reply_to_message === undefined ||
      !desk.parts.explainer.asksMeaning(text)
    ) {
      await next();
      return;
    }
    const explained = await desk.parts.explainer.explainQuote(
      markedIn(desk, message),
      desk.languageFor(ctx),
    );
    if (explained === null) await say(ctx, desk.wordsFor(ctx).text('bot-explain-unknown'));
    else await show(desk, ctx, explained);
  };
}

/** What the reader marked, else the sentence that proves the answer replied to, else all of the message, where nothing is. */
function markedIn(
  desk: Desk,
  message: Message,
): { readonly quote: string; readonly citations: readonly Citation[] } {
  const record = repliedAnswer(desk, message);
  const citations = record?.texts[record.language]?.citations ?? [];
  const [first] = citations;
  return { quote: message.quote?.text ?? first?.quote ?? repliedText(message), citations };
}

async function show(desk: Desk, ctx: Context, explained: QuoteExplanation): Promise<void> {
  const [words, language] = [desk.wordsFor(ctx), desk.languageFor(ctx)];
  const { citation, gloss } = explained;
  const title = desk.titleOf(citation.document, language);
  const address = sentenceAddress(ctx.me.username, citation.sentence);
  const blocks: FormattedString[] = [];
  if (gloss.length > 0) {
    const lines = gloss.map(({ sorani, english }) =>
      words.text('bot-explain-word', { sorani, english }),
    );
    blocks.push(plain([words.text('bot-explain-words'), ...lines].join('\n')));
  }
  const before = plain(words.text('bot-explain-in-text'));
  blocks.push(FormattedString.join([before, inContext(explained, language)], '\n'));
  if (language === 'ckb' && citation.rendition !== null) {
    blocks.push(plain(`${words.text('bot-explain-in-english')}\n${citation.rendition.text}`));
  }
  blocks.push(linked(words.text('bot-source-nearest', { title }), { title, address }));
  await deliver(ctx, splitMessage(blocks), {
    replyTo: ctx.msg?.message_id,
    keyboard: new InlineKeyboard().text(
      words.text('bot-button-context'),
      pageData(citation.sentence, '0'),
    ),
  });
}

/** The quote between its neighbours; to a reader of English their renditions, with its own in bold, and then the quote. */
function inContext(
  { before, citation: { quote, rendition }, after }: QuoteExplanation,
  language: AnswerLanguage,
): FormattedString {
  const quoted = FormattedString.expandableBlockquote(quote);
  const inEnglish = language === 'en' && rendition !== null;
  const parts = [
    ...(before === null ? [] : [plain(before)]),
    inEnglish ? FormattedString.bold(rendition.text) : quoted,
    ...(after === null ? [] : [plain(after)]),
    ...(inEnglish ? [quoted] : []),
  ];
  return FormattedString.join(parts, '\n');
}
