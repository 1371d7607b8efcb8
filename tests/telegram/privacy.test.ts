import { describe, expect, it } from 'vitest';

import type { Curator } from '../../src/curation/curator.ts';
import { EXAMPLES, idOf, startBot, WORDS } from './bot-harness.ts';
import type { Harness } from './bot-harness.ts';
import { fakeAdministration } from './fake-administration.ts';
import { pagedLibrary } from './fake-library.ts';

const ckb = (key: string, values = {}): string => WORDS.ckb.text(key, values);
const en = (key: string, values = {}): string => WORDS.en.text(key, values);

/** Sends something, and gives what the bot says to it. */
async function said(
  bot: Harness,
  text: string,
  where: { languageCode?: string; from?: number; chat?: number } = {},
): Promise<string> {
  bot.server.userSends(text, where);
  return bot.nextText();
}

describe('/new', () => {
  it('begins a conversation that goes on from nothing, for its reader alone', async () => {
    const bot = await startBot();
    bot.answerer.on('یەک؟').on('دوو؟').on('سێ؟');
    await said(bot, 'یەک؟');
    await said(bot, 'یەک؟', { from: 8 });
    expect(await said(bot, '/new')).toBe(ckb('bot-new-conversation'));
    bot.clock.now += 1;
    await said(bot, 'دوو؟');
    await said(bot, 'دوو؟', { from: 8 });
    await said(bot, 'سێ؟');
    expect(bot.answerer.asked.map(({ history }) => history)).toEqual([
      [],
      [],
      [],
      ['یەک؟'],
      ['دوو؟'],
    ]);
  });

  it('forgets even what was asked in the same moment', async () => {
    const bot = await startBot();
    bot.answerer.on('یەک؟').on('دوو؟');
    await said(bot, 'یەک؟');
    await said(bot, '/new');
    await said(bot, 'دوو؟');
    expect(bot.answerer.asked[1]?.history).toEqual([]);
  });

  it('outlives a restart; so does the conversation before it', async () => {
    const bot = await startBot();
    for (const text of ['یەک؟', 'دوو؟', 'سێ؟']) bot.answerer.on(text);
    await said(bot, 'یەک؟');
    await bot.restart();
    await said(bot, 'دوو؟');
    await said(bot, '/new');
    await bot.restart();
    await said(bot, 'سێ؟');
    expect(bot.answerer.asked.map(({ history }) => history)).toEqual([[], ['یەک؟'], []]);
  });
});

describe('/privacy', () => {
  it.each([
    ['ku', ckb],
    ['en', en],
  ])('says what is kept and for how long: %s', async (languageCode, words) => {
    const bot = await startBot({ retentionInDays: 30 });
    expect(await said(bot, '/privacy', { languageCode })).toBe(
      ['bot-privacy', 'follow-privacy', 'bot-privacy-retention']
        .map((key) => words(key, { days: 30 }))
        .join('\n\n'),
    );
  });

  it('says so where a model is asked, and counts one day as one', async () => {
    const bot = await startBot({ retentionInDays: 1, asksModel: true });
    const text = await said(bot, '/privacy', { languageCode: 'en' });
    expect(text).toContain(en('bot-privacy-model'));
    expect(text).toContain('deleted after one day;');
  });
});

