import { Composer, InlineKeyboard } from 'grammy';
import type { Context } from 'grammy';

import type { CuratedDocument } from '../../curation/curator.ts';
import { titleLine } from '../../curation/title-line.ts';
import { acknowledge } from '../delivery.ts';
import type { Desk } from '../desk.ts';
import { documentKey, documentOf, MOST_BUTTONS } from '../document-key.ts';
import { plain } from '../plain.ts';
import { askerOf, record } from './asker.ts';
import type { Asker } from './asker.ts';
import { adminButton, adminCommand } from './gate.ts';
import type { Reindexing } from './reindexing.ts';
import { answerTap, tappedBy } from './tapped.ts';
import type { Tapped } from './tapped.ts';
import { written } from './written.ts';

/** Telegram's bound on what a button copies, in UTF-16 units. */
const MOST_COPIED = 256;

/** `/remove`, at a second tap and with a way back, and `/rename`. */
export function shelfFeature(desk: Desk, reindexing: Reindexing): Composer<Context> {
  const { curator } = desk.parts.administration;
  const feature = new Composer();
  feature.use(
    adminCommand(desk, 'remove', 'editor', async (ctx) => {
      const asker = askerOf(desk, ctx);
      const documents = await curator.list();
      const named = documents.find(({ id }) => id === ctx.match.trim());
      if (documents.length === 0) await tell(asker, asker.words.text('shelf-empty'));
      else if (named !== undefined) await askWhetherToRemove(asker, named);
      else {
        const key = ctx.match.trim() === '' ? 'shelf-remove-ask' : 'shelf-unknown';
        await asker.chat.send(
          [plain(asker.words.text(key))],
          removeButtons(documents, asker.language),
        );
      }
    }),
  );
  feature.use(
    adminButton(desk, /^shelf:(ask|remove|keep|undo):([0-9a-f]{16})$/u, 'editor', async (ctx) => {
      await acknowledge(ctx);
      const [, action, key = ''] = ctx.match;
      const tapped = tappedBy(desk, ctx);
      if (action === 'undo') {
        await undo(desk, reindexing, tapped, key);
        return;
      }
      const document = documentOf(await curator.list(), key);
      if (document === null) await sayItIsGone(desk, tapped, key);
      else if (action === 'ask') await askWhetherToRemove(tapped.asker, document, tapped.message);
      else if (action === 'remove') await remove(desk, reindexing, tapped, document);
      else await answerTap(tapped, withTitle(tapped.asker, 'shelf-kept', document));
    }),
  );
  feature.use(
    adminCommand(desk, 'rename', 'editor', async (ctx) => {
      await rename(desk, reindexing, askerOf(desk, ctx), ctx.match);
    }),
  );
  return feature;
}

async function askWhetherToRemove(
  asker: Asker,
  document: CuratedDocument,
  message?: number,
): Promise<void> {
  const { words, chat } = asker;
  const key = documentKey(document.id);
  const keyboard = new InlineKeyboard()
    .text(words.text('shelf-button-remove'), `shelf:remove:${key}`)
    .text(words.text('shelf-button-keep'), `shelf:keep:${key}`);
  const text = plain(withTitle(asker, 'shelf-remove-sure', document));
  if (message === undefined) await chat.send([text], keyboard);
  else await chat.edit(message, text, keyboard);
}

async function remove(
  desk: Desk,
  reindexing: Reindexing,
  tapped: Tapped,
  document: CuratedDocument,
): Promise<void> {
  const { asker } = tapped;
  const { curator } = desk.parts.administration;
  const removal = await written(desk, asker, async () => curator.remove(document.id));
  if (removal === null) return;
  if (removal === 'last') {
    await answerTap(tapped, withTitle(asker, 'shelf-last', document));
    return;
  }
  if (removal === 'unknown') {
    await sayItIsGone(desk, tapped, documentKey(document.id));
    return;
  }
  record(desk, asker, 'remove', document.id);
  await reindexing.afterChange(asker, async () =>
    answerTap(tapped, withTitle(asker, 'shelf-removed', document), undoButton(asker, document.id)),
  );
}

