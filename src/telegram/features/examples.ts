import { Composer } from 'grammy';
import type { Context } from 'grammy';

import type { AnswerLanguage } from '../../answering/answer.ts';
import { ask } from '../ask.ts';
import { acknowledge } from '../delivery.ts';
import type { Desk } from '../desk.ts';

/** How many example questions `/start` offers. */
export const EXAMPLES_SHOWN = 3;

/** The data of an example's button: its place, since 64 bytes are too few for a Sorani question. */
export function exampleData(language: AnswerLanguage, index: number): string {
  return `example:${language}:${index}`;
}

/** A tapped example is answered as if it had been written; one that no longer exists is said to be old. */
export function examplesFeature(desk: Desk): Composer<Context> {
  const feature = new Composer();
  feature.callbackQuery(/^example:(ckb|en):([0-2])$/u, async (ctx) => {
    const language = ctx.match[1] === 'en' ? 'en' : 'ckb';
    const text = desk.parts.library.examples(language)[Number(ctx.match[2])];
    if (text === undefined || ctx.chat === undefined) {
      await acknowledge(ctx, desk.wordsFor(ctx).text('bot-button-unknown'));
      return;
    }
    await acknowledge(ctx);
    await ask(desk, ctx, { text, tapped: true });
  });
  return feature;
}
