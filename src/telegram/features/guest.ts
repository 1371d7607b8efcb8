import type { FormattedString } from '@grammyjs/parse-mode';
import { Composer } from 'grammy';
import type { Context } from 'grammy';

import type { Answer } from '../../answering/answer.ts';
import { withoutMentions } from '../addressed.ts';
import { unlessRefused, withDress } from '../delivery.ts';
import type { Desk } from '../desk.ts';
import { failureFields } from '../failures.ts';
import { hasWords } from '../has-words.ts';
import { readerOf } from '../place.ts';
import { plain } from '../plain.ts';
import { present } from '../present.ts';
import { tooManyWords } from '../too-many.ts';

/**
 * A question in a chat that the bot isn't in, where somebody summoned it: one message answers it. Nothing is kept, so it has no buttons
 * and no conversation; its source leads to the sentence.
 */
export function guestFeature(desk: Desk): Composer<Context> {
  const feature = new Composer();
  feature.on('guest_message', async (ctx) => {
    const { guest_query_id: query } = ctx.guestMessage;
    if (query === undefined) return;
    const text = withoutMentions(ctx.guestMessage, ctx.me);
    const message = await messageFor(desk, ctx, text);
    await unlessRefused(async () =>
      withDress({ message }, async (said, dress) =>
        ctx.api.answerGuestQuery(query, {
          type: 'article',
          id: 'answer',
          title: ctx.me.first_name,
          input_message_content: {
            message_text: said,
            link_preview_options: { is_disabled: true },
            ...dress,
          },
        }),
      ),
    );
  });
  return feature;
}

/** The answer, or its beginning where it needs more than one message; else why there is none. */
async function messageFor(desk: Desk, ctx: Context, text: string): Promise<FormattedString> {
  const words = desk.wordsFor(ctx);
  if (!hasWords(text)) return plain(words.text('bot-empty'));
  const delay = desk.admit(ctx);
  if (delay !== null) return plain(tooManyWords(delay, words));
  const answer = await answered(desk, ctx, text);
  const note = answer === null ? null : desk.parts.note(answer);
  const shown = answer === null ? [] : present(desk, ctx, answer, { record: null, note }).messages;
  return shown[0] ?? plain(words.text('bot-failed'));
}

async function answered({ parts }: Desk, ctx: Context, text: string): Promise<Answer | null> {
  const { answerer, memory, log } = parts;
  try {
    return await answerer.answer({ text, language: memory.readers.language(readerOf(ctx)) });
  } catch (error) {
    log.error('A question could not be answered.', failureFields(error));
    return null;
  }
}
