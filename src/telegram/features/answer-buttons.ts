import { FormattedString } from '@grammyjs/parse-mode';
import { Composer } from 'grammy';
import type { CallbackQueryContext, Context } from 'grammy';

import type { Answer, AnswerLanguage } from '../../answering/answer.ts';
import { answerPattern, REASONS, reasonKeyboard } from '../answer-keyboard.ts';
import { ask } from '../ask.ts';
import { acknowledge, deliver, replaceMessage, say } from '../delivery.ts';
import type { Desk } from '../desk.ts';
import { failureFields } from '../failures.ts';
import type { AnswerRecord } from '../memory.ts';
import { showSentence } from '../page-view.ts';
import { readerOf } from '../place.ts';
import { present } from '../present.ts';

/** A tapped button of an answer that is kept. */
interface Tap {
  readonly ctx: CallbackQueryContext<Context>;
  readonly record: AnswerRecord;
  /** What stands behind the action in the button's data; forged as readily as not. */
  readonly value: string;
}

/**
 * The buttons below an answer, in any process and after any re-index: they know the answer by its number. One that isn't kept any more,
 * or belongs to another chat, is said to be gone.
 */
export function answerButtonsFeature(desk: Desk): Composer<Context> {
  const feature = new Composer();
  const on = (
    action: Parameters<typeof answerPattern>[0],
    act: (tap: Tap) => Promise<void>,
  ): void => {
    feature.callbackQuery(answerPattern(action), async (ctx) => {
      const [, number = '', value = ''] = ctx.match;
      const record = desk.parts.memory.answers.find(Number.parseInt(number, 36));
      if (record === null || record.place.chat !== ctx.chatId) {
        await acknowledge(ctx, desk.wordsFor(ctx).text('bot-answer-gone'));
        return;
      }
      await act({ ctx, record, value });
    });
  };
  on('context', async (tap) => openContext(desk, tap));
  on('language', async (tap) => changeLanguage(desk, tap));
  on('copy', async (tap) => sendQuote(tap));
  on('vote', async (tap) => vote(desk, tap));
  on('reason', async (tap) => giveReason(desk, tap));
  on('suggestion', async (tap) => askNext(desk, tap));
  return feature;
}

async function openContext(desk: Desk, { ctx, record, value }: Tap): Promise<void> {
  const citation = record.texts[record.language]?.citations[Number(value)];
  if (citation === undefined) {
    await acknowledge(ctx, desk.wordsFor(ctx).text('bot-button-unknown'));
    return;
  }
  await acknowledge(ctx);
  await showSentence(desk, ctx, { id: citation.sentence, replyTo: ctx.msg?.message_id });
}

/** Shows the same answer in the language that was tapped, in its place; each is made once, and kept. */
async function changeLanguage(desk: Desk, tap: Tap): Promise<void> {
  const { ctx, record, value } = tap;
  const words = desk.wordsFor(ctx);
  if (value !== 'ckb' && value !== 'en') {
    await acknowledge(ctx, words.text('bot-button-unknown'));
    return;
  }
  if (!isServed(desk, record)) {
    await acknowledge(ctx, words.text('bot-answer-gone'));
    return;
  }
  await acknowledge(ctx);
  // Tapped twice, it is there already.
  if (value === record.language) return;
  const answer = await answerIn(desk, tap, value);
  if (answer === null) await say(ctx, words.text('bot-failed'));
  else await showIn(desk, tap, answer);
}

/** Whether the document that was asked alone is still there; true where all were asked. */
function isServed({ parts: { library } }: Desk, { document, texts }: AnswerRecord): boolean {
  const isKept = texts.ckb !== undefined && texts.en !== undefined;
  return isKept || document === null || library.documents().some(({ id }) => id === document);
}

async function answerIn(
  desk: Desk,
  { ctx, record }: Tap,
  language: AnswerLanguage,
): Promise<Answer | null> {
  const kept = record.texts[language];
  if (kept !== undefined) return kept;
  const { question: text, history, document } = record;
  const only = document === null ? {} : { document };
  const { answerer, log } = desk.parts;
  try {
    return await desk.presence.during(ctx, async () =>
      answerer.answer({ text, history, language, ...only }),
    );
  } catch (error) {
    log.error('An answer could not be given in the other language.', failureFields(error));
    return null;
  }
}

async function showIn(desk: Desk, { ctx, record }: Tap, answer: Answer): Promise<void> {
  const { language } = answer;
  const shown = { ...record, language, texts: { ...record.texts, [language]: answer } };
  const { messages, keyboard } = present(desk, ctx, answer, {
    record: shown,
    note: desk.parts.note(answer),
    question: record.questionMessage === null ? record.question : undefined,
  });
  const tapped = ctx.msg?.message_id;
  const isKnown = tapped === undefined || record.messages.includes(tapped);
  const inPlaceOf = isKnown ? record.messages : [tapped];
  const sent = await deliver(ctx, messages, { keyboard, inPlaceOf, replyTo: tapped });
  const { texts } = shown;
  desk.parts.memory.answers.change(record.id, { language, texts, messages: sent });
}

/** A quote that is too long for the clipboard button is sent as what Telegram copies at a tap. */
async function sendQuote({ ctx, record }: Tap): Promise<void> {
  const quote = record.texts[record.language]?.citations[0]?.quote ?? '';
  await acknowledge(ctx);
  if (quote !== '') {
    await deliver(ctx, [FormattedString.code(quote)], { replyTo: ctx.msg?.message_id });
  }
}

async function vote(desk: Desk, { ctx, record, value }: Tap): Promise<void> {
  const { memory } = desk.parts;
  const words = desk.wordsFor(ctx);
  const given = { answer: record.id, reader: readerOf(ctx), reason: null, at: desk.now() };
  const answer = record.texts[record.language];
  if (value === 'up') {
    memory.answers.vote({ ...given, value });
    await acknowledge(ctx, words.text('bot-vote-thanks'));
  } else if (value === 'down' && answer !== undefined) {
    memory.answers.vote({ ...given, value });
    await acknowledge(ctx);
    await deliver(ctx, [new FormattedString(words.text('bot-vote-why'))], {
      replyTo: ctx.msg?.message_id,
      keyboard: reasonKeyboard(record.id, answer, words),
    });
  } else {
    await acknowledge(ctx, words.text('bot-button-unknown'));
  }
}

async function giveReason(desk: Desk, { ctx, record, value }: Tap): Promise<void> {
  const words = desk.wordsFor(ctx);
  const reason = REASONS.find((known) => known === value);
  if (reason === undefined) {
    await acknowledge(ctx, words.text('bot-button-unknown'));
    return;
  }
  const given = {
    answer: record.id,
    reader: readerOf(ctx),
    value: 'down',
    at: desk.now(),
  } as const;
  desk.parts.memory.answers.vote({ ...given, reason });
  await acknowledge(ctx);
  await replaceMessage(ctx, words.text('bot-vote-noted'));
}

async function askNext(desk: Desk, { ctx, record, value }: Tap): Promise<void> {
  const text = record.suggestions[Number(value)];
  if (text === undefined) {
    await acknowledge(ctx, desk.wordsFor(ctx).text('bot-button-unknown'));
    return;
  }
  await acknowledge(ctx);
  await ask(desk, ctx, { text, tapped: true, goesOnFrom: record });
}
