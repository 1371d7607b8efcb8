import { Composer, InlineKeyboard } from 'grammy';
import type { Context } from 'grammy';

import type { LanguageChoice } from '../../answering/answer.ts';
import type { Messages } from '../../messages.ts';
import { acknowledge, replaceMessage, say } from '../delivery.ts';
import type { Desk } from '../desk.ts';
import { LANGUAGE_CHOICES, languageChoiceNamed } from '../language-choice.ts';
import { readerOf } from '../place.ts';

const DATA = /^language:(ckb|en|auto)$/u;

/** `/language`: three buttons, or the name of a language after the command; the choice is the reader's, in every chat. */
export function languageFeature(desk: Desk): Composer<Context> {
  const feature = new Composer();
  feature.command('language', async (ctx) => {
    const words = desk.wordsFor(ctx);
    const choice = languageChoiceNamed(ctx.match);
    if (choice !== null) {
      await say(ctx, choose(desk, ctx, choice));
    } else if (ctx.match.trim() === '') {
      await say(ctx, words.text('bot-language-ask'), buttons(words));
    } else {
      await say(ctx, words.text('bot-language-unknown'), buttons(words));
    }
  });
  feature.callbackQuery(DATA, async (ctx) => {
    const choice = languageChoiceNamed(ctx.match[1] ?? '') ?? 'auto';
    const chosen = choose(desk, ctx, choice);
    await acknowledge(ctx, chosen);
    await replaceMessage(ctx, chosen);
  });
  return feature;
}

/** Keeps the choice and gives the sentence that confirms it, in the language the reader now reads. */
function choose(desk: Desk, ctx: Context, choice: LanguageChoice): string {
  desk.parts.memory.readers.chooseLanguage(readerOf(ctx), choice);
  return desk.wordsFor(ctx).text(`bot-language-chosen-${choice}`);
}

function buttons(words: Messages): InlineKeyboard {
  return InlineKeyboard.from(
    LANGUAGE_CHOICES.map((choice) => [
      InlineKeyboard.text(words.text(`bot-language-button-${choice}`), `language:${choice}`),
    ]),
  );
}
