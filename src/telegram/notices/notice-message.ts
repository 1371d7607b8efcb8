import { FormattedString } from '@grammyjs/parse-mode';
import { InlineKeyboard } from 'grammy';

import type { AnswerLanguage } from '../../answering/answer.ts';
import { changesBetween } from '../../answering/text-changes.ts';
import type { Messages } from '../../messages.ts';
import { sentenceAddress } from '../address.ts';
import { changedText } from '../changed-text.ts';
import { plain } from '../plain.ts';
import { splitMessage } from '../split-message.ts';
import type { NoticeContent } from './notice.ts';
import type { SentenceChange } from './sentence-change.ts';

/** What the data of a button asks anew: the question of an answer. */
function againData(answer: number): string {
  return `again:${answer.toString(36)}`;
}

/** The data of the button that ends following. */
export const STOP_FOLLOWING = 'follow:off';

/** In whose words a notice is written, and whom its links open. */
interface Telling {
  readonly words: Messages;
  readonly language: AnswerLanguage;
  /** The bot's. */
  readonly username: string;
}

/** The messages of a notice: the question, what became of each sentence with its addresses, and how to ask again or hear no more. */
export function noticeMessages(
  content: NoticeContent,
  telling: Telling,
): { readonly messages: readonly FormattedString[]; readonly keyboard: InlineKeyboard } {
  const { words } = telling;
  const stop = InlineKeyboard.text(words.text('follow-button-stop'), STOP_FOLLOWING);
  if (content.kind === 'more') {
    const text = words.text('follow-more', { count: content.count });
    return { messages: [plain(text)], keyboard: InlineKeyboard.from([[stop]]) };
  }
  const again = InlineKeyboard.text(words.text('follow-button-again'), againData(content.answer));
  const messages = splitMessage([
    plain(words.text('follow-notice')),
    FormattedString.blockquote(content.question),
    ...content.changes.flatMap((change) => blocksOf(change, telling)),
    plain(words.text('follow-notice-end')),
  ]);
  return { messages, keyboard: InlineKeyboard.from([[again], [stop]]) };
}

function blocksOf({ from, to }: SentenceChange, telling: Telling): FormattedString[] {
  const { words, language, username } = telling;
  const link = (key: string, id: string): FormattedString =>
    FormattedString.link(words.text(key), sentenceAddress(username, id));
  if (to === null) {
    const english = language === 'en' && from.rendition !== null ? [plain(from.rendition)] : [];
    return [
      plain(words.text('follow-removed')),
      ...english,
      FormattedString.blockquote(from.text),
      link('follow-before', from.id),
    ];
  }
  const english =
    language === 'en' && from.rendition !== null && to.rendition !== null
      ? [changedText(changesBetween(from.rendition, to.rendition))]
      : [];
  return [
    plain(words.text('bot-sentence-changed')),
    ...english,
    changedText(changesBetween(from.text, to.text)),
    FormattedString.join([link('follow-before', from.id), link('follow-now', to.id)], '\n'),
  ];
}
