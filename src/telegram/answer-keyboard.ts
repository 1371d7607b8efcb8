import { InlineKeyboard } from 'grammy';

import type { Answer, AnswerLanguage } from '../answering/answer.ts';
import type { Messages } from '../messages.ts';
import type { AnswerRecord } from './memory.ts';

/** What a button below an answer does. */
export const ANSWER_ACTIONS = {
  context: 'c',
  language: 'l',
  copy: 'q',
  vote: 'v',
  reason: 'w',
  suggestion: 's',
} as const;

type AnswerAction = keyof typeof ANSWER_ACTIONS;

/** Reasons why an answer was no good, in the order of their buttons; `missing` is for refusals, `wrong` and `beside` are not. */
export const REASONS = ['wrong', 'beside', 'incomplete', 'unclear', 'missing'] as const;

/** Telegram copies no more at a tap. */
const COPIED_UNITS = 256;
/** Telegram shows about so many letters of a button. */
const CONTEXT_BUTTONS = 4;

/** What the data of a button says: 64 bytes at most, so the answer's number and no words. */
export function answerData(id: number, action: AnswerAction, value: string | number = ''): string {
  return `a:${id.toString(36)}:${ANSWER_ACTIONS[action]}${value}`;
}

/** The data of one action, for `callbackQuery`: the answer's number and the value behind the action. */
export function answerPattern(action: AnswerAction): RegExp {
  return new RegExp(`^a:(?<id>[0-9a-z]{1,11}):${ANSWER_ACTIONS[action]}(?<value>[a-z0-9]*)$`, 'u');
}

/** The buttons below an answer: its sentences in their context, the other language, its words to copy, a vote, and what to ask next. */
export function answerKeyboard(
  { id, suggestions }: Pick<AnswerRecord, 'id' | 'suggestions'>,
  answer: Answer,
  words: Messages,
): InlineKeyboard {
  const keyboard = new InlineKeyboard();
  const cited = answer.citations.slice(0, CONTEXT_BUTTONS);
  for (const [index, { marker }] of cited.entries()) {
    const text =
      cited.length === 1
        ? words.text('bot-button-context')
        : words.text('bot-button-context-of', { marker: marker === 0 ? index + 1 : `[${marker}]` });
    keyboard.text(text, answerData(id, 'context', index));
  }
  // Four buttons in a row leave no room for words.
  const isCrowded = cited.length > 1;
  if (isCrowded) keyboard.row();
  const other = otherLanguage(answer.language);
  keyboard.text(words.text(`bot-button-to-${other}`), answerData(id, 'language', other));
  if (!isCrowded) keyboard.row();
  copyButton(keyboard, id, answer, words);
  if (isCrowded) keyboard.row();
  keyboard
    .text(words.text('bot-button-up'), answerData(id, 'vote', 'up'))
    .text(words.text('bot-button-down'), answerData(id, 'vote', 'down'));
  for (const [index, question] of suggestions.entries()) {
    keyboard.row().text(question, answerData(id, 'suggestion', index));
  }
  return keyboard;
}

/** The quote goes to the clipboard at a tap where Telegram can; a longer one is sent to be copied. */
function copyButton(
  keyboard: InlineKeyboard,
  id: number,
  { citations: [first] }: Answer,
  words: Messages,
): void {
  if (first === undefined) return;
  const text = words.text('bot-button-copy');
  if (first.quote.length <= COPIED_UNITS) keyboard.copyText(text, first.quote);
  else keyboard.text(text, answerData(id, 'copy'));
}

/** The language that an answer isn't in. */
function otherLanguage(language: AnswerLanguage): AnswerLanguage {
  return language === 'ckb' ? 'en' : 'ckb';
}

/** What was wrong, in one tap, below the answer's own buttons' place. */
export function reasonKeyboard(id: number, answer: Answer, words: Messages): InlineKeyboard {
  const isRefusal = answer.status === 'not-in-document';
  const fitting = REASONS.filter((reason) =>
    isRefusal ? reason !== 'wrong' && reason !== 'beside' : reason !== 'missing',
  );
  return InlineKeyboard.from(
    fitting.map((reason) => [
      InlineKeyboard.text(words.text(`bot-vote-${reason}`), answerData(id, 'reason', reason)),
    ]),
  );
}
