import { describe, expect, it } from 'vitest';

import type { Answer } from '../../src/answering/answer.ts';
import { idOf, startBot, textsIn, WORDS } from './bot-harness.ts';
import type { Harness } from './bot-harness.ts';
import { answer, held, QUOTE } from './fake-answerer.ts';

const GROUP = { chat: -5 };
const GONE = { code: 400, description: 'Bad Request: message to edit not found' };
const NO_METHOD = { code: 404, description: 'Not Found: method not found' };
const STOPPED = WORDS.ckb.text('bot-stopped');

/** What the drafts of the bot said, in order. */
function drafts({ server }: Harness): unknown[] {
  const calls = server.calls.filter(({ method }) => method === 'sendMessageDraft');
  return calls.map(({ payload }) => payload['text']);
}

/** A bot whose answers a model writes. */
async function writingBot(): Promise<Harness> {
  return startBot({ asksModel: true });
}

describe('an answer that a model writes, in a private chat', () => {
  it('is a draft at once, which grows and can be stopped, and then a message', async () => {
    const bot = await writingBot();
    const { server, clock } = bot;
    bot.answerer.writes('کێ؟', async ({ onDraft }) => {
      const thinking = await server.nextCall('sendMessageDraft');
      expect(thinking.payload).toMatchObject({ chat_id: 7, text: '', can_stop: true });
      for (const draft of ['یەک.', 'یەک. دوو.']) {
        clock.now += 400;
        onDraft?.(draft);
        await server.nextCall('sendMessageDraft');
        expect(server.draftsIn(7)).toMatchObject([{ text: draft, can_stop: true }]);
      }
      return answer();
    });
    server.userSends('کێ؟');
    expect(await bot.nextText()).toContain(QUOTE);
    expect(server.draftsIn(7)).toEqual([]);
    expect(drafts(bot)).toEqual(['', 'یەک.', 'یەک. دوو.']);
    const calls = server.calls.filter(({ method }) => method === 'sendMessageDraft');
    expect(new Set(calls.map(({ payload }) => payload['draft_id'])).size).toBe(1);
  });

  it('doesn’t change more often than anybody reads, nor while a change is under way', async () => {
    const bot = await writingBot();
    bot.answerer.writes('کێ؟', async ({ onDraft }) => {
      await bot.server.nextCall('sendMessageDraft');
      bot.clock.now += 400;
      for (const draft of ['یەک', 'یەک دوو', 'یەک دوو سێ']) onDraft?.(draft);
      await bot.server.nextCall('sendMessageDraft');
      bot.clock.now += 399;
      onDraft?.('یەک دوو سێ چوار');
      return answer();
    });
    bot.server.userSends('کێ؟');
    await bot.nextText();
    await bot.handle.stop();
    expect(drafts(bot)).toEqual(['', expect.stringMatching(/^یەک(?: دوو سێ)?$/u)]);
  });

  it('shows the beginning of what one message doesn’t hold', async () => {
    const bot = await writingBot();
    bot.answerer.writes('کێ؟', async ({ onDraft }) => {
      await bot.server.nextCall('sendMessageDraft');
      bot.clock.now += 400;
      onDraft?.(`${'🙂'.repeat(2047)}. 🙂🙂`);
      await bot.server.nextCall('sendMessageDraft');
      return answer();
    });
    bot.server.userSends('کێ؟');
    await bot.nextText();
    expect(String(drafts(bot)[1]).trimEnd()).toBe(`${'🙂'.repeat(2047)}.`);
  });

  it('is one message where the server knows no drafts', async () => {
    const bot = await writingBot();
    bot.server.failNext('sendMessageDraft', NO_METHOD);
    bot.answerer.writes('کێ؟', async ({ onDraft }) => {
      await bot.server.nextCall('sendMessageDraft');
      bot.clock.now += 400;
      onDraft?.('یەک');
      return answer();
    });
    bot.server.userSends('کێ؟');
    expect(await bot.nextText()).toContain(QUOTE);
    expect(drafts(bot)).toEqual(['']);
    expect(textsIn(bot.server)).toHaveLength(1);
  });

  it('doesn’t wait for a draft that is lost on its way', async () => {
    const bot = await writingBot();
    bot.server.failNext('sendMessageDraft', 'hang');
    bot.answerer.on('کێ؟');
    bot.server.userSends('کێ؟');
    expect(await bot.nextText()).toContain(QUOTE);
  });

  it('that fails takes its draft with it', async () => {
    const bot = await writingBot();
    bot.answerer.writes('کێ؟', async () => {
      await bot.server.nextCall('sendMessageDraft');
      throw new Error('broken');
    });
    bot.server.userSends('کێ؟');
    expect(await bot.nextText()).toBe(WORDS.ckb.text('bot-failed'));
    expect(bot.server.draftsIn(7)).toEqual([]);
  });
});

