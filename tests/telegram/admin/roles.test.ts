import { describe, expect, it } from 'vitest';

import { FAULTS } from '../../support/bot-api/faults.ts';
import { record } from '../../support/bot-api/payload.ts';
import { ADMIN, idOf, startBot, textsIn, WORDS } from '../bot-harness.ts';
import type { Harness } from '../bot-harness.ts';

const ckb = (key: string, values = {}): string => WORDS.ckb.text(key, values);
const EDITOR = 8;
/** As the server of the tests names people, with the number behind. */
const WHO = { who: `خوێنەر (${EDITOR})` };

const COMMAND = { command: '/promote' };

type Sending = Parameters<Harness['server']['userSends']>[1];

/** Somebody who has opened a chat with the bot. */
async function meet({ server, nextText }: Harness, from = EDITOR): Promise<void> {
  server.userSends('/start', { from });
  await nextText();
}

/** An owner writes something, and the owner hears something, until nothing more comes. */
async function owner(
  { server, nextText }: Harness,
  text: string,
  where: Sending = {},
): Promise<string> {
  server.userSends(text, { from: ADMIN, ...where });
  return nextText();
}

/** A bot that an editor and an owner have written to. */
async function scene(): Promise<Harness> {
  const bot = await startBot();
  await meet(bot);
  await meet(bot, ADMIN);
  return bot;
}

/** What the bot said last in a chat. */
function lastIn({ server }: Harness, chat: number): string | undefined {
  return textsIn(server, chat).at(-1);
}