/** A second tap, or a late one, leaves the way back where the first has put it. */
async function sayItIsGone(desk: Desk, tapped: Tapped, key: string): Promise<void> {
  const { asker } = tapped;
  const { curator } = desk.parts.administration;
  const id = (await curator.removed()).find((one) => documentKey(one) === key);
  if (id === undefined) {
    await answerTap(tapped, asker.words.text('shelf-unknown'));
    return;
  }
  const title = desk.titleOf(id, asker.language);
  await answerTap(tapped, asker.words.text('shelf-gone', { title }), undoButton(asker, id));
}

function undoButton({ words }: Asker, id: string): InlineKeyboard {
  return new InlineKeyboard().text(
    words.text('shelf-button-undo'),
    `shelf:undo:${documentKey(id)}`,
  );
}

async function undo(
  desk: Desk,
  reindexing: Reindexing,
  tapped: Tapped,
  key: string,
): Promise<void> {
  const { asker } = tapped;
  const { curator } = desk.parts.administration;
  const removed = (await curator.removed()).find((id) => documentKey(id) === key) ?? '';
  const isRestored = await written(desk, asker, async () => curator.restore(removed));
  if (isRestored === null) return;
  const document = documentOf(await curator.list(), key);
  if (document === null) {
    await answerTap(tapped, asker.words.text('shelf-unrestored'));
    return;
  }
  if (!isRestored) {
    // Tapped twice, or added anew meanwhile.
    await answerTap(tapped, withTitle(asker, 'shelf-there', document));
    return;
  }
  record(desk, asker, 'restore', removed);
  await reindexing.afterChange(asker, async () =>
    answerTap(tapped, withTitle(asker, 'shelf-restored', document)),
  );
}

async function rename(
  desk: Desk,
  reindexing: Reindexing,
  asker: Asker,
  given: string,
): Promise<void> {
  const { curator } = desk.parts.administration;
  const { words, chat } = asker;
  const documents = await curator.list();
  const whole = given.trim();
  // The name of a file may have spaces in it.
  const id = documents
    .map((document) => document.id)
    .filter((one) => `${whole} `.startsWith(`${one} `) || whole.startsWith(`${one}\n`))
    .toSorted((left, right) => right.length - left.length)[0];
  const title = whole.slice(id?.length ?? 0).trim();
  if (documents.length === 0) {
    await tell(asker, words.text('shelf-empty'));
  } else if (id === undefined) {
    const key = whole === '' ? 'shelf-rename-ask' : 'shelf-unknown';
    await chat.send([plain(words.text(key))], renameButtons(documents, asker.language));
  } else if (title === '') {
    await tell(asker, words.text('shelf-rename-how', { command: `/rename ${id}` }));
  } else {
    const line = titleLine(title);
    const renamed = await written(desk, asker, async () => ({
      title: await curator.rename(id, line),
    }));
    if (renamed === null) return;
    if (renamed.title === null) {
      // Another admin has removed it meanwhile.
      await tell(asker, words.text('shelf-unknown'));
      return;
    }
    record(desk, asker, 'rename', id);
    await reindexing.afterChange(asker, async () =>
      tell(asker, words.text('shelf-renamed', { title: line })),
    );
  }
}

function removeButtons(
  documents: readonly CuratedDocument[],
  language: Asker['language'],
): InlineKeyboard {
  return InlineKeyboard.from(
    documents
      .slice(0, MOST_BUTTONS)
      .map(({ id, title }) => [
        InlineKeyboard.text(titleLine(title[language]), `shelf:ask:${documentKey(id)}`),
      ]),
  );
}

function renameButtons(
  documents: readonly CuratedDocument[],
  language: Asker['language'],
): InlineKeyboard {
  return InlineKeyboard.from(
    documents
      .slice(0, MOST_BUTTONS)
      .map(({ id, title }) => [
        InlineKeyboard.copyText(titleLine(title[language]), `/rename ${id} `.slice(0, MOST_COPIED)),
      ]),
  );
}

function withTitle({ words, language }: Asker, key: string, { title }: CuratedDocument): string {
  return words.text(key, { title: titleLine(title[language]) });
}

async function tell({ chat }: Asker, text: string): Promise<void> {
  await chat.send([plain(text)]);
}
