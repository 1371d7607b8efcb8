import { describe, expect, it } from 'vitest';

import { FAULTS } from '../support/bot-api/faults.ts';
import { NOW, textsIn, WORDS } from './bot-harness.ts';
import {
  asksAndFollows,
  ckb,
  LAST,
  NEW,
  OLD,
  OTHER,
  QUESTION,
  restsOn,
  scene,
  toldIn,
} from './follow-scene.ts';
import type { Scene } from './follow-scene.ts';
import { spansOf } from './real-bot.ts';

const en = (key: string, values = {}): string => WORDS.en.text(key, values);
/** Longer than calls wait for. */
const BUSY = FAULTS.tooManyRequests(90);

describe('/follow', () => {
  it('says what it means, and doesn’t end by being said twice; a button ends it and begins it', async () => {
    const bot = await scene();
    bot.server.userSends('/follow');
    expect(await bot.nextText()).toBe(ckb('follow-begun'));
    bot.server.userSends('/follow');
    expect(await bot.nextText()).toBe(ckb('follow-already'));
    expect(bot.memory.followers.follows(7)).toBe(true);
    bot.server.userTaps({ button: ckb('follow-button-stop') });
    expect(await bot.nextText()).toBe(ckb('follow-ended'));
    expect(bot.memory.followers.follows(7)).toBe(false);
    bot.server.userTaps({ button: ckb('follow-button-begin') });
    expect(await bot.nextText()).toBe(ckb('follow-begun'));
    expect(bot.memory.followers.follows(7)).toBe(true);
  });

  it('in a group says that it tells in private, and does', async () => {
    const bot = await scene();
    bot.server.userSends('/start', { from: 7 });
    await bot.nextText();
    bot.server.userSends(`@pirsyar_bot ${QUESTION}`, { chat: -5 });
    await bot.nextText();
    bot.server.userSends('/follow', { chat: -5 });
    expect(await bot.nextText()).toContain(ckb('follow-privately', { name: '@pirsyar_bot' }));
    bot.swap(NEW, OTHER, LAST);
    expect((await bot.next()).text).toContain(QUESTION);
    expect(textsIn(bot.server, -5).join('')).not.toContain('باج پێنج');
  });

  it('can’t be said in the name of a group', async () => {
    const bot = await scene();
    const sender_chat = { id: -5, type: 'supergroup' as const, title: 'گرووپ' };
    const entities = [{ type: 'bot_command' as const, offset: 0, length: 7 }];
    const content = { text: '/follow', entities, sender_chat };
    bot.server.userSends('', { chat: -5, content });
    expect(await bot.nextText()).toBe(ckb('follow-nobody'));
    expect(bot.memory.followers.follows(-5)).toBe(false);
  });

  it('is named by /privacy and ended by /forget, with what was still to be told', async () => {
    const bot = await scene();
    await asksAndFollows(bot);
    bot.server.userSends('/privacy');
    expect(await bot.nextText()).toContain(ckb('follow-privacy'));
    bot.memory.outbox.add([{ reader: 7, chat: 7, content: '{}', at: NOW, about: [] }]);
    bot.server.userSends('/forget');
    await bot.nextText();
    expect(bot.memory.followers.follows(7)).toBe(false);
    expect(bot.memory.outbox.pending()).toEqual([]);
  });
});

