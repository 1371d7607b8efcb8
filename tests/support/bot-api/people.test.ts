import { describe, expect, it } from 'vitest';

import { MEDIA } from './media.ts';
import { list, record } from './payload.ts';
import type { Payload } from './payload.ts';
import { createScene } from './scene.ts';
import type { Scene } from './scene.ts';

/** The last update, without its id. */
async function told({ ask }: Scene): Promise<Payload> {
  const response = await ask('getUpdates', { offset: -1 });
  const { update_id: _, ...update } = record(list(response.ok ? response.result : [])[0]);
  return update;
}

const KEYBOARD = {
  inline_keyboard: [
    [
      { text: 'بەڵێ', callback_data: 'yes' },
      { text: 'ماڵپەڕ', url: 'https://a.org' },
    ],
  ],
};

describe('a person who writes', () => {
  it('replies, and marks a part of what they reply to', async () => {
    const scene = await createScene();
    const reply = scene.server.userSends('چی؟', { replyTo: scene.question, quote: 'دنیا' });
    expect(reply).toMatchObject({
      reply_to_message: { message_id: scene.question },
      quote: { text: 'دنیا', position: 8, is_manual: true },
    });
    expect(await told(scene)).toMatchObject({ message: { quote: { text: 'دنیا' } } });
    const unsaid = { replyTo: scene.question, quote: 'نەگوترا' };
    expect(() => scene.server.userSends('چی؟', unsaid)).toThrow(/doesn't say/u);
  });

  it('changes what they wrote', async () => {
    const scene = await createScene();
    scene.server.clock.now += 5;
    scene.server.userEdits(scene.question, '/start بەڵێ');
    expect(await told(scene)).toMatchObject({
      edited_message: {
        message_id: scene.question,
        text: '/start بەڵێ',
        entities: [{ type: 'bot_command' }],
        edit_date: scene.server.clock.now,
      },
    });
    expect(() => scene.server.userEdits(1, 'x')).toThrow(/no message 1/u);
    expect(() => scene.server.userEdits(scene.question, 'x', { from: 8, chat: 7 })).toThrow(
      /^8 has no/u,
    );
  });

  it('writes in a topic of a forum, where the bot may answer', async () => {
    const { server, ask } = await createScene();
    const { message_id: id } = server.userSends('کێ؟', { chat: -5, thread: 3 });
    const answer = { chat_id: -5, text: 'x' };
    await ask('sendMessage', { ...answer, message_thread_id: 3 });
    await ask('sendMessage', { ...answer, reply_parameters: { message_id: id } });
    expect((await ask('sendMessage', { ...answer, message_thread_id: 4 })).ok).toBe(false);
    expect(server.messagesIn(-5)).toMatchObject([
      { message_thread_id: 3, is_topic_message: true, chat: { is_forum: true } },
      { message_thread_id: 3 },
      { message_thread_id: 3, reply_to_message: { message_id: id } },
    ]);
  });

  it.each([
    [9, { type: 'user', sender_user: { id: 9 } }],
    [-9, { type: 'channel', chat: { id: -9, type: 'channel' } }],
    ['کەسێک', { type: 'hidden_user', sender_user_name: 'کەسێک' }],
  ])('passes on what %o wrote', async (forwardedFrom, origin) => {
    const { server } = await createScene();
    expect(server.userSends('x', { forwardedFrom })).toMatchObject({ forward_origin: origin });
  });

  it('sends pictures, files and the rest, with captions and as an album', async () => {
    const scene = await createScene();
    for (const content of Object.values(MEDIA)) {
      expect(scene.server.userSends('', { content })).toMatchObject(content);
    }
    const album = scene.server.userSendsAlbum('@pirsyar_bot چییە؟', [MEDIA.photo, MEDIA.photo]);
    expect(album).toMatchObject([
      { caption: '@pirsyar_bot چییە؟', caption_entities: [{ type: 'mention' }] },
      { photo: [{}] },
    ]);
    expect(album[1]).not.toHaveProperty('caption');
    expect(new Set(album.map(({ media_group_id: group }) => group)).size).toBe(1);
  });

  it('writes in a channel', async () => {
    const scene = await createScene();
    scene.server.channelPosts('هەواڵ', { chat: -9 });
    const update = await told(scene);
    expect(update).toMatchObject({ channel_post: { chat: { type: 'channel' }, text: 'هەواڵ' } });
    expect(record(update['channel_post'])).not.toHaveProperty('from');
    expect(() => scene.server.userSends('x', { chat: -9 })).toThrow(/channel/u);
  });
});

describe('a person who taps', () => {
  it('sends what a button holds, found by its words on any message', async () => {
    const scene = await createScene();
    const first = await scene.sent({ text: 'یەک', reply_markup: KEYBOARD });
    await scene.sent({ text: 'دوو' });
    const id = scene.server.userTaps({ button: 'بەڵێ' }, { message: first });
    expect(await told(scene)).toMatchObject({
      callback_query: { id, data: 'yes', message: { message_id: first, text: 'یەک' } },
    });
  });

  it('finds no button that is not there, tells nothing, or lies below another message', async () => {
    const { server, sent } = await createScene();
    await sent({ text: 'یەک', reply_markup: KEYBOARD });
    expect(() => server.userTaps({ button: 'نەخێر' })).toThrow(/not there.*بەڵێ/u);
    expect(() => server.userTaps({ button: 'ماڵپەڕ' })).toThrow(/tells the bot nothing/u);
    await sent({ text: 'دوو' });
    expect(() => server.userTaps({ button: 'بەڵێ' })).toThrow(/not there/u);
  });

  it('may send forged data, and tap below a message that is gone', async () => {
    const scene = await createScene();
    const gone = await scene.sent({ text: 'یەک' });
    await scene.ask('deleteMessage', { chat_id: 7, message_id: gone });
    scene.server.userTaps('forged', { message: gone });
    expect(await told(scene)).toMatchObject({
      callback_query: { data: 'forged', message: { message_id: gone, date: 0 } },
    });
  });
});

describe('a person in another chat', () => {
  it('asks in the line of any chat', async () => {
    const scene = await createScene();
    const id = scene.server.userQueriesInline('کێ', { from: 8 });
    expect(await told(scene)).toMatchObject({
      inline_query: { id, query: 'کێ', from: { id: 8 }, chat_type: 'sender' },
    });
    const result = {
      type: 'article',
      id: '1',
      title: 'x',
      input_message_content: { message_text: 'x' },
    };
    const answer = { inline_query_id: id, results: [result], cache_time: 0 };
    expect(await scene.ask('answerInlineQuery', answer)).toEqual({ ok: true, result: true });
  });

  it('calls the bot as a guest, which answers once and may change its answer', async () => {
    const scene = await createScene();
    const { chat, guest_query_id: id } = scene.server.userSummons('@pirsyar_bot کێ؟');
    expect(await told(scene)).toMatchObject({ guest_message: { guest_query_id: id } });
    const result = {
      type: 'article',
      id: '1',
      title: 'x',
      input_message_content: { message_text: 'ئازاد' },
      reply_markup: KEYBOARD,
    };
    const response = await scene.ask('answerGuestQuery', { guest_query_id: id, result });
    const inlineId = record(response.ok ? response.result : null)['inline_message_id'];
    scene.server.userTaps({ button: 'بەڵێ' }, { chat: chat.id });
    expect(await told(scene)).toMatchObject({ callback_query: { inline_message_id: inlineId } });
    const edit = { inline_message_id: inlineId, text: 'ئازاد.' };
    expect(await scene.ask('editMessageText', edit)).toEqual({ ok: true, result: true });
    expect(scene.server.messagesIn(chat.id)).toMatchObject([
      { text: '@pirsyar_bot کێ؟' },
      { text: 'ئازاد.', guest_bot_caller_user: { id: 7 } },
    ]);
  });
});

describe('a person who stops a draft', () => {
  it('tells the bot which, and sees it no more unless it is kept', async () => {
    const scene = await createScene();
    const draft = { chat_id: 7, text: 'ئا', can_stop: true };
    await scene.ask('sendMessageDraft', { ...draft, draft_id: 1, keep_on_stop: true });
    await scene.ask('sendMessageDraft', { ...draft, draft_id: 2 });
    await scene.ask('sendMessageDraft', { ...draft, draft_id: 3, can_stop: false });
    scene.server.userStopsDraft(7);
    expect(await told(scene)).toEqual({
      stopped_message_generation: {
        chat: { id: 7, type: 'private', first_name: 'خوێنەر' },
        draft_id: 2,
      },
    });
    scene.server.userStopsDraft(7);
    expect(scene.server.draftsIn(7).map(({ draft_id: id }) => id)).toEqual([1, 3]);
    expect(() => scene.server.userStopsDraft(8)).toThrow(/no draft/u);
  });
});

describe('people who let the bot in or out', () => {
  it('tell it so, and are unheard where it is out', async () => {
    const scene = await createScene();
    scene.server.userBlocks(7);
    expect(await told(scene)).toMatchObject({
      my_chat_member: {
        chat: { id: 7 },
        old_chat_member: { status: 'member' },
        new_chat_member: { status: 'kicked', user: { id: 42 } },
      },
    });
    expect(() => scene.server.userSends('x')).toThrow(/kicked/u);
    scene.server.userUnblocks(7);
    expect((await scene.ask('sendMessage', { chat_id: 7, text: 'x' })).ok).toBe(true);
  });

  it('make it a member or an administrator of groups and channels', async () => {
    const { server, ask } = await createScene();
    server.botIsAdded(-5, { as: 'administrator' });
    server.botIsAdded(-9, { type: 'channel' });
    const response = await ask('getUpdates');
    const updates = list(response.ok ? response.result : []).map(record);
    expect(updates.slice(1)).toMatchObject([
      { my_chat_member: { new_chat_member: { status: 'administrator' } } },
      { message: { new_chat_members: [{ id: 42 }] } },
      { my_chat_member: { chat: { type: 'channel' }, old_chat_member: { status: 'left' } } },
    ]);
    const { message_id: id } = server.userSends('x', { chat: -5 });
    expect((await ask('deleteMessage', { chat_id: -5, message_id: id })).ok).toBe(true);
    expect(await ask('getChatMember', { chat_id: -5, user_id: 42 })).toMatchObject({
      result: { status: 'administrator' },
    });
    expect(await ask('getChatMember', { chat_id: -5, user_id: 7 })).toMatchObject({
      result: { status: 'member', user: { id: 7 } },
    });
    expect(await ask('getChat', { chat_id: -9 })).toMatchObject({ result: { type: 'channel' } });
  });
});
