import type { Chat, Message, MessageOrigin, TextQuote, Update } from 'grammy/types';

import type { Room } from '../chats.ts';
import { foundEntities } from '../rules/found-entities.ts';
import { withoutReply } from '../rules/reply.ts';
import type { World } from '../world.ts';
import type { People, Sending } from './people.ts';
import { personOf } from './person.ts';

/** A message that a person sent anywhere but in a channel. */
type Sent = Message & Update.NonChannel;

type Writing = Pick<
  People,
  'userSends' | 'userSendsAlbum' | 'userShares' | 'userEdits' | 'userSummons' | 'channelPosts'
>;

/** A group that the bot isn't in. */
const FOREIGN_GROUP = -77;

/** People who write. */
export function writing(world: World): Writing {
  return {
    userSends: (text, sending = {}) => sends(world, text, sending),
    userSendsAlbum(caption, contents, sending = {}) {
      const group = `album-${world.nextId()}`;
      return contents.map((content, index) =>
        sends(world, index === 0 ? caption : '', {
          ...sending,
          content: { ...content, media_group_id: group },
        }),
      );
    },
    userShares(people, button, doing = {}) {
      const { keyboard } = world.chats.open(doing.chat ?? personOf(world, doing).id);
      const request = keyboard?.requests.get(button);
      if (request === undefined) {
        throw new Error(`No button ${JSON.stringify(button)} asks for people.`);
      }
      const shared = { request_id: request, users: [...people] };
      return sends(world, '', { ...doing, content: { users_shared: shared } });
    },
    userEdits(messageId, text, doing = {}) {
      const from = personOf(world, doing);
      const room = world.chats.open(doing.chat ?? from.id);
      const before = room.messages.get(messageId);
      if (before?.from?.id !== from.id) {
        throw new Error(`${from.id} has no message ${messageId} in the chat ${room.chat.id}.`);
      }
      const { entities: _entities, caption_entities: _captionEntities, ...rest } = before;
      const content = before.text === undefined ? captioned(text) : written(text);
      const chat = groupOrPrivate(room);
      const after = { ...rest, ...content, chat, from, edit_date: world.clock.now };
      world.tell('edited_message', world.chats.keep(after));
      return after;
    },
    userSummons(text, sending = {}) {
      const chat = sending.chat ?? FOREIGN_GROUP;
      if (world.chats.get(chat) === undefined) {
        world.chats.open(chat);
        world.chats.setStanding(chat, 'left');
      }
      const queryId = String(world.nextId());
      const message = { ...composed(world, text, { ...sending, chat }), guest_query_id: queryId };
      world.queries.open('guest', queryId, message);
      world.tell('guest_message', world.chats.keep(message));
      return message;
    },
    channelPosts(text, { chat: id }) {
      const { chat } = world.chats.open(id, 'channel');
      if (chat.type !== 'channel') throw new Error(`The chat ${id} is no channel.`);
      const post = {
        message_id: world.nextId(),
        date: world.clock.now,
        chat,
        sender_chat: chat,
        ...written(text),
      };
      world.tell('channel_post', world.chats.keep(post));
      return post;
    },
  };
}

function sends(world: World, text: string, sending: Sending): Sent {
  const id = sending.chat ?? sending.from ?? personOf(world, sending).id;
  const { standing } = world.chats.open(id);
  if (standing === 'left' || standing === 'kicked') {
    throw new Error(`The bot hears nothing of the chat ${id}: there it is ${standing}.`);
  }
  const message = world.chats.keep(composed(world, text, sending));
  world.tell('message', message);
  return message;
}

/** The message that a person sends, without sending it. */
function composed(world: World, text: string, sending: Sending): Sent {
  const from = personOf(world, sending);
  const room = world.chats.open(sending.chat ?? from.id);
  room.members.set(from.id, from);
  if (sending.thread !== undefined) world.chats.openTopic(room.chat.id, sending.thread);
  const base = {
    ...contentOf(text, sending.content),
    message_id: world.nextId(),
    date: world.clock.now,
    chat: groupOrPrivate(room),
    from,
    ...topicOf(sending),
    ...forwarding(world, sending.forwardedFrom),
  };
  const target = room.messages.get(sending.replyTo ?? 0);
  return target === undefined
    ? base
    : { ...base, reply_to_message: withoutReply(target), ...quoting(target, sending.quote) };
}

function contentOf(text: string, content: Partial<Message> | undefined): Partial<Message> {
  if (content === undefined) return written(text);
  return text === '' ? content : { ...content, ...captioned(text) };
}

function topicOf({ thread }: Sending): Pick<Message, 'message_thread_id' | 'is_topic_message'> {
  return thread === undefined ? {} : { message_thread_id: thread, is_topic_message: true };
}

function forwarding(
  world: World,
  whose: number | string | undefined,
): Pick<Message, 'forward_origin'> {
  return whose === undefined ? {} : { forward_origin: origin(world, whose) };
}

function origin(world: World, whose: number | string): MessageOrigin {
  const date = world.clock.now;
  if (typeof whose === 'string') return { type: 'hidden_user', sender_user_name: whose, date };
  if (whose > 0) return { type: 'user', sender_user: personOf(world, { from: whose }), date };
  const channel: Chat.ChannelChat = { id: whose, type: 'channel', title: 'کەناڵ' };
  return { type: 'channel', chat: channel, message_id: 1, date };
}

function quoting(target: Message, quote: string | undefined): { quote?: TextQuote } {
  if (quote === undefined) return {};
  const position = (target.text ?? target.caption ?? '').indexOf(quote);
  if (position < 0) throw new Error(`The message replied to doesn't say ${JSON.stringify(quote)}.`);
  return { quote: { text: quote, position, is_manual: true } };
}

function groupOrPrivate({ chat }: Room): Exclude<Chat, Chat.ChannelChat> {
  if (chat.type === 'channel') throw new Error(`Only channels post in the channel ${chat.id}.`);
  return chat;
}

function written(text: string): Pick<Message, 'text' | 'entities'> & { text: string } {
  const entities = foundEntities(text);
  return entities.length > 0 ? { text, entities } : { text };
}

function captioned(caption: string): Pick<Message, 'caption' | 'caption_entities'> {
  const entities = foundEntities(caption);
  return entities.length > 0 ? { caption, caption_entities: entities } : { caption };
}
