import type { FormattedString } from '@grammyjs/parse-mode';
import { GrammyError } from 'grammy';
import type { Context, InlineKeyboard, InputFile } from 'grammy';

import { NO_PREVIEW, unlessRefused, withDress } from '../delivery.ts';
import { isPrivate } from '../place.ts';

/** A chat with one admin alone, wherever the command was written: what is told there is none of a group's business. */
export interface AdminChat {
  readonly id: number;
  /** Sends messages in order, and gives the ids. Buttons go below the last. */
  send(messages: readonly FormattedString[], keyboard?: InlineKeyboard): Promise<number[]>;
  /** Puts another text in place of a message of ours; where that is gone, nothing happens. */
  edit(message: number, text: FormattedString, keyboard?: InlineKeyboard): Promise<void>;
  sendDocument(file: InputFile, caption: string): Promise<void>;
  sendPhoto(file: InputFile, caption: string, keyboard?: InlineKeyboard): Promise<void>;
}

/** The chat with the sender of an update. */
export function adminChatOf(ctx: Context): AdminChat {
  return openAdminChat(ctx.api, isPrivate(ctx) ? (ctx.chatId ?? 0) : (ctx.from?.id ?? 0));
}

/** The chat with a Telegram user. Methods reject as grammY's do: with a 403 where the user never opened it. */
export function openAdminChat(api: Context['api'], id: number): AdminChat {
  return {
    id,
    async send(messages, keyboard) {
      const sent: number[] = [];
      for (const [index, message] of messages.entries()) {
        const content = {
          message,
          keyboard: index === messages.length - 1 ? keyboard : undefined,
        };
        const { message_id: number } = await withDress(content, async (text, dress) =>
          api.sendMessage(id, text, { ...NO_PREVIEW, ...dress }),
        );
        sent.push(number);
      }
      return sent;
    },
    async edit(message, text, keyboard) {
      await unlessRefused(async () =>
        withDress({ message: text, keyboard }, async (words, dress) =>
          api.editMessageText(id, message, words, { ...NO_PREVIEW, ...dress }),
        ),
      );
    },
    async sendDocument(file, caption) {
      await api.sendDocument(id, file, { caption });
    },
    async sendPhoto(file, caption, keyboard) {
      await api.sendPhoto(id, file, {
        caption,
        ...(keyboard === undefined ? {} : { reply_markup: keyboard }),
      });
    },
  };
}

/** Whether Telegram lets us write to somebody: they have never opened a chat with the bot, or have blocked it. */
export function isClosedChat(error: unknown): boolean {
  if (!(error instanceof GrammyError)) return false;
  return error.error_code === 403 || error.description.includes('chat not found');
}
