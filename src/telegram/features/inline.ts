import { FormattedString } from '@grammyjs/parse-mode';
import { Composer } from 'grammy';
import type { Context } from 'grammy';
import type { InlineQueryResultArticle } from 'grammy/types';

import type { AnswerLanguage, Citation } from '../../answering/answer.ts';
import { sentenceAddress } from '../address.ts';
import { unlessRefused } from '../delivery.ts';
import type { Desk } from '../desk.ts';
import { failureFields } from '../failures.ts';
import { hasWords } from '../has-words.ts';
import { linked } from '../linked.ts';

const SENTENCES_SHOWN = 8;
/** Telegram keeps what was found for a query so long, for everybody who reads the same language. */
const KEPT_FOR_SECONDS = 300;

/**
 * `@bot question` in any chat: the sentences that come nearest, each with its source, to be sent with a tap. Retrieval only, while the
 * reader types; nothing is kept of it.
 */
export function inlineFeature(desk: Desk): Composer<Context> {
  const feature = new Composer();
  feature.on('inline_query', async (ctx) => {
    const words = desk.wordsFor(ctx);
    const found = await find(desk, ctx.inlineQuery.query);
    const results = found.map((citation) => article(desk, ctx, citation));
    const isEmpty = results.length === 0 && ctx.inlineQuery.query.trim() !== '';
    const text = words.text(isEmpty ? 'bot-inline-nothing' : 'bot-inline-open');
    await unlessRefused(async () =>
      ctx.answerInlineQuery(results, {
        cache_time: KEPT_FOR_SECONDS,
        // Titles are in the language of the reader's words.
        is_personal: true,
        button: { text, start_parameter: 'inline' },
      }),
    );
  });
  return feature;
}

async function find({ parts: { finder, log } }: Desk, text: string): Promise<readonly Citation[]> {
  if (!hasWords(text)) return [];
  try {
    return await finder.find(text, { top: SENTENCES_SHOWN });
  } catch (error) {
    log.error('An inline query could not be answered.', failureFields(error));
    return [];
  }
}

/** A sentence as it will stand in the chat: the quote, and its source with its address. */
function article(desk: Desk, ctx: Context, citation: Citation): InlineQueryResultArticle {
  const language = desk.languageFor(ctx);
  const message = quoted(desk, citation, {
    language,
    address: sentenceAddress(ctx.me.username, citation.sentence),
  });
  const read = language === 'en' ? (citation.rendition?.text ?? citation.quote) : citation.quote;
  return {
    type: 'article',
    id: citation.sentence,
    title: read,
    description: desk.titleOf(citation.document, language),
    input_message_content: {
      message_text: message.text,
      entities: message.entities,
      link_preview_options: { is_disabled: true },
    },
  };
}

function quoted(
  desk: Desk,
  { document, quote, rendition }: Citation,
  { language, address }: { language: AnswerLanguage; address: string },
): FormattedString {
  const title = desk.titleOf(document, language);
  const source = linked(desk.parts.messages[language].text('bot-source-nearest', { title }), {
    title,
    address,
  });
  const english = language === 'en' && rendition !== null ? [rendition.text] : [];
  return FormattedString.join([FormattedString.blockquote(quote), ...english, source], '\n');
}
