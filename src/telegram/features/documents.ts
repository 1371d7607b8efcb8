import { createHash } from 'node:crypto';

import { Composer, InlineKeyboard } from 'grammy';
import type { Context } from 'grammy';

import { titleWithDate } from '../../answering/document-listing.ts';
import type { DocumentListing } from '../../answering/document-listing.ts';
import { acknowledge, replaceMessage, say } from '../delivery.ts';
import { readerOf } from '../desk.ts';
import type { Desk } from '../desk.ts';

const ALL = 'all';
/** Telegram takes 100 buttons, readers fewer; others can be named behind the command. */
const BUTTONS_SHOWN = 30;

/**
 * `/documents`: a button for each document and one for all, or the id of one after the command; questions are answered from the chosen one
 * alone. The choice is the reader's, in every chat.
 */
export function documentsFeature(desk: Desk): Composer<Context> {
  const feature = new Composer();
  feature.command('documents', async (ctx) => {
    const words = desk.wordsFor(ctx);
    const name = ctx.match.trim();
    const named = desk.parts.documents().find(({ id }) => id === name);
    if (desk.parts.documents().length === 0) {
      await say(ctx, words.text('bot-no-documents'));
    } else if (named !== undefined || name.toLowerCase() === ALL) {
      await say(ctx, choose(desk, ctx, named ?? null));
    } else {
      const key = name === '' ? 'bot-documents-ask' : 'bot-document-unknown';
      await say(ctx, words.text(key), buttons(desk, ctx));
    }
  });
  feature.callbackQuery(/^document:(all|[0-9a-f]{16})$/u, async (ctx) => {
    const key = ctx.match[1] ?? '';
    const tapped = desk.parts.documents().find(({ id }) => keyOf(id) === key);
    if (tapped === undefined && key !== ALL) {
      await acknowledge(ctx, desk.wordsFor(ctx).text('bot-button-unknown'));
      return;
    }
    const chosen = choose(desk, ctx, tapped ?? null);
    await acknowledge(ctx);
    await replaceMessage(ctx, chosen);
  });
  return feature;
}

/** The data of a button is at most 64 bytes, and a document's id may be longer. */
function keyOf(id: string): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 16);
}

/** Keeps the choice (null: all documents) and gives the sentence that confirms it. */
function choose(desk: Desk, ctx: Context, document: DocumentListing | null): string {
  desk.chooseDocument(readerOf(ctx), document?.id ?? null);
  const words = desk.wordsFor(ctx);
  return document === null
    ? words.text('bot-documents-chosen-all')
    : words.text('bot-document-chosen', { title: document.title[desk.languageFor(ctx)] });
}

/** One below the other, the chosen one marked. */
function buttons(desk: Desk, ctx: Context): InlineKeyboard {
  const chosen = desk.documentChoice(readerOf(ctx));
  const language = desk.languageFor(ctx);
  const choices = desk.parts
    .documents()
    .slice(0, BUTTONS_SHOWN)
    .map((one) => ({ id: one.id, text: titleWithDate(one, language), key: keyOf(one.id) }));
  const all = { id: null, text: desk.wordsFor(ctx).text('bot-documents-button-all'), key: ALL };
  return InlineKeyboard.from(
    [...choices, all].map(({ id, text, key }) => [
      InlineKeyboard.text(id === chosen ? `✓ ${text}` : text, `document:${key}`),
    ]),
  );
}
