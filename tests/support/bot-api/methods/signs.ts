import { flag, integer, string } from '../payload.ts';
import { refuse } from '../refusal.ts';
import { acceptedReactions } from '../rules/reactions.ts';
import { acceptedDraft } from '../rules/text.ts';
import type { World } from '../world.ts';
import type { BotMethods } from './method.ts';
import { checkedThread } from './posting.ts';

const ACTIONS: ReadonlySet<string> = new Set([
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
]);

/** The calls that show a reader that the bot is at work, or has seen something. */
export function signMethods({ chats, clock, findPerson }: World): BotMethods {
  return {
    sendChatAction(given) {
      const room = chats.writable(given.chat_id);
      checkedThread(given.message_thread_id, room);
      return ACTIONS.has(string(given.action))
        ? true
        : refuse('Bad Request: wrong parameter action in request');
    },
    sendMessageDraft(given) {
      const written = acceptedDraft(given, findPerson);
      const room = chats.writable(given.chat_id);
      if (room.chat.type !== 'private') refuse('Bad Request: TEXTDRAFT_PEER_INVALID');
      const id = integer(given.draft_id) ?? 0;
      if (id === 0) refuse('Bad Request: draft_id must be a non-zero integer');
      const thread = checkedThread(given.message_thread_id, room);
      room.drafts.set(id, {
        draft_id: id,
        ...written,
        ...(thread === undefined ? {} : { message_thread_id: thread }),
        can_stop: flag(given.can_stop),
        keep_on_stop: flag(given.keep_on_stop),
        at: clock.now,
      });
      return true;
    },
    setMessageReaction(given) {
      const room = chats.writable(given.chat_id);
      const id = integer(given.message_id) ?? 0;
      if (!room.messages.has(id)) refuse('Bad Request: message to react not found');
      const reactions = acceptedReactions(given.reaction, room.allowedReactions);
      if (reactions.length === 0) room.reactions.delete(id);
      else room.reactions.set(id, reactions);
      return true;
    },
  };
}
