import type { CallbackQuery, InaccessibleMessage, Message } from 'grammy/types';

import { draftsShown } from '../drafts.ts';
import type { World } from '../world.ts';
import type { People, Tapped } from './people.ts';
import { personOf } from './person.ts';

type TappingPeople = Pick<People, 'userTaps' | 'userQueriesInline' | 'userStopsDraft'>;

/** People who tap and search. */
export function tapping(world: World): TappingPeople {
  return {
    userTaps(tapped, where = {}) {
      const from = personOf(world, where);
      const { chat, messages, lastOfBot } = world.chats.open(where.chat ?? from.id);
      const shown = where.message === undefined ? lastOfBot : messages.get(where.message);
      const data = typeof tapped === 'string' ? tapped : dataOf(tapped, shown);
      const gone = where.message === undefined ? undefined : { chat, message_id: where.message };
      const id = String(world.nextId());
      const tap = { id, from, chat_instance: String(chat.id), data };
      world.queries.open('callback', id, null);
      world.tell('callback_query', { ...tap, ...place(world, shown, gone) });
      return id;
    },
    userQueriesInline(query, doing = {}) {
      const from = personOf(world, doing);
      const id = String(world.nextId());
      world.queries.open('inline', id, null);
      const type = doing.chat === undefined ? 'sender' : world.chats.open(doing.chat).chat.type;
      world.tell('inline_query', { id, from, query, offset: '', chat_type: type });
      return id;
    },
    userStopsDraft(chatId) {
      const room = world.chats.open(chatId);
      const draft = draftsShown(room, world.clock.now).findLast(({ can_stop }) => can_stop);
      if (draft === undefined || room.chat.type !== 'private') {
        throw new Error(`The chat ${chatId} has no draft with a button that stops it.`);
      }
      if (!draft.keep_on_stop) room.drafts.delete(draft.draft_id);
      const { draft_id, message_thread_id: thread } = draft;
      world.tell('stopped_message_generation', {
        chat: room.chat,
        draft_id,
        ...(thread === undefined ? {} : { message_thread_id: thread }),
      });
    },
  };
}

/** What the query says of the message below which a button was tapped. */
function place(
  world: World,
  shown: Message | undefined,
  gone: Omit<InaccessibleMessage, 'date'> | undefined,
): Pick<CallbackQuery, 'message' | 'inline_message_id'> {
  if (shown === undefined) return gone === undefined ? {} : { message: { ...gone, date: 0 } };
  const inlineId = shown.via_bot?.id === world.me.id ? inlineIdOf(world, shown) : undefined;
  return inlineId === undefined ? { message: shown } : { inline_message_id: inlineId };
}

function inlineIdOf(world: World, { chat, message_id }: Message): string | undefined {
  for (const [id, there] of world.inlineMessages) {
    if (there.chat === chat.id && there.message === message_id) return id;
  }
  return undefined;
}

function dataOf({ button: words }: Exclude<Tapped, string>, shown: Message | undefined): string {
  const buttons = shown?.reply_markup?.inline_keyboard.flat() ?? [];
  const button = buttons.find(({ text }) => text === words);
  if (button !== undefined && 'callback_data' in button) return button.callback_data;
  const others = buttons.map(({ text }) => JSON.stringify(text)).join(', ');
  const fault = button === undefined ? 'is not there' : 'tells the bot nothing';
  throw new Error(`The button ${JSON.stringify(words)} ${fault}; the message has: ${others}`);
}
