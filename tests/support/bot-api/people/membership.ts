import type { User } from 'grammy/types';

import type { Room, Standing } from '../chats.ts';
import { memberOf } from '../methods/chats.ts';
import type { World } from '../world.ts';
import type { People } from './people.ts';
import { personOf } from './person.ts';

type Membership = Pick<People, 'userBlocks' | 'userUnblocks' | 'botIsAdded' | 'botIsRemoved'>;

/** People who let the bot in, or throw it out. */
export function membership(world: World): Membership {
  const { chats } = world;
  return {
    userBlocks(user) {
      change(world, chats.open(user), 'kicked', personOf(world, { from: user }));
    },
    userUnblocks(user) {
      change(world, chats.open(user), 'member', personOf(world, { from: user }));
    },
    botIsAdded(id, { as = 'member', type = 'supergroup', ...doing } = {}) {
      const from = personOf(world, doing);
      if (chats.get(id) === undefined) {
        chats.open(id, type);
        chats.setStanding(id, 'left');
      }
      const room = chats.open(id);
      change(world, room, as, from);
      if (room.chat.type !== 'channel') {
        const arrival = {
          message_id: world.nextId(),
          date: world.clock.now,
          chat: room.chat,
          from,
          new_chat_members: [world.me],
        };
        world.tell('message', chats.keep(arrival));
      }
    },
    botIsRemoved(id, doing = {}) {
      change(world, chats.open(id), 'kicked', personOf(world, doing));
    },
  };
}

function change(world: World, room: Room, standing: Standing, from: User): void {
  const before = memberOf(room, world.me);
  world.chats.setStanding(room.chat.id, standing);
  world.tell('my_chat_member', {
    chat: room.chat,
    from,
    date: world.clock.now,
    old_chat_member: before,
    new_chat_member: memberOf(room, world.me),
  });
}