describe('/forget', () => {
  it('deletes all that is kept of a reader at once, and counts the answers', async () => {
    const title = { ckb: 'ڕاپۆرت', en: 'Report' };
    const documents = [{ id: 'report', title, date: null, pages: [] }];
    const bot = await startBot({
      library: pagedLibrary(() => documents, { examples: (language) => EXAMPLES[language] }),
      rateLimits: { perReader: 9, perGroup: null },
    });
    bot.answerer.on('یەک؟').on('دوو؟').on('سێ؟');
    await said(bot, '/language en');
    await said(bot, '/documents report');
    await said(bot, 'یەک؟');
    await said(bot, '@pirsyar_bot دوو؟', { chat: -5 });
    const answered = bot.server.userSends('سێ؟').message_id;
    const answer = idOf(await bot.server.nextCall('sendMessage'));
    bot.server.userTaps({ button: '👍' });
    await bot.server.nextCall('answerCallbackQuery');
    await said(bot, '/new');

    const { memory } = bot;
    const place = { chat: 7, thread: 0 };
    expect(memory.answers.toQuestion(place, answered)).not.toBeNull();
    // The last word is still in the language that was chosen.
    expect(await said(bot, '/forget')).toBe(en('bot-forgotten', { answers: 3 }));
    expect(memory.readers.language(7)).toBe('auto');
    expect(memory.readers.document(7)).toBeNull();
    expect(memory.readers.conversationSince(7, place)).toBe(0);
    expect(memory.answers.toQuestion(place, answered)).toBeNull();
    expect(memory.answers.inMessage(7, answer)).toBeNull();
    expect(memory.answers.lastQuestions(7, place, 0, 9)).toEqual([]);
    expect(memory.answers.lastQuestions(7, { chat: -5, thread: 0 }, 0, 9)).toEqual([]);
    expect(memory.usage.since('reader:7', 0)).toEqual([]);

    bot.server.userTaps({ button: '👍' }, { message: answer });
    const { payload } = await bot.server.nextCall('answerCallbackQuery');
    expect(payload['text']).toBe(ckb('bot-answer-gone'));
    await said(bot, 'یەک؟');
    expect(bot.answerer.asked.at(-1)).toEqual({ text: 'یەک؟', history: [], language: 'auto' });
    expect(await said(bot, '/forget')).toBe(ckb('bot-forgotten', { answers: 1 }));
    expect(await said(bot, '/forget')).toBe(ckb('bot-forgotten', { answers: 0 }));
  });

  it('leaves other readers what is theirs', async () => {
    const bot = await startBot();
    bot.answerer.on('یەک؟').on('دوو؟');
    await said(bot, '/language en', { from: 8 });
    await said(bot, 'یەک؟', { from: 8 });
    await said(bot, 'یەک؟');
    await said(bot, '/forget');
    await said(bot, 'دوو؟', { from: 8 });
    expect(bot.answerer.asked.at(-1)).toMatchObject({ history: ['یەک؟'], language: 'en' });
  });

  it('drops what waits of an admin, or deletes nothing where that fails', async () => {
    const forgotten: number[] = [];
    let error: Error | null = null;
    const administration = fakeAdministration();
    const curator: Curator = {
      ...administration.curator,
      async forget(by) {
        if (error !== null) throw error;
        forgotten.push(by);
      },
    };
    const bot = await startBot({ administration: { ...administration, curator } });
    bot.answerer.on('یەک؟');
    await said(bot, 'یەک؟');
    error = new Error('The folder is read-only.');
    expect(await said(bot, '/forget')).toBe(ckb('bot-not-forgotten'));
    error = null;
    expect(await said(bot, '/forget')).toBe(ckb('bot-forgotten', { answers: 1 }));
    expect(forgotten).toEqual([7]);
  });

  it('is logged without a word of whom', async () => {
    const bot = await startBot();
    await said(bot, '/forget', { from: 7_654_321 });
    await bot.handle.stop();
    expect(bot.lines.join('\n')).toMatch(/had everything deleted/u);
    expect(bot.lines.join('\n')).not.toContain('7654321');
  });
});

describe('/language', () => {
  it('is the reader’s in every chat and after a restart, until automatic is chosen', async () => {
    const bot = await startBot();
    await said(bot, '/language en');
    await bot.restart();
    expect(await said(bot, '/help', { chat: -5 })).toBe(en('bot-help'));
    expect(await said(bot, '/help', { from: 8 })).toBe(ckb('bot-help'));
    const automatic = ckb('bot-language-chosen-auto');
    expect(await said(bot, '/language خۆکار')).toBe(automatic);
    expect(await said(bot, '/help', { languageCode: 'en' })).toBe(en('bot-help'));
  });

  it('can be tapped again and again, the same too', async () => {
    const bot = await startBot();
    bot.server.userSends('/language');
    const message = idOf(await bot.server.nextCall('sendMessage'));
    for (const choice of ['en', 'en', 'ckb', 'auto'] as const) {
      bot.server.userTaps(`language:${choice}`, { message });
      const { payload, error } = await bot.server.nextCall('answerCallbackQuery');
      const words = choice === 'en' ? en : ckb;
      expect([payload['text'], error]).toEqual([words(`bot-language-chosen-${choice}`), undefined]);
    }
    await bot.handle.stop();
    expect(bot.lines.join('\n')).not.toMatch(/^error/mu);
  });
});
