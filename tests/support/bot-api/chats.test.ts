import { describe, expect, it } from 'vitest';

import { outcome, refusal } from './refusal-rows.ts';
import type { Made, Row } from './refusal-rows.ts';

const BOLD = { type: 'bold', offset: 0, length: 2 };

function quoting(parameters: object): Made {
  return ({ question }) => ({
    chat_id: 7,
    text: 'x',
    reply_parameters: { message_id: question, ...parameters },
  });
}

describe('chats and messages', () => {
  it.each<Row>([
    ['sendMessage', { text: 'x' }, 'chat_id is empty'],
    ['sendMessage', { chat_id: 8, text: 'x' }, 'chat not found'],
    ['sendMessage', { chat_id: '@someone', text: 'x' }, 'chat not found'],
    [
      'sendMessage',
      { chat_id: 7, text: 'x', reply_parameters: { message_id: 1 } },
      'message to be replied not found',
    ],
    [
      'sendMessage',
      { chat_id: 7, text: 'x', reply_to_message_id: 1 },
      'message to be replied not found',
    ],
    [
      'sendMessage',
      { chat_id: 7, text: 'x', reply_parameters: {} },
      'can\'t find field "message_id"',
    ],
    ['sendMessage', quoting({ quote: 'سڵاو دنیا' }), 'QUOTE_TEXT_INVALID'],
    [
      'sendMessage',
      quoting({ quote: 'دنیا', quote_entities: [{ ...BOLD, length: 4 }] }),
      'QUOTE_TEXT_INVALID',
    ],
    ['sendMessage', { chat_id: 7, text: 'x', message_thread_id: 3 }, 'message thread not found'],
    [
      'sendMessage',
      { chat_id: 7, text: 'x', business_connection_id: 'x' },
      'business connection not found',
    ],
    ['editMessageText', { chat_id: 7, message_id: 1, text: 'x' }, 'message to edit not found'],
    ['editMessageText', { chat_id: 7, text: 'x' }, 'message identifier is not specified'],
    ['editMessageText', { inline_message_id: 'x', text: 'x' }, 'MESSAGE_ID_INVALID'],
    [
      'editMessageText',
      ({ question }) => ({ chat_id: 7, message_id: question, text: 'x' }),
      "message can't be edited",
    ],
    [
      'editMessageText',
      async ({ sent }) => ({ chat_id: 7, message_id: await sent({ text: 'x' }), text: 'x' }),
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    ],
    ['deleteMessage', { chat_id: 7, message_id: 1 }, 'message to delete not found'],
    [
      'deleteMessage',
      ({ server }) => ({ chat_id: -5, message_id: server.userSends('x', { chat: -5 }).message_id }),
      "message can't be deleted",
    ],
    [
      'deleteMessage',
      ({ server, question }) => {
        server.clock.now += 49 * 60 * 60;
        return { chat_id: 7, message_id: question };
      },
      "message can't be deleted for everyone",
    ],
    [
      'sendMessage',
      ({ server }) => {
        server.userBlocks(7);
        return { chat_id: 7, text: 'x' };
      },
      'Forbidden: bot was blocked by the user',
    ],
    [
      'sendMessage',
      ({ server }) => {
        server.botIsAdded(-5);
        server.botIsRemoved(-5);
        return { chat_id: -5, text: 'x' };
      },
      'Forbidden: bot was kicked from the supergroup chat',
    ],
    [
      'sendMessage',
      ({ server }) => ({ chat_id: server.userSummons('@pirsyar_bot x').chat.id, text: 'x' }),
      'Forbidden: bot is not a member of the supergroup chat',
    ],
    ['getChat', { chat_id: 8 }, 'chat not found'],
    ['getChatMember', { chat_id: 7, user_id: 8 }, 'member not found'],
    ['getFile', { file_id: 'x' }, 'wrong file_id or the file is temporarily unavailable'],
    ['sendChatAction', { chat_id: 7, action: 'sleeping' }, 'wrong parameter action in request'],
    ['setMessageReaction', { chat_id: 7, message_id: 1 }, 'message to react not found'],
  ])('of %s %o: %s', async (method, payload, words) => {
    expect(await outcome(method, payload)).toEqual(refusal(words));
  });
});

function reacting(emoji: string, type = 'emoji'): Made {
  return ({ question }) => ({ chat_id: 7, message_id: question, reaction: [{ type, emoji }] });
}

describe('drafts and reactions', () => {
  it.each<Row>([
    ['sendMessageDraft', { chat_id: 7, text: 'x' }, 'draft_id must be a non-zero integer'],
    [
      'sendMessageDraft',
      { chat_id: 7, draft_id: 0, text: 'x' },
      'draft_id must be a non-zero integer',
    ],
    [
      'sendMessageDraft',
      ({ server }) => {
        server.userSends('x', { chat: -5 });
        return { chat_id: -5, draft_id: 1, text: 'x' };
      },
      'TEXTDRAFT_PEER_INVALID',
    ],
    ['setMessageReaction', reacting('🔖'), 'REACTION_INVALID'],
    ['setMessageReaction', reacting('👍', 'paid'), 'REACTION_INVALID'],
    [
      'setMessageReaction',
      ({ server, question }) => {
        server.allowReactions(7, ['👎']);
        return { chat_id: 7, message_id: question, reaction: [{ type: 'emoji', emoji: '👍' }] };
      },
      'REACTION_INVALID',
    ],
    [
      'setMessageReaction',
      ({ question }) => ({ chat_id: 7, message_id: question, reaction: [{}, {}] }),
      'REACTIONS_TOO_MANY',
    ],
  ])('of %s %o: %s', async (method, payload, words) => {
    expect(await outcome(method, payload)).toEqual(refusal(words));
  });
});
