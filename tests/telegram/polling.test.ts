import { describe, expect, it } from 'vitest';

import { PirsyarError, SettingsError } from '../../src/errors.ts';
import { createBot } from '../../src/telegram/bot.ts';
import { startPolling } from '../../src/telegram/polling.ts';
import { createBotApiServer, FAULTS } from '../support/bot-api/server.ts';
import { fakeParts, startBot } from './bot-harness.ts';
import { answer, FakeAnswerer, held, QUOTE } from './fake-answerer.ts';

describe('starting', () => {
  it('ends with one clear sentence where Telegram refuses the token, which stands nowhere', async () => {
    const token = '7654321:a-wrong-token';
    const { handle, lines } = await startBot({ token });
    const failure: unknown = await handle.finished.catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SettingsError);
    expect(String(failure)).toContain('Telegram refused TELEGRAM_BOT_TOKEN (401 Unauthorized)');
    expect(`${String(failure)}${lines.join('\n')}`).not.toContain(token);
  });

  it('tries again where Telegram can not be reached, without the token in the log', async () => {
    const server = await createBotApiServer();
    server.failNext('getMe', 'cut', 'html', FAULTS.serverError, FAULTS.tooManyRequests(0));
    const parts = await fakeParts(server, { apiRoot: `${server.root}/` });
    const handle = startPolling(createBot(parts), parts);
    await server.idle();
    await handle.stop();
    await handle.finished;
    await server.close();
    expect(parts.lines.filter((line) => line.startsWith('warn'))).toHaveLength(4);
    expect(parts.lines.join('\n')).not.toContain(server.token);
  });

  it('can be stopped while Telegram can not be reached', async () => {
    const { handle, server, lines, token } = await startBot({ apiRoot: 'http://127.0.0.1:9' });
    await handle.stop();
    await handle.finished;
    expect(server.calls).toEqual([]);
    expect(lines.join('\n')).not.toContain(token);
  });

  it('ends with one clear sentence where another program polls', async () => {
    const first = await startBot();
    await first.server.idle();
    const second = await startBot({ apiRoot: first.server.root, token: first.token });
    const failure: unknown = await first.handle.finished.catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(PirsyarError);
    expect(String(failure)).toContain('409 Conflict');
    await second.handle.stop();
  });
});

describe('polling', () => {
  it('goes on after lost connections and failures of Telegram', async () => {
    const { server, answerer, nextText, lines, token } = await startBot();
    answerer.on('کێ؟');
    server.failNext('getUpdates', 'cut', FAULTS.tooManyRequests(0), 'html');
    server.userSends('کێ؟');
    expect(await nextText()).toContain(QUOTE);
    expect(lines.join('\n')).not.toContain(token);
  });

  it('answers chats beside each other and the questions of one chat in order', async () => {
    const { server, answerer, nextText } = await startBot();
    const slow = held<ReturnType<typeof answer>>();
    answerer.on('هێواش؟', slow.promise).on('خێرا؟', answer({ answer: 'خێرا' }));
    server.userSends('هێواش؟');
    server.userSends('خێرا؟');
    server.userSends('خێرا؟', { from: 8 });
    expect((await server.nextCall('sendMessage')).payload).toMatchObject({ chat_id: 8 });
    slow.release(answer({ answer: 'هێواش' }));
    expect(await nextText()).toContain('هێواش');
    expect(await nextText()).toContain('خێرا');
  });
});

describe('stopping', () => {
  it('finishes what is being answered and is not given it again', async () => {
    const { server, answerer, handle } = await startBot();
    const slow = held<ReturnType<typeof answer>>();
    answerer.on('کێ؟', slow.promise);
    server.userSends('کێ؟');
    await server.nextCall('sendChatAction');
    const stopped = handle.stop();
    slow.release(answer());
    await stopped;
    await handle.finished;
    expect((await server.nextCall('sendMessage')).error).toBeUndefined();
    const next = await startBot({ apiRoot: server.root, token: server.token });
    await server.idle();
    expect(next.answerer.asked).toEqual([]);
    await next.handle.stop();
  });

  it('waits no longer than the time of grace', async () => {
    const server = await createBotApiServer();
    const answerer = new FakeAnswerer().on('کێ؟', held<ReturnType<typeof answer>>().promise);
    const parts = await fakeParts(server, { answerer });
    const handle = startPolling(createBot(parts), parts, { graceInMs: 20 });
    server.userSends('کێ؟');
    await server.nextCall('sendChatAction');
    await handle.stop();
    await server.close();
    expect(parts.lines.at(-1)).toContain('"unfinished":1');
  });
});