describe('the stop button of a draft', () => {
  it('ends the answer at once; what was shown stays, and what comes later is ignored', async () => {
    const bot = await writingBot();
    const late = held<Answer>();
    const signals: (AbortSignal | undefined)[] = [];
    bot.answerer.on('کەی؟').writes('کێ؟', async ({ onDraft, signal }) => {
      signals.push(signal);
      await bot.server.nextCall('sendMessageDraft');
      bot.clock.now += 400;
      onDraft?.('یەک.');
      await bot.server.nextCall('sendMessageDraft');
      bot.server.userStopsDraft(7);
      return late.promise;
    });
    const question = bot.server.userSends('کێ؟');
    expect(await bot.nextText()).toBe(`یەک.\n\n${STOPPED}`);
    expect(signals[0]?.aborted).toBe(true);
    late.release(answer());
    bot.server.userSends('کەی؟');
    expect(await bot.nextText()).toContain(QUOTE);
    expect(textsIn(bot.server)).toHaveLength(2);
    const place = { chat: 7, thread: 0 };
    expect(bot.memory.answers.toQuestion(place, question.message_id)).toBeNull();
  });

  it('before anything stands leaves a word alone', async () => {
    const bot = await writingBot();
    bot.answerer.writes('کێ؟', async ({ signal }) => {
      await bot.server.nextCall('sendMessageDraft');
      bot.server.userStopsDraft(7);
      await new Promise((resolve) => signal?.addEventListener('abort', resolve, { once: true }));
      throw new Error('aborted');
    });
    bot.server.userSends('کێ؟');
    expect(await bot.nextText()).toBe(STOPPED);
    expect(bot.lines.join('\n')).not.toMatch(/^error/mu);
  });

  it('of one reader stops nobody else', async () => {
    const bot = await writingBot();
    const slow = held<Answer>();
    bot.answerer.on('کێ؟', slow.promise).writes('کەی؟', async () => {
      bot.server.userStopsDraft(8);
      return held<Answer>().promise;
    });
    bot.server.userSends('کێ؟');
    await bot.server.nextCall('sendMessageDraft');
    bot.answerer.writes('کەی؟', async () => {
      await bot.server.nextCall('sendMessageDraft');
      bot.server.userStopsDraft(8);
      return held<Answer>().promise;
    });
    bot.server.userSends('کەی؟', { from: 8 });
    expect(await bot.nextText()).toBe(STOPPED);
    slow.release(answer());
    expect(await bot.nextText()).toContain(QUOTE);
  });
});

describe('an answer that a model writes, in a group', () => {
  it('is one message, changed now and then, at last into the answer with its buttons', async () => {
    const bot = await writingBot();
    const { server, clock } = bot;
    bot.answerer.writes('کێ؟', async ({ onDraft }) => {
      onDraft?.('یەک.');
      const first = await server.nextCall('sendMessage');
      expect(first.payload).toMatchObject({ text: 'یەک.', chat_id: -5 });
      expect(first.payload).toHaveProperty('reply_parameters');
      clock.now += 2999;
      onDraft?.('یەک. دوو.');
      clock.now += 1;
      onDraft?.('یەک. دوو. سێ.');
      return answer();
    });
    server.userSends('@pirsyar_bot کێ؟', GROUP);
    const last = await server.nextCall('editMessageText');
    expect(last.payload['text']).toContain(QUOTE);
    expect(last.payload).toHaveProperty('reply_markup');
    await bot.handle.stop();
    expect(textsIn(server, -5)).toHaveLength(1);
    expect(bot.memory.answers.inMessage(-5, idOf(last))?.messages).toEqual([idOf(last)]);
    expect(drafts(bot)).toEqual([]);
  });

  it('changes eight times at most', async () => {
    const bot = await writingBot();
    const { server, clock } = bot;
    const written = held<null>();
    bot.answerer.writes('کێ؟', async ({ onDraft }) => {
      for (let part = 1; part <= 12; part += 1) {
        clock.now += 3000;
        onDraft?.('بەش '.repeat(part));
        if (part === 1) await server.nextCall('sendMessage');
        else if (part <= 8) await server.nextCall('editMessageText');
      }
      written.release(null);
      return answer();
    });
    server.userSends('@pirsyar_bot کێ؟', GROUP);
    await written.promise;
    expect((await server.nextCall('editMessageText')).payload['text']).toContain(QUOTE);
    await bot.handle.stop();
    expect(server.calls.filter(({ method }) => method === 'editMessageText')).toHaveLength(8);
  });

  it('whose message an administrator deleted meanwhile is sent anew', async () => {
    const bot = await writingBot();
    const written = held<null>();
    bot.answerer.writes('کێ؟', async ({ onDraft }) => {
      onDraft?.('یەک.');
      await bot.server.nextCall('sendMessage');
      bot.server.failNext('editMessageText', GONE);
      written.release(null);
      return answer();
    });
    bot.server.userSends('@pirsyar_bot کێ؟', GROUP);
    await written.promise;
    expect(await bot.nextText()).toContain(QUOTE);
  });

  it('that fails says so in the place of what was shown', async () => {
    const bot = await writingBot();
    bot.answerer.writes('کێ؟', async ({ onDraft }) => {
      onDraft?.('یەک.');
      await bot.server.nextCall('sendMessage');
      throw new Error('broken');
    });
    bot.server.userSends('@pirsyar_bot کێ؟', GROUP);
    const { payload } = await bot.server.nextCall('editMessageText');
    expect(payload['text']).toBe(WORDS.ckb.text('bot-failed'));
  });
});