describe('who follows', () => {
  it('is told what changed of what an answer rests on, and can ask again', async () => {
    const bot = await scene();
    await asksAndFollows(bot);
    bot.swap(NEW, OTHER, LAST);
    const notice = await bot.next();
    expect(spansOf(notice, 'blockquote')).toEqual([QUESTION]);
    expect(spansOf(notice, 'strikethrough')).toEqual(['دە']);
    expect(spansOf(notice, 'bold')).toEqual(['پێنج']);
    const links = (notice.entities ?? []).flatMap((one) =>
      one.type === 'text_link' ? one.url : [],
    );
    expect(links).toEqual([OLD, NEW].map(({ id }) => `https://t.me/pirsyar_bot?start=s_${id}`));
    bot.server.userTaps({ button: ckb('follow-button-again') });
    expect(await bot.nextText()).toContain(ckb('bot-asked', { question: QUESTION }));
    expect(bot.answerer.asked.at(-1)).toMatchObject({ text: QUESTION, history: [] });
    await bot.handle.stop();
    expect(bot.memory.outbox.pending()).toEqual([]);
  });

  it('is told what was taken out', async () => {
    const bot = await scene();
    await asksAndFollows(bot);
    bot.swap(OTHER, LAST);
    const notice = await bot.next();
    expect(notice.text).toContain(ckb('follow-removed'));
    expect(spansOf(notice, 'blockquote')).toEqual([QUESTION, OLD.text]);
  });

  it('is asked again with the questions before it, though others came since', async () => {
    const bot = await scene();
    bot.server.userSends('دوو؟');
    await bot.nextText();
    await asksAndFollows(bot);
    bot.server.userSends('سێ؟');
    await bot.nextText();
    bot.swap(NEW, OTHER, LAST);
    for (const _ of [1, 2, 3]) await bot.nextText();
    const again = bot.memory.answers.lastQuestions(7, { chat: 7, thread: 0 }, 0, 9);
    expect(again).toEqual(['دوو؟', QUESTION, 'سێ؟']);
    const notices = bot.server
      .messagesIn(7)
      .filter(({ text = '' }) => text.includes(ckb('follow-notice')));
    const second = notices.find((one) => spansOf(one, 'blockquote')[0] === QUESTION);
    bot.server.userTaps(
      { button: ckb('follow-button-again') },
      { message: second?.message_id ?? 0 },
    );
    await bot.nextText();
    expect(bot.answerer.asked.at(-1)).toMatchObject({ text: QUESTION, history: ['دوو؟'] });
  });

  it.each([
    ['their choice', '/language en', 'ckb'],
    ['that of the answer where they chose none', null, 'en'],
  ] as const)('is told in their language: %s', async (_, choice, language) => {
    const bot = await scene();
    bot.answerer.on(QUESTION, { ...restsOn(OLD, OTHER), language });
    if (choice !== null) {
      bot.server.userSends(choice);
      await bot.nextText();
    }
    await asksAndFollows(bot);
    bot.swap(NEW, OTHER, LAST);
    const notice = await bot.next();
    expect(notice.text).toContain(en('follow-notice'));
    expect(spansOf(notice, 'strikethrough')).toEqual(['ten', 'دە']);
    bot.swap(NEW, LAST);
    expect((await bot.next()).text).toContain(OTHER.rendition);
  });

  it('is told of five answers at most, and how many more there are', async () => {
    const bot = await scene();
    bot.server.userSends('/follow');
    await bot.nextText();
    for (let number = 1; number <= 8; number += 1) {
      bot.answerer.on(`${number} چی؟`);
      bot.server.userSends(`${number} چی؟`);
      await bot.nextText();
      bot.clock.now += 1000;
    }
    bot.swap(NEW, OTHER, LAST);
    const told: string[] = [];
    for (let notice = 1; notice <= 6; notice += 1) told.push(await bot.nextText());
    expect(told.map((text) => /\d چی؟/u.exec(text)?.[0])).toEqual([
      ...[4, 5, 6, 7, 8].map((number) => `${number} چی؟`),
      undefined,
    ]);
    expect(told.at(-1)).toBe(ckb('follow-more', { count: 3 }));
  });

  it('hears nothing of what their answers don’t rest on, nor does anybody else', async () => {
    const bot = await scene();
    await asksAndFollows(bot);
    bot.server.userSends(QUESTION, { from: 8 });
    await bot.nextText();
    bot.swap(OLD, NEW);
    bot.swap(NEW, OTHER, LAST);
    await bot.nextText();
    await bot.server.idle();
    expect(toldIn(bot)).toHaveLength(1);
    expect(toldIn(bot, 8)).toEqual([]);
  });

  it('is told once, after a restart, where the bot ended before it could', async () => {
    const bot = await scene();
    await asksAndFollows(bot);
    bot.server.failNext('sendMessage', BUSY);
    bot.swap(NEW, OTHER, LAST);
    await bot.nextText();
    await bot.restart();
    expect((await bot.next()).text).toContain(ckb('follow-notice'));
    await bot.restart();
    await bot.handle.stop();
    expect(toldIn(bot)).toHaveLength(1);
  });

  it('is told in order once Telegram takes it, at the next swap at the latest', async () => {
    const bot = await scene();
    bot.answerer.on(QUESTION, restsOn(OLD, OTHER));
    await asksAndFollows(bot);
    bot.server.failNext('sendMessage', BUSY);
    bot.swap(OTHER);
    await bot.nextText();
    expect(bot.memory.outbox.pending()).toHaveLength(1);
    bot.swap(NEW);
    expect(await bot.nextText()).toContain(OLD.text);
    expect(await bot.nextText()).toContain(OTHER.text);
    await bot.handle.stop();
    expect(bot.memory.outbox.pending()).toEqual([]);
  });

  it.each([
    ['blocked the bot', FAULTS.blocked],
    ['gets what Telegram takes for no message', { code: 400, description: 'Bad Request: no' }],
  ])('but %s is not told again', async (_, fault) => {
    const bot = await scene();
    await asksAndFollows(bot);
    bot.server.failNext('sendMessage', fault);
    bot.swap(OTHER, LAST);
    await bot.nextText();
    await bot.restart();
    await bot.server.idle();
    expect(bot.memory.outbox.pending()).toEqual([]);
    expect(textsIn(bot.server).join('')).not.toContain(ckb('follow-notice'));
  });

  it('and stopped before it could be sent is told no more; nor is what nobody can read', async () => {
    const bot = await scene();
    await asksAndFollows(bot);
    await bot.handle.stop();
    const content = JSON.stringify({ kind: 'more', count: 1, language: 'ckb' });
    const odd = [
      '',
      '{',
      '[]',
      '{"kind":"new"}',
      '{"kind":"changed","changes":[{}],"question":"x"}',
    ];
    bot.memory.outbox.add([{ reader: 8, chat: 7, content, at: NOW, about: [] }]);
    for (const text of [...odd, content]) {
      bot.memory.outbox.add([{ reader: 7, chat: 7, content: text, at: NOW, about: [] }]);
    }
    await bot.restart();
    expect(await bot.nextText()).toBe(ckb('follow-more', { count: 1 }));
    await bot.handle.stop();
    expect(bot.memory.outbox.pending()).toEqual([]);
  });
});

describe('the button that asks again', () => {
  it.each([
    ['gone', async ({ memory }: Scene) => memory.readers.forget(7)],
    ['another reader’s', async () => {}],
  ])('says so where the answer is %s', async (name, change) => {
    const bot = await scene();
    await asksAndFollows(bot);
    bot.swap(NEW, OTHER, LAST);
    const notice = await bot.next();
    await change(bot);
    const data = JSON.stringify(notice.reply_markup).match(/again:[0-9a-z]+/u)?.[0] ?? '';
    bot.server.userTaps(data, name === 'gone' ? {} : { from: 8 });
    const { payload } = await bot.server.nextCall('answerCallbackQuery');
    expect(payload['text']).toBe(ckb('bot-answer-gone'));
  });
});