describe('/promote', () => {
  it.each(['8', '٨', '۸'])(
    'makes an editor of the person whose number stands behind it: %s',
    async (number) => {
      const bot = await scene();
      // The person is told first, then the owner.
      expect(await owner(bot, `/promote ${number}`)).toBe(ckb('roles-you-promote'));
      expect(await bot.nextText()).toBe(ckb('roles-promoted', WHO));
      expect(lastIn(bot, EDITOR)).toBe(ckb('roles-you-promote'));
      expect(bot.memory.editors.list()).toEqual([{ id: EDITOR, by: ADMIN, at: bot.clock.now }]);
      expect(bot.memory.audit.last(9)).toEqual([
        { by: ADMIN, about: EDITOR, action: 'promote', detail: '', at: bot.clock.now },
      ]);
      expect(bot.server.commandsIn(EDITOR, 'ku').map(({ command }) => command)).toContain('stats');
      expect(bot.server.commandsIn(EDITOR).map(({ command }) => command)).not.toContain('promote');
      expect(await owner(bot, '/promote 8')).toBe(ckb('roles-is-editor', WHO));
    },
  );

  it('takes the writer of a message that was forwarded to the bot', async () => {
    const bot = await scene();
    const replyTo = bot.server.userSends('!', { from: ADMIN, forwardedFrom: EDITOR }).message_id;
    await bot.nextText();
    await owner(bot, '/promote', { replyTo });
    expect(bot.memory.editors.has(EDITOR)).toBe(true);
  });

  it.each([
    ['somebody who hides', 'شاراوە', 'roles-hidden'],
    ['a channel', -77, 'roles-chat'],
  ] as const)('can’t tell who wrote what was forwarded from %s', async (_, forwardedFrom, key) => {
    const bot = await scene();
    const replyTo = bot.server.userSends('!', { from: ADMIN, forwardedFrom }).message_id;
    await bot.nextText();
    expect(await owner(bot, '/promote', { replyTo })).toBe(ckb(key, COMMAND));
    expect(bot.memory.editors.list()).toEqual([]);
  });

  it('takes whom it replies to in a group, and answers in private', async () => {
    const bot = await scene();
    const replyTo = bot.server.userSends('بەڵێ', { from: EDITOR, chat: -5 }).message_id;
    expect(await owner(bot, '/promote', { chat: -5, replyTo })).toBe(ckb('roles-you-promote'));
    await bot.nextText();
    expect(textsIn(bot.server, -5)).toEqual([]);
    expect(lastIn(bot, ADMIN)).toBe(ckb('roles-promoted', WHO));
  });

  it('takes whoever is mentioned, and says so where they can’t be told', async () => {
    const bot = await scene();
    const user = { id: 66, is_bot: false, first_name: 'هاوڕێ', last_name: 'نوێ' };
    bot.server.userSends('', {
      from: ADMIN,
      content: {
        text: '/promote هاوڕێ',
        entities: [
          { type: 'bot_command', offset: 0, length: 8 },
          { type: 'text_mention', offset: 9, length: 5, user },
        ],
      },
    });
    await bot.nextText();
    const said = await bot.nextText();
    expect(said).toContain(ckb('roles-promoted', { who: 'هاوڕێ نوێ (66)' }));
    expect(said).toContain(ckb('roles-not-told', { name: '@pirsyar_bot' }));
  });

  it('opens a list of people, and closes it once somebody was chosen', async () => {
    const bot = await scene();
    expect(await owner(bot, '/promote')).toBe(ckb('roles-no-editors'));
    expect(await bot.nextText()).toBe(ckb('roles-ask'));
    const button = ckb('roles-button-choose');
    const chosen = [{ user_id: EDITOR, first_name: 'خوێنەر' }];
    bot.server.userShares(chosen, button, { from: ADMIN });
    await bot.nextText();
    expect(await bot.nextText()).toBe(ckb('roles-promoted', WHO));
    await bot.server.idle();
    expect(() => bot.server.userShares(chosen, button, { from: ADMIN })).toThrow(/No button/u);
  });

  it('heeds nobody else’s list', async () => {
    const bot = await scene();
    const users_shared = { request_id: 1, users: [{ user_id: EDITOR }] };
    bot.server.userSends('', { from: EDITOR, content: { users_shared } });
    expect(await bot.nextText()).toBe(ckb('bot-admins-only'));
    expect(bot.memory.editors.list()).toEqual([]);
  });

  it.each([
    ['@haval', 'roles-username', COMMAND],
    ['https://t.me/haval', 'roles-username', COMMAND],
    ['هەڤاڵ', 'roles-unknown', COMMAND],
    ['-5', 'roles-unknown', COMMAND],
    ['0', 'roles-unknown', COMMAND],
    ['9999999999999999', 'roles-unknown', COMMAND],
    [`${ADMIN}`, 'roles-is-owner', { who: `خوێنەر (${ADMIN})` }],
  ])('refuses %s kindly', async (name, key, values) => {
    const bot = await scene();
    expect(await owner(bot, `/promote ${name}`)).toBe(ckb(key, values));
    expect(bot.memory.editors.list()).toEqual([]);
    expect(bot.memory.audit.last(9)).toEqual([]);
  });

  it('refuses bots', async () => {
    const bot = await scene();
    bot.server.userSends('/start', { from: ADMIN, chat: -5 });
    const replyTo = idOf(await bot.server.nextCall('sendMessage'));
    expect(await owner(bot, '/promote', { chat: -5, replyTo })).toBe(ckb('roles-is-bot'));
  });

  it('promotes nobody twice when two owners do it at once, and after a restart knows who is one', async () => {
    const bot = await scene();
    bot.server.userSends('/promote 8', { from: ADMIN });
    bot.server.userSends('/promote 8', { from: ADMIN });
    await bot.server.idle();
    await bot.restart();
    await bot.server.idle();
    expect(bot.memory.audit.last(9)).toHaveLength(1);
    expect(bot.server.commandsIn(EDITOR).map(({ command }) => command)).toContain('gaps');
  });
});

