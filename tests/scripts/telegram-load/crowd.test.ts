import { describe, expect, it } from 'vitest';

import { createCrowd } from '../../../scripts/telegram-load/crowd.ts';
import type { Crowd } from '../../../scripts/telegram-load/crowd.ts';
import { wrongs } from '../../../scripts/telegram-load/report.ts';
import type { Round } from '../../../scripts/telegram-load/round.ts';

/** A crowd on a clock of its own, whose messages are numbered from 1 in the order in which they are sent. */
function gathered(changes: Partial<Round> = {}): {
  crowd: Crowd;
  clock: { now: number };
  sent: string[];
  /** The bot acts in a chat. */
  acts: (chat: number) => void;
  /** The bot answers a message in a chat; 0: without naming it. */
  answers: (chat: number, message: number) => void;
} {
  const clock = { now: 0 };
  const sent: string[] = [];
  const round = {
    questions: [['a', 'b']],
    atOnce: 1,
    replies: true,
    faults: null,
    milestones: [],
    ...changes,
  };
  const crowd = createCrowd(round, {
    send: (chat, text) => sent.push(`${chat}: ${text}`),
    now: () => clock.now,
    later: (work) => work(),
    onAnswered: () => undefined,
  });
  crowd.begin();
  return {
    crowd,
    clock,
    sent,
    acts: (chat) =>
      crowd.hear({ method: 'sendChatAction', payload: { chat_id: chat }, result: true }),
    answers: (chat, message) =>
      crowd.hear({
        method: 'sendMessage',
        payload: { chat_id: chat },
        result: message === 0 ? {} : { reply_to_message: { message_id: message } },
      }),
  };
}

describe('a crowd', () => {
  it('asks the next question of a chat when the one before is answered', () => {
    const { crowd, sent, answers } = gathered({ questions: [['a', 'b'], ['c']] });
    expect(sent).toEqual(['1: a', '2: c']);
    answers(1, 1);
    expect(sent.at(-1)).toBe('1: b');
    answers(2, 2);
    expect(crowd.isAnswered).toBe(false);
    answers(1, 3);
    expect(crowd.isAnswered).toBe(true);
    expect(wrongs(crowd.report(), false)).toEqual([]);
  });

  it('measures to the first thing that is seen, and to the answer', () => {
    const { crowd, clock, acts, answers } = gathered();
    clock.now = 5;
    acts(1);
    clock.now = 9;
    acts(1);
    answers(1, 1);
    clock.now = 20;
    answers(1, 2);
    expect(crowd.report()).toMatchObject({ toSign: [5, 11], toAnswer: [9, 11], elapsedMs: 20 });
  });

  it('takes no action that its answer overtook for a sign of the next answer', () => {
    const { crowd, clock, acts, answers } = gathered();
    answers(1, 1);
    clock.now = 2;
    acts(1);
    clock.now = 7;
    acts(1);
    answers(1, 2);
    expect(crowd.report().toSign).toEqual([0, 7]);
  });

  it('sees no sign in a call that failed', () => {
    const { crowd, clock, answers } = gathered({ questions: [['a']] });
    crowd.hear({ method: 'sendChatAction', payload: { chat_id: 1 }, error: 429 });
    crowd.hear({ method: 'sendMessage', payload: { chat_id: 1 }, error: 0 });
    clock.now = 3;
    answers(1, 1);
    expect(crowd.report()).toMatchObject({ toSign: [3], answered: 1, twice: 0 });
  });

  it('notices what is lost, answered twice, out of order, or no answer at all', () => {
    const { crowd, answers } = gathered({ questions: [['a', 'b', 'c']], atOnce: 3 });
    answers(1, 2);
    answers(1, 2);
    answers(1, 0);
    answers(1, 1);
    expect(crowd.report()).toMatchObject({ others: 1 });
    expect(wrongs(crowd.report(), false)).toEqual([
      '1 of 3 questions were lost',
      '1 were answered twice',
      '1 were answered out of order',
    ]);
    expect(wrongs(crowd.report(), true)).toHaveLength(2);
  });

  it('takes any message for an answer to the oldest question where the bot names none', () => {
    const { crowd, answers } = gathered({ replies: false });
    answers(1, 0);
    answers(1, 0);
    expect(crowd.isAnswered).toBe(true);
  });
});
