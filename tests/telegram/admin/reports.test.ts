import { describe, expect, it } from 'vitest';

import type { BotParts } from '../../../src/telegram/parts.ts';
import { ADMIN, keptLog, NOW, startBot, temporaryMemory, WORDS } from '../bot-harness.ts';
import type { Harness } from '../bot-harness.ts';
import { fakeAdministration } from '../fake-administration.ts';
import { answer, citation } from '../fake-answerer.ts';
import { spansOf } from '../real-bot.ts';

const ckb = (key: string, values = {}): string => WORDS.ckb.text(key, values);
const DAY_IN_MS = 24 * 60 * 60 * 1000;
/** A picture of 3 by 2 points, as far as its header tells. */
const PNG = Buffer.from('89504e470d0a1a0a0000000d494844520000000300000002', 'hex');

const TOPICS = [
  'نرخی ئاو چەندە؟',
  'باجی خانوو چییە؟',
  'کارەبا کەی دێت؟',
  'قوتابخانە کەی دەکرێتەوە؟',
  'نەخۆشخانە لە کوێیە؟',
  'پارێزەر چۆن بگرم؟',
  'فڕۆکەخانە داخراوە؟',
];

interface Asking {
  readonly daysAgo?: number;
  readonly status?: 'answered' | 'not-in-document';
}

/** Keeps what reader 7 asked, so many days ago. */
function asked(
  { memory }: Pick<Harness, 'memory'>,
  question: string,
  { daysAgo = 0, status = 'not-in-document' }: Asking = {},
): void {
  const marker = status === 'answered' ? 1 : 0;
  memory.answers.add({
    reader: 7,
    place: { chat: 7, thread: 0 },
    questionMessage: 1,
    messages: [2],
    question,
    history: [],
    document: null,
    language: 'ckb',
    texts: { ckb: answer({ question, status, citations: [citation({ marker })] }) },
    suggestions: [],
    at: NOW - daysAgo * DAY_IN_MS,
  });
}

async function admin(bot: Harness, text: string): Promise<string> {
  bot.server.userSends(text, { from: ADMIN });
  return bot.nextText();
}

/** A bot whose pictures are drawn, or are not. */
async function scene(picture: () => Promise<Buffer | null> = async () => PNG): Promise<Harness> {
  return startBot({ administration: fakeAdministration({ picture }) });
}

describe('/stats', () => {
  it('is a picture with its totals in words, and a button puts another period in its place', async () => {
    const bot = await scene();
    asked(bot, 'یەک؟', { status: 'answered' });
    asked(bot, 'دوو؟', { daysAgo: 40 });
    bot.server.userSends('/stats', { from: ADMIN });
    const { payload } = await bot.server.nextCall('sendPhoto');
    expect(payload['caption']).toContain(ckb('insight-asked', { count: 1 }));
    const [shown] = bot.server.messagesIn(ADMIN).slice(-1);
    expect(shown?.photo).toMatchObject([{ width: 3, height: 2 }]);
    bot.server.userTaps({ button: ckb('stats-days', { days: 90 }) }, { from: ADMIN });
    const edited = await bot.server.nextCall('editMessageMedia');
    expect(edited.error).toBeUndefined();
    const [changed] = bot.server.messagesIn(ADMIN).slice(-1);
    expect(changed?.message_id).toBe(shown?.message_id);
    expect(changed?.caption).toContain(ckb('insight-asked', { count: 2 }));
    expect(changed?.reply_markup?.inline_keyboard[0]).toHaveLength(3);
  });

  it.each([
    ['there is nothing to draw with', async () => null],
    ['drawing fails', async () => Promise.reject(new Error('no canvas'))],
  ])('is a text where %s', async (_, picture) => {
    const bot = await scene(picture);
    asked(bot, 'یەک؟', { status: 'answered' });
    expect(await admin(bot, '/stats')).toContain(ckb('insight-title'));
    bot.server.userTaps({ button: ckb('stats-days', { days: 7 }) }, { from: ADMIN });
    const { payload } = await bot.server.nextCall('editMessageText');
    expect(payload['text']).toContain(ckb('insight-asked', { count: 1 }));
  });

  it('comes anew where a picture can’t take the place of a text, nor a text that of a picture', async () => {
    const pictures = [null, PNG, null];
    const bot = await scene(async () => pictures.shift() ?? null);
    await admin(bot, '/stats');
    bot.server.userTaps({ button: ckb('stats-days', { days: 7 }) }, { from: ADMIN });
    await bot.server.nextCall('sendPhoto');
    bot.server.userTaps({ button: ckb('stats-days', { days: 7 }) }, { from: ADMIN });
    expect(await bot.nextText()).toContain(ckb('insight-nobody'));
  });
});

