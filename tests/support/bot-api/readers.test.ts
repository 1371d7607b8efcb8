import { describe, expect, it } from 'vitest';

import { createScene } from './scene.ts';

const KEYBOARD = { inline_keyboard: [[{ text: 'بەڵێ', callback_data: 'yes' }]] };

function menu(description: string): object {
  return { commands: [{ command: 'start', description }] };
}

describe('a reader', () => {
  it('sees messages as they are after edits, deletions and reactions', async () => {
    const { server, question, ask, sent } = await createScene();
    const reply_parameters = { message_id: question, quote: 'دنیا' };
    const first = await sent({ text: 'یەک', reply_markup: KEYBOARD, reply_parameters });
    const second = await sent({ text: 'دوو' });
    const bold = [{ type: 'bold', offset: 0, length: 3 }];
    await ask('editMessageText', { chat_id: 7, message_id: first, text: 'سێیەم', entities: bold });
    await ask('editMessageReplyMarkup', { chat_id: 7, message_id: first, reply_markup: KEYBOARD });
    await ask('deleteMessage', { chat_id: 7, message_id: second });
    const reaction = [{ type: 'emoji', emoji: '👀' }];
    await ask('setMessageReaction', { chat_id: 7, message_id: question, reaction });
    expect(server.messagesIn(7)).toMatchObject([
      { message_id: question, reactions: reaction },
      {
        message_id: first,
        text: 'سێیەم',
        entities: bold,
        reply_markup: KEYBOARD,
        reply_to_message: { message_id: question },
        quote: { text: 'دنیا', position: 8, is_manual: true },
        edit_date: server.clock.now,
      },
    ]);
    await ask('setMessageReaction', { chat_id: 7, message_id: question });
    expect(server.messagesIn(7)[0]).not.toHaveProperty('reactions');
  });

  it('sees a text without spaces at its ends and without what Telegram takes away', async () => {
    const { server, sent } = await createScene();
    await sent({
      text: '\n\u202bیەک\u0007دوو\u2066سێ\u2069\r ',
      entities: [
        { type: 'bold', offset: 2, length: 3 },
        { type: 'italic', offset: 6, length: 3 },
        { type: 'code', offset: 0, length: 1 },
      ],
    });
    expect(server.messagesIn(7).at(-1)).toMatchObject({
      text: 'یەک دوو\u2066سێ\u2069',
      entities: [
        { type: 'bold', offset: 0, length: 3 },
        { type: 'italic', offset: 4, length: 3 },
      ],
    });
  });

  it('sees a draft until the message comes, or for half a minute', async () => {
    const { server, ask, sent } = await createScene();
    const draft = { chat_id: 7, draft_id: 1, text: 'یە' };
    await ask('sendMessageDraft', draft);
    await ask('sendMessageDraft', { ...draft, text: 'یەک' });
    expect(server.draftsIn(7)).toMatchObject([{ draft_id: 1, text: 'یەک' }]);
    await sent({ text: 'یەک' });
    expect(server.draftsIn(7)).toEqual([]);
    await ask('sendMessageDraft', draft);
    server.clock.now += 30;
    expect(server.draftsIn(7)).toEqual([]);
  });

  it('sees the commands of their chat and language', async () => {
    const { server, ask } = await createScene();
    await ask('setMyCommands', menu('all'));
    await ask('setMyCommands', { ...menu('kurdish'), language_code: 'ku' });
    await ask('setMyCommands', { ...menu('seven'), scope: { type: 'chat', chat_id: 7 } });
    const shown = (chat: number, language?: string): unknown =>
      server.commandsIn(chat, language)[0]?.description;
    expect([shown(7, 'ku'), shown(8, 'ku'), shown(8), shown(-5, 'en')]).toEqual([
      'seven',
      'kurdish',
      'all',
      'all',
    ]);
    expect(await ask('getMyCommands', { language_code: 'ku' })).toMatchObject({
      result: [{ description: 'kurdish' }],
    });
    await ask('deleteMyCommands', { language_code: 'ku' });
    expect(shown(8, 'ku')).toBe('all');
  });

  it('sees the name and descriptions of their language', async () => {
    const { server, ask } = await createScene();
    await ask('setMyName', { name: 'پرسیار', language_code: 'ku' });
    await ask('setMyDescription', { description: 'Answers.' });
    await ask('setMyDescription', { description: 'وەڵام.', language_code: 'ku' });
    await ask('setMyShortDescription', { short_description: 'Short.' });
    expect(server.profile('ku')).toEqual({
      name: 'پرسیار',
      description: 'وەڵام.',
      shortDescription: 'Short.',
    });
    expect(server.profile()).toMatchObject({ name: 'Pirsyar', description: 'Answers.' });
    await ask('setMyDescription', { description: '', language_code: 'ku' });
    expect(await ask('getMyDescription', { language_code: 'ku' })).toMatchObject({
      result: { description: 'Answers.' },
    });
  });

  it('is remembered only as far as the server is told to', async () => {
    const { server, sent } = await createScene({ messagesKept: 2, recordsCalls: false });
    for (const text of ['یەک', 'دوو', 'سێ']) await sent({ text });
    expect(server.messagesIn(7).map(({ text }) => text)).toEqual(['دوو', 'سێ']);
    expect(server.calls).toEqual([]);
    await expect(server.nextCall('sendMessage')).rejects.toThrow(/no record/u);
  });
});
