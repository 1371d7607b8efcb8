import { Api, Context } from 'grammy';
import { describe, expect, it, onTestFinished } from 'vitest';

import { streamAnswer } from '../../src/telegram/drafts.ts';
import type { AnswerStream } from '../../src/telegram/drafts.ts';
import { createGenerations } from '../../src/telegram/generations.ts';
import { createBotApiServer } from '../support/bot-api/server.ts';
import type { BotApiServer } from '../support/bot-api/server.ts';
import { keptLog, NOW } from './bot-harness.ts';

/** A stream to reader 7 that soon shows again what doesn't change, on a clock that stands still. */
async function stream({ draftAgainMs = 5 } = {}): Promise<{
  answer: AnswerStream;
  server: BotApiServer;
}> {
  const server = await createBotApiServer();
  onTestFinished(() => server.close());
  const api = new Api(server.token, { apiRoot: server.root });
  server.userSends('کێ؟');
  const chat = { id: 7, type: 'private', first_name: 'x' } as const;
  const from = { id: 7, is_bot: false, first_name: 'x' };
  const message = { message_id: 1, date: NOW / 1000, chat, from, text: 'کێ؟' };
  const ctx = new Context({ update_id: 1, message }, api, await api.getMe());
  const generation = createGenerations().begin(7);
  const { log } = keptLog();
  const answer = streamAnswer({ ctx, generation, log, now: () => NOW, draftAgainMs });
  return { answer, server };
}

describe('a draft', () => {
  it('that doesn’t change is sent again before Telegram takes it away', async () => {
    const { answer, server } = await stream();
    answer.show('');
    // The same once more is nothing new.
    answer.show('');
    for (const _ of [1, 2]) {
      const { payload } = await server.nextCall('sendMessageDraft');
      expect(payload).toMatchObject({ chat_id: 7, draft_id: 1, text: '' });
    }
    expect(await answer.end()).toBeNull();
  });

  it('waits until the one before it has been seen', async () => {
    const { answer, server } = await stream({ draftAgainMs: 60_000 });
    const before = performance.now();
    answer.show('');
    await server.nextCall('sendMessageDraft');
    answer.show('یەک');
    answer.show('یەک دوو');
    expect((await server.nextCall('sendMessageDraft')).payload['text']).toBe('یەک دوو');
    expect(performance.now() - before).toBeGreaterThan(390);
    await answer.end();
  });

  it('isn’t shown any more once it has ended', async () => {
    const { answer, server } = await stream();
    answer.show('');
    await server.nextCall('sendMessageDraft');
    await answer.end();
    const before = server.calls.length;
    answer.show('یەک');
    await answer.end();
    expect(server.calls).toHaveLength(before);
    expect(answer.last).toBe('یەک');
  });
});
