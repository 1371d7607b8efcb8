import { describe, expect, it } from 'vitest';

import { ADMIN, EXAMPLES, libraryOf, quotesOf, startBot, TITLES, WORDS } from './bot-harness.ts';
import { QUOTE } from './fake-answerer.ts';

describe('/start', () => {
  it('greets, names the documents, and offers questions that can be tapped', async () => {
    const { server, answerer } = await startBot();
    answerer.on(EXAMPLES.ckb[1] ?? '');
    server.userSends('/start');
    const greeting = await server.nextCall('sendMessage');
    expect(greeting.payload['text']).toContain(TITLES.ckb);
    expect(greeting.payload['reply_markup']).toEqual({
      inline_keyboard: EXAMPLES.ckb.map((text, index) => [
        { text, callback_data: `example:ckb:${index}` },
      ]),
    });
    server.userTaps('example:ckb:1');
    const sent = await server.nextCall('sendMessage');
    expect(sent.payload['text']).toContain(EXAMPLES.ckb[1]);
    expect(quotesOf(sent)).toEqual([QUOTE]);
    expect((await server.nextCall('answerCallbackQuery')).error).toBeUndefined();
  });

  it.each([
    ['en-GB', 'en'],
    ['ku', 'ckb'],
    ['ar', 'ckb'],
    ['engl', 'ckb'],
  ] as const)('speaks to an app in %s in %s', async (languageCode, language) => {
    const { server, nextText } = await startBot();
    server.userSends('/start', { languageCode });
    expect(await nextText()).toContain(WORDS[language].text('bot-greeting'));
  });

  it('says so where there are no documents', async () => {
    const { server, nextText } = await startBot({
      library: libraryOf({ documents: () => [], examples: () => [] }),
    });
    server.userSends('/start');
    expect(await nextText()).toContain(WORDS.ckb.text('bot-no-documents'));
  });
});

describe('buttons', () => {
  it.each([
    'example:ckb:9',
    'example:en:2',
    'language:fr',
    'language:__proto__',
    '',
    'x'.repeat(64),
  ])('with forged or old data get a polite word: %j', async (data) => {
    const { server } = await startBot({ library: libraryOf({ examples: () => ['تەنیا یەک؟'] }) });
    server.userTaps(data);
    const { payload } = await server.nextCall('answerCallbackQuery');
    expect(payload['text']).toBe(WORDS.ckb.text('bot-button-unknown'));
  });

  it('tapped too long ago still work', async () => {
    const { server, answerer, nextText } = await startBot();
    answerer.on(EXAMPLES.ckb[0] ?? '');
    server.userSends('/start');
    await nextText();
    server.failNext('answerCallbackQuery', {
      code: 400,
      description: 'Bad Request: query is too old',
    });
    server.userTaps('example:ckb:0');
    expect(await nextText()).toContain(QUOTE);
  });
});

describe('/language', () => {
  it('changes answers and words by a button', async () => {
    const { server, answerer, nextText } = await startBot();
    answerer.on('کێ؟');
    server.userSends('/language');
    expect(await nextText()).toBe(WORDS.ckb.text('bot-language-ask'));
    server.userTaps('language:en');
    const edited = await server.nextCall('editMessageText');
    expect(edited.payload['text']).toBe(WORDS.en.text('bot-language-chosen-en'));
    server.userSends('کێ؟');
    await nextText();
    server.userSends('کێ؟', { from: 8 });
    await nextText();
    expect(answerer.asked.map(({ language }) => language)).toEqual(['en', 'auto']);
  });

  it.each([
    ['/language en', 'en', 'bot-language-chosen-en'],
    ['/language  English ', 'en', 'bot-language-chosen-en'],
    ['/language سۆرانی', 'ckb', 'bot-language-chosen-ckb'],
    ['/language auto', 'ckb', 'bot-language-chosen-auto'],
    ['/language fr', 'ckb', 'bot-language-unknown'],
    ['/language constructor', 'ckb', 'bot-language-unknown'],
  ] as const)('takes a name: %s', async (text, language, key) => {
    const { server, nextText } = await startBot();
    server.userSends(text);
    expect(await nextText()).toBe(WORDS[language].text(key));
  });
});

describe('/help', () => {
  it('names the commands, and /reindex to admins alone', async () => {
    const { server, nextText } = await startBot();
    server.userSends('/help');
    expect(await nextText()).not.toContain('/reindex');
    server.userSends('/help', { from: ADMIN });
    expect(await nextText()).toContain('/reindex');
  });
});

describe('the menu of commands', () => {
  it('is registered for everyone, and with /reindex in the chats of admins only', async () => {
    const { server } = await startBot();
    const codes: unknown[] = [];
    for (const _ of [1, 2, 3]) {
      const { payload } = await server.nextCall('setMyCommands');
      expect(payload['scope']).toEqual({ type: 'default' });
      expect(JSON.stringify(payload['commands'])).not.toContain('reindex');
      codes.push(payload['language_code']);
    }
    expect(codes).toEqual([undefined, 'ku', 'en']);
    const { payload } = await server.nextCall('setMyCommands');
    expect(payload['scope']).toEqual({ type: 'chat', chat_id: ADMIN });
    expect(JSON.stringify(payload['commands'])).toContain('reindex');
  });

  it('that Telegram refuses is logged; the bot serves without it', async () => {
    const { server, answerer, handle, nextText, lines } = await startBot();
    answerer.on('کێ؟');
    await server.nextCall('setMyCommands');
    server.userSends('کێ؟');
    expect(await nextText()).toContain(QUOTE);
    // What comes behind the menus: they have been dealt with.
    await server.nextCall('setMyDescription');
    await handle.stop();
    expect(lines.join('\n')).toContain('chat not found');
  });
});
