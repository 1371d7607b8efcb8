import { describe, expect, it, onTestFinished } from 'vitest';

import type { Answer } from '../../src/answering/answer.ts';
import { createBot } from '../../src/telegram/bot.ts';
import type { Memory } from '../../src/telegram/memory.ts';
import { startPolling } from '../../src/telegram/polling.ts';
import type { PollingHandle } from '../../src/telegram/polling.ts';
import { createBotApiServer } from '../support/bot-api/server.ts';
import type { BotApiServer } from '../support/bot-api/server.ts';
import { fakeParts, keptLog, temporaryMemory, textsIn } from './bot-harness.ts';
import { FakeAnswerer, held, QUOTE } from './fake-answerer.ts';

interface Scene {
  readonly server: BotApiServer;
  readonly memory: Memory;
  /** Starts a process on the same memory; where it is stopped it is as good as killed. */
  readonly process: (answerer: FakeAnswerer, memory?: Memory) => Promise<PollingHandle>;
}

async function scene(): Promise<Scene> {
  const server = await createBotApiServer();
  const memory = await temporaryMemory(keptLog().log);
  onTestFinished(() => server.close());
  return {
    server,
    memory,
    async process(answerer, other = memory) {
      const parts = await fakeParts(server, { answerer, memory: other });
      const handle = startPolling(createBot(parts), parts, { graceInMs: 0 });
      onTestFinished(() => handle.stop());
      return handle;
    },
  };
}

/** An answerer that is at work on this question when its process is killed. */
function dying(text: string): FakeAnswerer {
  return new FakeAnswerer().on(text, held<Answer>().promise);
}

describe('a process that is killed', () => {
  it('leaves its question to the next one, which answers it once', async () => {
    const { server, process } = await scene();
    const first = await process(dying('کێ؟'));
    server.userSends('کێ؟');
    await server.nextCall('sendChatAction');
    await first.stop();
    // Telegram may give it once more besides.
    server.deliverAgain();
    const answerer = new FakeAnswerer().on('کێ؟').on('کەی؟');
    await process(answerer);
    expect((await server.nextCall('sendMessage')).payload['text']).toContain(QUOTE);
    server.userSends('کەی؟');
    await server.nextCall('sendMessage');
    expect(answerer.asked.map(({ text }) => text)).toEqual(['کێ؟', 'کەی؟']);
    expect(textsIn(server)).toHaveLength(2);
  });

  it('leaves all its questions, in their order', async () => {
    const { server, process } = await scene();
    const first = await process(dying('یەک؟').on('دوو؟').on('سێ؟'));
    server.userSends('یەک؟');
    await server.nextCall('sendChatAction');
    server.userSends('دوو؟');
    server.userSends('سێ؟');
    await server.idle();
    await first.stop();
    const answerer = new FakeAnswerer().on('یەک؟').on('دوو؟').on('سێ؟');
    await process(answerer);
    for (const _ of [1, 2, 3]) await server.nextCall('sendMessage');
    expect(answerer.asked.map(({ text }) => text)).toEqual(['یەک؟', 'دوو؟', 'سێ؟']);
  });

  it('by the same question four times isn’t given it a fifth time', async () => {
    const { server, process } = await scene();
    server.userSends('کێ؟');
    for (const _ of [1, 2, 3, 4]) {
      const killed = await process(dying('کێ؟'));
      await server.nextCall('sendChatAction');
      await killed.stop();
    }
    const answerer = new FakeAnswerer().on('کەی؟');
    await process(answerer);
    server.userSends('کەی؟');
    await server.nextCall('sendMessage');
    expect(answerer.asked.map(({ text }) => text)).toEqual(['کەی؟']);
  });

  it('leaves taps, too', async () => {
    const { server, memory, process } = await scene();
    const first = await process(new FakeAnswerer());
    server.userSends('/language');
    await server.nextCall('sendMessage');
    await first.stop();
    const tapped = { ...memory, inbox: { ...memory.inbox, done: () => undefined } };
    server.failNext('answerCallbackQuery', { code: 403, description: 'Forbidden: killed' });
    server.userTaps('language:en');
    const second = await process(new FakeAnswerer(), tapped);
    await server.nextCall('answerCallbackQuery');
    await server.idle();
    await second.stop();
    await process(new FakeAnswerer());
    await server.nextCall('answerCallbackQuery');
    expect((await server.nextCall('editMessageText')).payload['text']).toContain('English');
  });
});

describe('an update that is delivered twice', () => {
  it('is answered once, across a restart too', async () => {
    const { server, process } = await scene();
    const answerer = new FakeAnswerer().on('کێ؟').on('کەی؟');
    const first = await process(answerer);
    server.userSends('کێ؟');
    await server.nextCall('sendMessage');
    server.deliverAgain();
    await server.idle();
    await first.stop();
    server.deliverAgain();
    await process(answerer);
    server.userSends('کەی؟');
    expect((await server.nextCall('sendMessage')).payload['reply_parameters']).toBeDefined();
    expect(answerer.asked.map(({ text }) => text)).toEqual(['کێ؟', 'کەی؟']);
  });

  it('isn’t confused with the same words asked again', async () => {
    const { server, process } = await scene();
    const answerer = new FakeAnswerer().on('کێ؟');
    await process(answerer);
    server.userSends('کێ؟');
    server.userSends('کێ؟');
    await server.nextCall('sendMessage');
    await server.nextCall('sendMessage');
    expect(answerer.asked).toHaveLength(2);
  });
});

describe('a question that was answered', () => {
  it('isn’t answered again where its process was killed before it could note that', async () => {
    const { server, memory, process } = await scene();
    const forgetful = { ...memory, inbox: { ...memory.inbox, done: () => undefined } };
    const first = await process(new FakeAnswerer().on('کێ؟').on('کەی؟'), forgetful);
    server.userSends('کێ؟');
    await server.nextCall('sendMessage');
    server.userSends('کەی؟');
    await server.nextCall('sendMessage');
    await first.stop();
    const undone = memory.inbox.pending();
    expect(undone).toHaveLength(2);
    const answerer = new FakeAnswerer().on('ئێستا؟');
    await process(answerer);
    server.userSends('ئێستا؟');
    await server.nextCall('sendMessage');
    expect(answerer.asked.map(({ text }) => text)).toEqual(['ئێستا؟']);
    for (const update of undone) expect(memory.inbox.pending()).not.toContainEqual(update);
  });

  it('is answered again where it was kept and not sent', async () => {
    const { server, process } = await scene();
    server.failNext('sendMessage', 'hang');
    const first = await process(new FakeAnswerer().on('کێ؟'));
    server.userSends('کێ؟');
    await server.nextCall('sendMessage');
    await first.stop();
    await process(new FakeAnswerer().on('کێ؟'));
    expect((await server.nextCall('sendMessage')).payload['text']).toContain(QUOTE);
    expect(textsIn(server)).toHaveLength(1);
  });
});