describe('/gaps', () => {
  it('tells what was asked in vain, by topic, with what came nearest and without who asked', async () => {
    const bot = await scene();
    asked(bot, 'نرخی ئاو چەندە؟');
    asked(bot, 'نرخی ئاو چەندە؟', { daysAgo: 2 });
    asked(bot, 'ژمارەکەم ٠٧٥٠ ١٢٣ ٤٥٦٧ ـە', { daysAgo: 3 });
    asked(bot, 'کێ سەرۆک بوو؟', { status: 'answered' });
    asked(bot, 'کۆن؟', { daysAgo: 91 });
    const text = await admin(bot, '/gaps');
    expect(text).toContain(ckb('gaps-head', { count: 3 }));
    expect(text).toContain(ckb('gaps-example', { question: 'نرخی ئاو چەندە؟', count: 2 }));
    expect(text).not.toMatch(/سەرۆک|کۆن|٤٥٦٧/u);
    const [shown] = bot.server.messagesIn(ADMIN).slice(-1);
    const links = (shown?.entities ?? []).flatMap((one) =>
      one.type === 'text_link' ? one.url : [],
    );
    expect(links[0]).toBe('https://t.me/pirsyar_bot?start=s_sentence-000000001');
    expect(spansOf(shown ?? bot.server.userSends(''), 'bold')).toHaveLength(2);
  });

  it('are leafed through five at a time, in one message however long they are', async () => {
    const bot = await scene();
    for (const topic of TOPICS) asked(bot, `${topic} `.repeat(40));
    const first = await admin(bot, '/gaps');
    expect(first.length).toBeLessThan(4096);
    bot.server.userTaps({ button: ckb('bot-button-next') }, { from: ADMIN });
    const { payload } = await bot.server.nextCall('editMessageText');
    expect(JSON.stringify(payload['reply_markup'])).toContain('gaps:0');
    bot.server.userTaps('gaps:77', { from: ADMIN });
    const beyond = await bot.server.nextCall('editMessageText');
    expect(beyond.payload['text']).toBe(ckb('gaps-none'));
  });

  it('are gone once their reader had everything deleted', async () => {
    const bot = await scene();
    asked(bot, TOPICS[0] ?? '');
    await admin(bot, '/gaps');
    bot.server.userSends('/forget', { from: 7 });
    await bot.nextText();
    expect(await admin(bot, '/gaps')).toBe(ckb('gaps-none'));
  });
});

/** The table that an admin gets. */
async function table(bot: Harness, text: string): Promise<{ lines: string[]; caption: string }> {
  bot.server.userSends(text, { from: ADMIN });
  const { files, payload } = await bot.server.nextCall('sendDocument');
  const [file] = files?.values() ?? [];
  const content = Buffer.from(file?.bytes ?? []).toString('utf8');
  return { lines: content.trim().split('\r\n'), caption: String(payload['caption']) };
}

