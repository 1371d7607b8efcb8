import { FormattedString } from '@grammyjs/parse-mode';
import { InlineKeyboard } from 'grammy';
import type { Context } from 'grammy';

import type { AnswerLanguage } from '../answering/answer.ts';
import type { ChangedSentence } from '../answering/changed-sentence.ts';
import type { Page } from '../answering/document-reader.ts';
import { sentenceAddress } from './address.ts';
import { changedText } from './changed-text.ts';
import { deliver } from './delivery.ts';
import type { Desk } from './desk.ts';
import { linked } from './linked.ts';
import type { ArchivedSentence } from './memory.ts';
import { plain } from './plain.ts';
import { MESSAGE_LIMIT, splitMessage } from './split-message.ts';

/** The buttons of a page name a sentence of it, not its number: a re-index may move pages, but sentences keep their ids. */
const TURN = /^p:(?<id>[A-Za-z0-9_-]{16,32}):(?<step>[+-]1|0)$/u;

/** What the data of a button turns to: the page that is `step` pages from the one that holds the sentence. */
export function pageData(sentence: string, step: '+1' | '-1' | '0'): string {
  return `p:${sentence}:${step}`;
}

/** Matches that data. */
export const PAGE_DATA = TURN;

/** Shows the passage in which a sentence stands, the sentence in bold; of one that is no longer served, what became of it. */
export async function showSentence(
  desk: Desk,
  ctx: Context,
  { id, replyTo }: { id: string; replyTo?: number | undefined },
): Promise<void> {
  const { library, memory } = desk.parts;
  const page = library.reader.pageOf(id);
  if (page !== null) {
    await showPage(desk, ctx, page, { marked: id, replyTo });
    return;
  }
  const archived = memory.sentences.find(id);
  if (archived === null) {
    await deliver(ctx, [plain(desk.wordsFor(ctx).text('bot-sentence-unknown'))], { replyTo });
    return;
  }
  const change = library.changes.find(archived);
  const messages = change === null ? gone(desk, ctx, archived) : changed(desk, ctx, change);
  const keyboard =
    change === null
      ? undefined
      : new InlineKeyboard().text(
          desk.wordsFor(ctx).text('bot-button-context'),
          pageData(change.sentence, '0'),
        );
  await deliver(ctx, messages, { replyTo, keyboard });
}

/** How a page is shown. */
interface PageOptions {
  /** The sentence that is set in bold. */
  readonly marked?: string;
  readonly replyTo?: number | undefined;
  /** The message of ours that turns to the page. */
  readonly inPlaceOf?: number;
}

/** Shows a page of a document with buttons to turn it. */
export async function showPage(
  desk: Desk,
  ctx: Context,
  page: Page,
  { marked, replyTo, inPlaceOf }: PageOptions = {},
): Promise<void> {
  const message = pageMessage(desk, ctx, page, marked);
  const keyboard = turnButtons(desk, ctx, page);
  await deliver(ctx, [message], {
    replyTo,
    keyboard,
    inPlaceOf: inPlaceOf === undefined ? [] : [inPlaceOf],
  });
}

/** Title and place, the passage, and for a reader of English its rendition before it; one message, so that it can be turned. */
function pageMessage(desk: Desk, ctx: Context, page: Page, marked = ''): FormattedString {
  const language = desk.languageFor(ctx);
  const head = headOf(desk, ctx, page);
  const sorani = markedText(page, marked);
  const rendition = language === 'en' ? renditionOf(page, marked) : null;
  const body =
    rendition === null ? [sorani] : [rendition, FormattedString.expandableBlockquote(sorani)];
  const whole = FormattedString.join([head, ...body], '\n\n');
  if (whole.text.length <= MESSAGE_LIMIT) return whole;
  const [first = whole] = splitMessage([FormattedString.join([head, sorani], '\n\n')]);
  return first;
}

function headOf(
  desk: Desk,
  ctx: Context,
  { document, number, count, sentences }: Page,
): FormattedString {
  const words = desk.wordsFor(ctx);
  const title = desk.titleOf(document, desk.languageFor(ctx));
  const [first] = sentences;
  const line = words.text('bot-source-nearest', { title });
  const named =
    first === undefined
      ? plain(line)
      : linked(line, { title, address: sentenceAddress(ctx.me.username, first.id) });
  const place = plain(words.text('bot-page', { number: number + 1, count }));
  return FormattedString.join([FormattedString.bold(named), place], '\n');
}

/** The passage as the document has it, one sentence of it in bold. */
function markedText({ text, sentences }: Page, marked: string): FormattedString {
  const sentence = sentences.find(({ id }) => id === marked);
  if (sentence === undefined) return plain(text);
  const { start, end } = sentence;
  const parts = [
    plain(text.slice(0, start)),
    FormattedString.bold(text.slice(start, end)),
    plain(text.slice(end)),
  ];
  return FormattedString.join(parts, '');
}

/** Null where not every sentence has one: a gap would mislead. */
function renditionOf({ sentences }: Page, marked: string): FormattedString | null {
  const parts = sentences.map(({ id, rendition }) => {
    if (rendition === null) return null;
    return id === marked ? FormattedString.bold(rendition) : plain(rendition);
  });
  const given = parts.filter((part) => part !== null);
  return given.length === parts.length ? FormattedString.join(given, ' ') : null;
}

function turnButtons(desk: Desk, ctx: Context, { number, count, sentences }: Page): InlineKeyboard {
  const words = desk.wordsFor(ctx);
  const keyboard = new InlineKeyboard();
  const [first] = sentences;
  if (first === undefined) return keyboard;
  if (number > 0) keyboard.text(words.text('bot-button-previous'), pageData(first.id, '-1'));
  if (number < count - 1) keyboard.text(words.text('bot-button-next'), pageData(first.id, '+1'));
  return keyboard;
}

function changed(desk: Desk, ctx: Context, { parts }: ChangedSentence): readonly FormattedString[] {
  return splitMessage([plain(desk.wordsFor(ctx).text('bot-sentence-changed')), changedText(parts)]);
}

function gone(
  desk: Desk,
  ctx: Context,
  { document, text, rendition }: ArchivedSentence,
): readonly FormattedString[] {
  const language: AnswerLanguage = desk.languageFor(ctx);
  const title = desk.titleOf(document, language);
  const english = language === 'en' && rendition !== null ? [plain(rendition)] : [];
  return splitMessage([
    plain(desk.wordsFor(ctx).text('bot-sentence-gone', { title })),
    ...english,
    FormattedString.blockquote(text),
  ]);
}
