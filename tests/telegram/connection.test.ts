import { describe, expect, it, onTestFinished } from 'vitest';

import { createBot } from '../../src/telegram/bot.ts';
import { introduceBot } from '../../src/telegram/introduce.ts';
import type { Memory } from '../../src/telegram/memory.ts';
import { startPolling } from '../../src/telegram/polling.ts';
import type { PollingHandle, PollingOptions } from '../../src/telegram/polling.ts';
import { createBotApiServer, FAULTS } from '../support/bot-api/server.ts';
import type { BotApiServer } from '../support/bot-api/server.ts';
import { fakeParts, startBot, textsIn } from './bot-harness.ts';
import { FakeAnswerer, QUOTE } from './fake-answerer.ts';

interface Polled {
  readonly server: BotApiServer;
  readonly handle: PollingHandle;
  readonly lines: readonly string[];
  readonly memory: Memory;
}

/** A bot that answers one question, polling as it is told. */
async function polled(
  options: PollingOptions,
  before: (server: BotApiServer) => void = () => undefined,
): Promise<Polled> {
  const server = await createBotApiServer();
  before(server);
  const parts = await fakeParts(server, { answerer: new FakeAnswerer().on('کێ؟') });
  const bot = createBot(parts);
  const handle = startPolling(bot, parts, {
    prepare: (stopping) => introduceBot(bot.api, parts, stopping),
    ...options,
  });
  onTestFinished(async () => {
    await handle.stop();
    await server.close();
  });
  return { server, handle, lines: parts.lines, memory: parts.memory };
}

describe('a poll that falls silent', () => {
  it('is given up, and the next one brings what came meanwhile', async () => {
    const { server, lines } = await polled({ silenceInMs: 100 }, (silent) => {
      silent.failNext('getUpdates', 'hang', 'hang');
      silent.userSends('کێ؟');
    });
    expect((await server.nextCall('sendMessage')).payload['text']).toContain(QUOTE);
    expect(lines.filter((line) => line.includes('fell silent')).length).toBeGreaterThanOrEqual(2);
  });

  it('can be stopped', async () => {
    const { handle, lines } = await polled({}, (silent) => silent.failNext('getUpdates', 'hang'));
    await handle.stop();
    await handle.finished;
    expect(lines.join('\n')).not.toContain('fell silent');
  });
});

describe('a server', () => {
  it('that goes away is asked again, and stopping doesn’t wait for it', async () => {
    const { server, handle, lines } = await polled({});
    await server.idle();
    await server.close();
    await handle.stop();
    await handle.finished;
    expect(lines.at(-1)).toContain('The bot has stopped.');
    expect(lines.join('\n')).not.toContain(server.token);
  });

  it('that replies with pages of HTML alone is lived through', async () => {
    const { server } = await polled({}, (broken) => {
      broken.failNext('getMe', 'html');
      broken.failNext('deleteWebhook', 'not-json');
      broken.failNext('getUpdates', 'html', 'not-json');
      broken.failNext('sendChatAction', 'html');
      broken.failNext('setMyCommands', 'html');
      broken.failNext('sendMessage', 'html', 'not-json');
    });
    server.userSends('کێ؟');
    for (const _ of [1, 2, 3]) await server.nextCall('sendMessage');
    expect(textsIn(server)).toEqual([expect.stringContaining(QUOTE)]);
  });
});

describe('stopping', () => {
  it('doesn’t wait where Telegram asked an introduction to', async () => {
    const { server, handle, lines } = await polled({}, (busy) =>
      busy.failNext('setMyCommands', FAULTS.tooManyRequests(30)),
    );
    await server.nextCall('setMyCommands');
    await server.idle();
    await handle.stop();
    expect(lines.at(-1)).toContain('"complete":true');
  });

  it('waits no longer than the time of grace for an answer that Telegram asked to wait; it comes after a restart', async () => {
    const { server, handle, lines, memory } = await polled({ graceInMs: 20 });
    server.failNext('sendMessage', FAULTS.tooManyRequests(30));
    server.userSends('کێ؟');
    await server.nextCall('sendMessage');
    await handle.stop();
    expect(lines.at(-1)).toContain('"unfinished":1');
    const next = await startBot({ apiRoot: server.root, token: server.token, memory });
    next.answerer.on('کێ؟');
    expect((await server.nextCall('sendMessage')).payload['text']).toContain(QUOTE);
    await next.handle.stop();
  });
});