describe('/demote', () => {
  it('shows who are editors, and a tap takes the role', async () => {
    const bot = await scene();
    expect(await owner(bot, '/demote')).toBe(ckb('roles-no-editors'));
    bot.memory.editors.add({ id: EDITOR, by: ADMIN, at: 1 });
    bot.memory.editors.add({ id: 66, by: ADMIN, at: 2 });
    const list = await owner(bot, '/demote');
    expect(list).toBe(
      [ckb('roles-editors'), ckb('roles-editor', WHO), ckb('roles-editor', { who: '66' })].join(
        '\n',
      ),
    );
    bot.server.userTaps({ button: ckb('roles-button-demote', WHO) }, { from: ADMIN });
    expect(await bot.nextText()).toBe(ckb('roles-you-demote'));
    expect(await bot.nextText()).toBe(ckb('roles-demoted', WHO));
    const edited = await bot.server.nextCall('editMessageText');
    expect(edited.payload['text']).not.toContain('خوێنەر');
    expect(bot.memory.editors.has(EDITOR)).toBe(false);
    expect(bot.memory.audit.last(1)).toMatchObject([{ action: 'demote', about: EDITOR }]);
    expect(bot.server.commandsIn(EDITOR).map(({ command }) => command)).not.toContain('stats');
    // Tapped once more below the old list.
    bot.server.userTaps(`demote:${EDITOR}`, { from: ADMIN });
    expect(await bot.nextText()).toBe(ckb('roles-no-editor', WHO));
  });

  it('never takes it from an owner', async () => {
    const bot = await scene();
    // Who was an editor once and is an owner now.
    bot.memory.editors.add({ id: ADMIN, by: ADMIN, at: 1 });
    expect(await owner(bot, '/demote')).toBe(ckb('roles-no-editors'));
    expect(await owner(bot, '/demote @haval')).toBe(ckb('roles-username', { command: '/demote' }));
    const who = { who: `خوێنەر (${ADMIN})` };
    expect(await owner(bot, `/demote ${ADMIN}`)).toBe(ckb('roles-owner-stays', who));
  });

  it('is not for editors, nor are its buttons', async () => {
    const bot = await scene();
    bot.memory.editors.add({ id: EDITOR, by: ADMIN, at: 1 });
    for (const command of ['/promote 9', '/demote 8', '/audit']) {
      bot.server.userSends(command, { from: EDITOR });
      expect(await bot.nextText()).toBe(ckb('bot-admins-only'));
    }
    for (const data of [`demote:${EDITOR}`, 'audit:0']) {
      bot.server.userTaps(data, { from: EDITOR });
      const { payload } = await bot.server.nextCall('answerCallbackQuery');
      expect(payload['text']).toBe(ckb('bot-button-unknown'));
    }
  });

  it('is brought about by /forget as well, menu and all', async () => {
    const bot = await scene();
    await owner(bot, '/promote 8');
    await bot.nextText();
    bot.server.userSends('/forget', { from: EDITOR });
    await bot.nextText();
    for (const _ of [1, 2, 3]) await bot.server.nextCall('deleteMyCommands');
    expect(bot.memory.editors.has(EDITOR)).toBe(false);
    expect(bot.server.commandsIn(EDITOR).map(({ command }) => command)).not.toContain('stats');
    expect(await owner(bot, '/audit')).toContain(ckb('audit-forgotten'));
  });
});

describe('a role that can’t be kept or told', () => {
  it('is not said to be given', async () => {
    const bot = await scene();
    await bot.restart({
      memory: { ...bot.memory, editors: { ...bot.memory.editors, add: () => false } },
    });
    expect(await owner(bot, '/promote 8')).toBe(ckb('roles-not-kept'));
    expect(bot.memory.audit.last(9)).toEqual([]);
  });

  it('is given all the same where its holder has blocked the bot', async () => {
    const bot = await scene();
    bot.server.failNext('sendMessage', FAULTS.blocked);
    await owner(bot, '/promote 8');
    expect(await bot.nextText()).toContain(ckb('roles-not-told', { name: '@pirsyar_bot' }));
    expect(bot.memory.editors.has(EDITOR)).toBe(true);
  });
});

describe('/audit', () => {
  it('tells who did what, the newest first, and leafs through it', async () => {
    const bot = await scene();
    const { audit } = bot.memory;
    expect(await owner(bot, '/audit')).toBe(ckb('audit-empty'));
    for (let number = 1; number <= 45; number += 1) {
      audit.record({
        by: ADMIN,
        about: null,
        action: 'add',
        detail: `d${number}`,
        at: bot.clock.now,
      });
    }
    audit.record({ by: null, about: null, action: 'teleport', detail: 'x', at: bot.clock.now });
    const first = await owner(bot, '/audit');
    expect(first.split('\n')).toHaveLength(21);
    const when = '١٤ی تشرینی دووەمی ٢٠٢٣ ٢٢:١٣';
    const other = { who: ckb('audit-nobody'), action: 'teleport', detail: 'x' };
    const added = (detail: string): string =>
      ckb('audit-add', { who: `خوێنەر (${ADMIN})`, detail });
    const lines = first.split('\n');
    expect(lines[1]).toBe(ckb('audit-entry', { when, what: ckb('audit-other', other) }));
    expect(lines[2]).toBe(ckb('audit-entry', { when, what: added('d45') }));
    bot.server.userTaps({ button: ckb('audit-older') }, { from: ADMIN });
    expect((await bot.server.nextCall('editMessageText')).payload['text']).toContain('d26');
    bot.server.userTaps({ button: ckb('audit-older') }, { from: ADMIN });
    const { payload } = await bot.server.nextCall('editMessageText');
    expect(String(payload['text']).split('\n')).toHaveLength(7);
    const buttons = JSON.stringify(record(payload['reply_markup']));
    expect(buttons).toContain(ckb('audit-newer'));
    expect(buttons).not.toContain(ckb('audit-older'));
  });
});
