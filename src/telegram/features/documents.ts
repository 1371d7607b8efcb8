import { Composer, InlineKeyboard } from 'grammy';
import type { Context } from 'grammy';

import { dateBeforeTitle, titleWithDate } from '../../answering/document-listing.ts';
import type { DocumentListing } from '../../answering/document-listing.ts';
import { acknowledge, replaceMessage, say } from '../delivery.ts';
import type { Desk } from '../desk.ts';
import { documentKey, documentOf, MOST_BUTTONS } from '../document-key.ts';
import { isolateFor } from '../isolate.ts';
import { readerOf } from '../place.ts';

const ALL = 'all';

/**
 * `/documents`: what the bot knows, with dates, and a button for each document and one for all; or the id of one after the command.
 * Questions are answered from the chosen one alone. The choice is the reader's, in every chat.
 */
export function documentsFeature(desk: Desk): Composer<Context> {
  const feature = new Composer();
  const { library } = desk.parts;
  feature.command('documents', async (ctx) => {
    const words = desk.wordsFor(ctx);
    const name = ctx.match.trim();
    const named = library.documents().find(({ id }) => id === name);
    if (library.documents().length === 0) {
      await say(ctx, words.text('bot-no-documents'));
    } else if (named !== undefined || name.toLowerCase() === ALL) {
      await say(ctx, choose(desk, ctx, named ?? null));
    } else if (name === '') {
      await say(ctx, listing(desk, ctx), buttons(desk, ctx));
    } else {
      await say(ctx, words.text('bot-document-unknown'), buttons(desk, ctx));
    }
  });
  feature.callbackQuery(/^document:(all|[0-9a-f]{16})$/u, async (ctx) => {
    const key = ctx.match[1] ?? '';
    const tapped = documentOf(library.documents(), key);
    if (tapped === null && key !== ALL) {
      await acknowledge(ctx, desk.wordsFor(ctx).text('bot-button-unknown'));
      return;
    }
    const chosen = choose(desk, ctx, tapped);
    await acknowledge(ctx);
    await replaceMessage(ctx, chosen);
  });
  return feature;
}

/** Keeps the choice (null: all documents) and gives the sentence that confirms it. */
function choose(desk: Desk, ctx: Context, document: DocumentListing | null): string {
  desk.parts.memory.readers.chooseDocument(readerOf(ctx), document?.id ?? null);
  const words = desk.wordsFor(ctx);
  return document === null
    ? words.text('bot-documents-chosen-all')
    : words.text('bot-document-chosen', { title: document.title[desk.languageFor(ctx)] });
}

function listing(desk: Desk, ctx: Context): string {
  const [words, language] = [desk.wordsFor(ctx), desk.languageFor(ctx)];
  const documents = desk.parts.library.documents();
  const lines = documents.slice(0, MOST_BUTTONS).map((one) => {
    const title = isolateFor(language, titleWithDate(one, language));
    return words.text('bot-document', { title });
  });
  if (documents.length > MOST_BUTTONS) {
    lines.push(words.text('bot-more-documents', { count: documents.length - MOST_BUTTONS }));
  }
  const known = [words.text('bot-documents'), ...lines].join('\n');
  return documents.length === 1 ? known : `${known}\n\n${words.text('bot-documents-ask')}`;
}

/** One below the other, the chosen one marked; none where there is nothing to choose. */
function buttons(desk: Desk, ctx: Context): InlineKeyboard | undefined {
  const chosen = desk.parts.memory.readers.document(readerOf(ctx));
  const language = desk.languageFor(ctx);
  const documents = desk.parts.library.documents();
  if (documents.length === 1 && chosen === null) return undefined;
  const choices = documents.slice(0, MOST_BUTTONS).map((one) => ({
    id: one.id,
    text: dateBeforeTitle(one, language),
    key: documentKey(one.id),
  }));
  const all = { id: null, text: desk.wordsFor(ctx).text('bot-documents-button-all'), key: ALL };
  return InlineKeyboard.from(
    [...choices, all].map(({ id, text, key }) => [
      InlineKeyboard.text(id === chosen ? `✓ ${text}` : text, `document:${key}`),
    ]),
  );
}
