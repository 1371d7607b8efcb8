import type { MessageEntity } from 'grammy/types';

/** The entities that Telegram finds by itself in what people write. */
export function foundEntities(text: string): MessageEntity[] {
  return [...text.matchAll(/(?<![\w/])(?:\/\w{1,32}(?:@\w+)?|@\w{4,})/gu)].map(
    ({ 0: found, index }) => ({
      type: found.startsWith('/') ? 'bot_command' : 'mention',
      offset: index,
      length: found.length,
    }),
  );
}
