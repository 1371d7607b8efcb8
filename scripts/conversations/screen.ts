import type { MessageEntity } from 'grammy/types';

/** The language that a reader's Telegram speaks. */
export type AppLanguage = 'ku' | 'en';

/** One conversation as it stands on a reader's screen. */
export interface Screen {
  /** The bot, or the group. */
  readonly title: string;
  readonly kind: 'private' | 'group';
  readonly appLanguage: AppLanguage;
  /** From above to below. */
  readonly messages: readonly ShownMessage[];
  /** What is being written: a message that grows, or only the sign that somebody types; null: nothing. */
  readonly draft: FormattedText | 'typing' | null;
  /** What a tapped button said for a moment; null: nothing. */
  readonly notice: string | null;
}

/** Text with entities whose offsets are UTF-16 units. */
export interface FormattedText {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}

/** A message in a chat. */
export interface ShownMessage extends FormattedText {
  readonly id: number;
  /** Its own name is shown in groups. */
  readonly from: string;
  readonly isOwn: boolean;
  readonly replyTo: ShownReply | null;
  /** The texts of its buttons, row by row. */
  readonly keyboard: readonly (readonly string[])[];
  readonly reactions: readonly string[];
  /** Seconds since 1970. */
  readonly date: number;
  readonly isEdited: boolean;
  /** Whether the reader has tapped its expandable quotes. */
  readonly isExpanded: boolean;
}

/** The line above a message that says to what it replies. */
export interface ShownReply {
  readonly from: string;
  readonly text: string;
  /** Whether the text was marked by hand in the other message. */
  readonly isQuote: boolean;
}
