import type { Chat, ChatFullInfo, ChatMember, User } from 'grammy/types';

import type { Room } from '../chats.ts';
import { integer } from '../payload.ts';
import { refuse } from '../refusal.ts';
import type { World } from '../world.ts';
import type { BotMethods } from './method.ts';

const NO_GIFTS = {
  unlimited_gifts: false,
  limited_gifts: false,
  unique_gifts: false,
  premium_subscription: false,
  gifts_from_channels: false,
};

const RIGHTS = {
  can_be_edited: false,
  is_anonymous: false,
  can_manage_chat: true,
  can_delete_messages: true,
  can_manage_video_chats: true,
  can_restrict_members: true,
  can_promote_members: false,
  can_change_info: true,
  can_invite_users: true,
  can_post_stories: false,
  can_edit_stories: false,
  can_delete_stories: false,
  can_send_welcome_messages: false,
};

/** The calls by which a bot learns of a chat and of who is in it. */
export function chatMethods({ me, chats }: World): BotMethods {
  return {
    getChat: (given) => fullInfo(chats.known(given.chat_id).chat),
    getChatMember(given) {
      const room = chats.known(given.chat_id);
      const id = integer(given.user_id);
      if (id === null) return refuse('Bad Request: invalid user_id specified');
      if (id === me.id) return memberOf(room, me);
      const user = room.members.get(id);
      return user === undefined
        ? refuse('Bad Request: member not found')
        : { status: 'member', user };
    },
  };
}

/** What the bot is in a chat. */
export function memberOf({ standing }: Pick<Room, 'standing'>, user: User): ChatMember {
  if (standing === 'kicked') return { status: standing, user, until_date: 0 };
  return standing === 'administrator'
    ? { status: standing, user, ...RIGHTS }
    : { status: standing, user };
}

function fullInfo(chat: Chat): ChatFullInfo {
  return { ...chat, accent_color_id: 0, max_reaction_count: 11, accepted_gift_types: NO_GIFTS };
}
