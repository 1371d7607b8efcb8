import { string } from '../payload.ts';
import { refuse } from '../refusal.ts';
import { acceptedResult, checkInlineOptions, checkInlineResults } from '../rules/inline.ts';
import type { World } from '../world.ts';
import type { BotMethods } from './method.ts';

const MAX_NOTICE = 200;

/** The calls that answer what people ask by a tap, in the line of another chat, or by a mention. */
export function queryMethods(world: World): BotMethods {
  const { queries, findPerson } = world;
  return {
    answerCallbackQuery(given) {
      queries.take('callback', given.callback_query_id);
      return string(given.text).length <= MAX_NOTICE || refuse('Bad Request: MESSAGE_TOO_LONG');
    },
    answerInlineQuery(given) {
      checkInlineResults(given.results, findPerson);
      checkInlineOptions(given);
      queries.take('inline', given.inline_query_id);
      return true;
    },
    answerGuestQuery(given) {
      const content = acceptedResult(given.result, findPerson);
      const summons = queries.take('guest', given.guest_query_id);
      const inlineId = `inline-${world.nextId()}`;
      if (summons !== null) {
        const { chat, from } = summons;
        const message = world.chats.keep({
          message_id: world.nextId(),
          date: world.clock.now,
          chat,
          from: world.me,
          via_bot: world.me,
          ...(from === undefined ? {} : { guest_bot_caller_user: from }),
          ...content,
        });
        world.inlineMessages.set(inlineId, { chat: chat.id, message: message.message_id });
      }
      return { inline_message_id: inlineId };
    },
  };
}
