import type { Message, SharedUser } from 'grammy/types';

/** Who does something, and where; by default reader 7 in their private chat, whose app is in Kurdish. */
export interface Doing {
  readonly from?: number;
  readonly languageCode?: string;
  /** A negative number is a group. Default: the private chat of `from`. */
  readonly chat?: number;
}

/** How a person writes. */
export interface Sending extends Doing {
  /** The id of the message replied to. */
  readonly replyTo?: number;
  /** The part of the message replied to that the person marked. */
  readonly quote?: string;
  /** The topic of a forum. */
  readonly thread?: number;
  /** Whose message is passed on: a person, a channel (a negative number), or the name of someone who hides. */
  readonly forwardedFrom?: number | string;
  /** What is sent: `{ photo: […] }`, `{ sticker: … }` and so on; the text, unless empty, is its caption. */
  readonly content?: Partial<Message>;
}

/** Which message a button belongs to. */
interface Tapping extends Doing {
  /** Default: the newest message of the bot in the chat. */
  readonly message?: number;
}

/** What is tapped: a button by its words, or any data at all, as a forged app may send it. */
export type Tapped = string | { readonly button: string };

/** What people do. */
export interface People {
  /** A person writes; the message as the bot will receive it. */
  userSends(text: string, sending?: Sending): Message;
  /** A person sends several photos, films or files at once; the caption, unless empty, stands below the first. */
  userSendsAlbum(
    caption: string,
    contents: readonly Partial<Message>[],
    sending?: Sending,
  ): Message[];
  /**
   * A person taps the button that stands in place of the letters and asks for people, and chooses these; the message that tells so.
   *
   * @throws {Error} if there is no such button.
   */
  userShares(people: readonly SharedUser[], button: string, doing?: Doing): Message;
  /** A person changes what they wrote. */
  userEdits(messageId: number, text: string, doing?: Doing): Message;
  /**
   * A person taps a button below a message of the bot; the id of the query.
   *
   * @throws {Error} if the message has no button with these words, or one that tells the bot nothing.
   */
  userTaps(tapped: Tapped, tapping?: Tapping): string;
  /** A person writes the bot's name and a query in the line of any chat; the id of the query. */
  userQueriesInline(query: string, doing?: Doing): string;
  /** A person mentions the bot in a group that it isn't in; the message as the bot will receive it. */
  userSummons(text: string, sending?: Sending): Message;
  /**
   * A person stops the newest draft of a chat that can be stopped.
   *
   * @throws {Error} if none can be.
   */
  userStopsDraft(chat: number): void;
  userBlocks(user: number): void;
  userUnblocks(user: number): void;
  /** A person makes the bot a member of a group or channel. */
  botIsAdded(chat: number, adding?: Adding): void;
  botIsRemoved(chat: number, doing?: Doing): void;
  channelPosts(text: string, sending: { readonly chat: number }): Message;
}

/** How the bot comes into a chat. */
interface Adding extends Doing {
  /** Default: `member`. */
  readonly as?: 'member' | 'administrator';
  /** Default: `supergroup`. */
  readonly type?: 'group' | 'supergroup' | 'channel';
}