describe('/export', () => {
  it('is a table of all that is kept, and is written down', async () => {
    const bot = await scene();
    asked(bot, 'نرخی ئاو چەندە؟');
    asked(bot, 'کۆن؟', { daysAgo: 80 });
    const { lines, caption } = await table(bot, '/export');
    expect(lines).toHaveLength(3);
    expect(caption).toContain('٢');
    const [stored] = bot.server.messagesIn(ADMIN).slice(-1);
    expect(stored?.document?.file_name).toBe('questions-2023-08-16-2023-11-14.csv');
    expect(bot.memory.audit.last(1)).toMatchObject([
      { by: ADMIN, action: 'export', detail: '2023-08-16 2023-11-14' },
    ]);
  });

  it.each([
    ['2023-11-10', 2],
    ['٢٠٢٣/١١/١٠ ۲۰۲۳/۱۱/۱۳', 1],
    ['2023.11.14 2023-11-14', 1],
  ])('takes days in any digits: %s', async (days, count) => {
    const bot = await scene();
    asked(bot, 'یەک؟');
    asked(bot, 'دوو؟', { daysAgo: 3 });
    asked(bot, 'سێ؟', { daysAgo: 9 });
    const { lines } = await table(bot, `/export ${days}`);
    expect(lines).toHaveLength(count + 1);
  });

  it.each([
    ['2023-02-31', 'export-date'],
    ['دوێنێ', 'export-date'],
    ['2023-11-01 2023-11-02 2023-11-03', 'export-date'],
    ['2023-11-10 2023-11-01', 'export-order'],
  ])('asks for other days than %s', async (days, key) => {
    const bot = await scene();
    expect(await admin(bot, `/export ${days}`)).toBe(ckb(key));
    expect(bot.memory.audit.last(1)).toEqual([]);
  });

  it('says where nobody asked', async () => {
    const bot = await scene();
    const values = { from: '١ی تشرینی دووەمی ٢٠٢٣', to: '٢ی تشرینی دووەمی ٢٠٢٣' };
    expect(await admin(bot, '/export 2023-11-01 2023-11-02')).toBe(ckb('export-empty', values));
  });
});

/** What an editor, an owner and nobody else may say. */
const EDITORS = [
  'status',
  'stats',
  'gaps',
  'export',
  'reindex',
  'rollback',
  'remove',
  'rename',
  'add',
];
const OWNERS = ['promote', 'demote', 'audit'];

describe('a command for admins', () => {
  it('says the same to everybody else, wherever it is written and whatever the bot is made of', async () => {
    const bots: Partial<BotParts>[] = [{}, { adminIds: [] }];
    for (const changes of bots) {
      const bot = await startBot(changes);
      for (const command of [...EDITORS, ...OWNERS]) {
        for (const where of [{}, { chat: -5 }]) {
          bot.server.userSends(`/${command} 2023-11-10`, where);
          expect([command, await bot.nextText()]).toEqual([command, ckb('bot-admins-only')]);
        }
      }
      expect(bot.server.calls.map(({ method }) => method)).not.toContain('getChat');
    }
  });

  it('and their buttons are unknown to everybody else', async () => {
    const bot = await startBot();
    for (const data of ['stats:7', 'gaps:0', 'audit:0', 'demote:7']) {
      bot.server.userTaps(data);
      const { payload } = await bot.server.nextCall('answerCallbackQuery');
      expect(payload['text']).toBe(ckb('bot-button-unknown'));
    }
  });

  it('answers an editor in private, wherever it is written', async () => {
    const memory = await temporaryMemory(keptLog().log);
    memory.editors.add({ id: 8, by: ADMIN, at: 1 });
    const bot = await startBot({ memory });
    bot.server.userSends('/gaps', { from: 8, chat: -5 });
    const { payload } = await bot.server.nextCall('sendMessage');
    // They never opened a chat with the bot, which may not begin one.
    expect(payload['chat_id']).toBe(8);
    bot.server.userSends('/start', { from: 8 });
    await bot.nextText();
  });
});
