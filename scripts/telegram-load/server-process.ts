/**
 * A Bot API server with its people, in a process of its own: it tells its parent where it listens, and plays the rounds that the parent
 * asks for. It ends when its parent does.
 */
import { setTimeout as delay } from 'node:timers/promises';

import { createBotApiServer } from '../../tests/support/bot-api/server.ts';
import type { ApiCall } from '../../tests/support/bot-api/server.ts';
import { createCrowd } from './crowd.ts';
import type { Crowd } from './crowd.ts';
import type { Order, Round, RoundReport, Word } from './round.ts';

/** A bot that makes its index first takes a while. */
const BOT_AWAITED_MS = 60_000;
/** Who gets no answer for so long gets none. */
const PATIENCE_IN_MS = 20_000;
/** Long enough for a second answer to come, where a bot gives one. */
const SETTLING_IN_MS = 500;
const LOOKING_EVERY_MS = 50;
/** As many as a reader may have before their eyes. */
const MESSAGES_KEPT = 100;

let crowd: Crowd | null = null;
const server = await createBotApiServer({
  clock: {
    get now() {
      return Math.floor(Date.now() / 1000);
    },
  },
  recordsCalls: false,
  onCall: (call: ApiCall) => crowd?.hear(call),
  messagesKept: MESSAGES_KEPT,
});

process.on('disconnect', () => process.exit(0));
process.on('message', (order: Order) => void obey(order));
say({ kind: 'started', root: server.root, token: server.token });

function say(word: Word): void {
  process.send?.(word);
}

async function obey(order: Order): Promise<void> {
  if (order.kind === 'await-bot') {
    await botWaits();
    say({ kind: 'bot-waits' });
  } else {
    say({ kind: 'played', report: await play(order.round) });
  }
}

async function botWaits(): Promise<void> {
  const deadline = performance.now() + BOT_AWAITED_MS;
  for (;;) {
    try {
      return await server.idle();
    } catch (error) {
      if (performance.now() > deadline) throw error;
    }
  }
}

async function play(round: Round): Promise<RoundReport> {
  const milestones = [...round.milestones];
  const cpuBefore = process.cpuUsage();
  const playing = createCrowd(round, {
    send: (chat, text) => server.userSends(text, { from: chat }).message_id,
    now: () => performance.now(),
    later: setImmediate,
    onAnswered(answered) {
      if (answered !== milestones[0]) return;
      milestones.shift();
      say({ kind: 'milestone', answered });
    },
  });
  crowd = playing;
  server.failRandomly(round.faults);
  playing.begin();
  await untilAnswered(playing);
  const { user, system } = process.cpuUsage(cpuBefore);
  await delay(SETTLING_IN_MS);
  await botWaits();
  crowd = null;
  server.failRandomly(null);
  return { ...playing.report(), serverCpuMs: (user + system) / 1000 };
}

/** Until all is answered, or nobody has been answered for so long that nobody will be. */
async function untilAnswered(playing: Crowd): Promise<void> {
  let [answered, changedAt] = [0, performance.now()];
  while (!playing.isAnswered && performance.now() - changedAt < PATIENCE_IN_MS) {
    await delay(LOOKING_EVERY_MS);
    if (playing.answered !== answered)
      [answered, changedAt] = [playing.answered, performance.now()];
  }
}
