import { Composer, InlineKeyboard } from 'grammy';
import type { Context } from 'grammy';

import { dateBeforeTitle } from '../../answering/document-listing.ts';
import { acknowledge, say } from '../delivery.ts';
import type { Desk } from '../desk.ts';
import { documentKey, documentOf, MOST_BUTTONS } from '../document-key.ts';
import { PAGE_DATA, showPage, showSentence } from '../page-view.ts';

const CHOICE = /^read:([0-9a-f]{16})$/u;

/** `/read`: pages through a document; the first page of the only one, else of the one chosen by a button or by its id behind the command. */
export function readFeature(desk: Desk): Composer<Context> {
  const feature = new Composer();
  const { library } = desk.parts;
  const open = async (ctx: Context, document: string): Promise<boolean> => {
    const page = library.reader.page(document, 0);
    if (page !== null) await showPage(desk, ctx, page);
    return page !== null;
  };
  feature.command('read', async (ctx) => {
    const documents = library.documents();
    const named = documents.find(({ id }) => id === ctx.match.trim());
    const chosen = named ?? (documents.length === 1 ? documents[0] : undefined);
    if (chosen !== undefined && (await open(ctx, chosen.id))) return;
    const key = documents.length === 0 ? 'bot-no-documents' : 'bot-read-ask';
    await say(ctx, desk.wordsFor(ctx).text(key), buttons(desk, ctx));
  });
  feature.callbackQuery(CHOICE, async (ctx) => {
    const document = documentOf(library.documents(), ctx.match[1] ?? '');
    await acknowledge(
      ctx,
      document === null ? desk.wordsFor(ctx).text('bot-button-unknown') : undefined,
    );
    if (document !== null) await open(ctx, document.id);
  });
  feature.callbackQuery(PAGE_DATA, async (ctx) => {
    const [, sentence = '', step = ''] = ctx.match;
    await turn(desk, ctx, { sentence, step: Number(step) });
  });
  return feature;
}

/** Turns the page whose button was tapped; step 0 opens the page of a sentence in a message of its own. */
async function turn(
  desk: Desk,
  ctx: Context,
  { sentence, step }: { sentence: string; step: number },
): Promise<void> {
  const { reader } = desk.parts.library;
  const current = reader.pageOf(sentence);
  if (current === null || step === 0) {
    await acknowledge(ctx);
    await showSentence(desk, ctx, { id: sentence, replyTo: ctx.msg?.message_id });
    return;
  }
  const page = reader.page(current.document, current.number + step);
  if (page === null) {
    const key = step > 0 ? 'bot-page-last' : 'bot-page-first';
    await acknowledge(ctx, desk.wordsFor(ctx).text(key));
    return;
  }
  await acknowledge(ctx);
  const tapped = ctx.msg?.message_id;
  await showPage(desk, ctx, page, tapped === undefined ? {} : { inPlaceOf: tapped });
}

function buttons(desk: Desk, ctx: Context): InlineKeyboard | undefined {
  const language = desk.languageFor(ctx);
  const documents = desk.parts.library.documents().slice(0, MOST_BUTTONS);
  if (documents.length === 0) return undefined;
  return InlineKeyboard.from(
    documents.map((one) => [
      InlineKeyboard.text(dateBeforeTitle(one, language), `read:${documentKey(one.id)}`),
    ]),
  );
}
