import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import type { Order, Round, RoundReport, Word } from './round.ts';

const SERVER = fileURLToPath(new URL('server-process.ts', import.meta.url));

/** A Bot API server in a process of its own. */
export interface Stage {
  readonly root: string;
  readonly token: string;
  /** Resolves when a bot polls and has nothing to do. */
  botWaits(): Promise<void>;
  /** Lets the people ask until all is answered or nothing more comes. `onMilestone` is called at each milestone of the round. */
  play(round: Round, onMilestone?: (answered: number) => void): Promise<RoundReport>;
  close(): Promise<void>;
}

/** @throws {Error} if the server's process ends. */
export async function openStage(): Promise<Stage> {
  const server = fork(SERVER, { execArgv: ['--import', 'tsx'] });
  const { root, token } = await wordOf(server, 'started');
  return {
    root,
    token,
    async botWaits() {
      tell(server, { kind: 'await-bot' });
      await wordOf(server, 'bot-waits');
    },
    async play(round, onMilestone) {
      const listen = (word: Word): void => {
        if (word.kind === 'milestone') onMilestone?.(word.answered);
      };
      server.on('message', listen);
      try {
        tell(server, { kind: 'play', round });
        return (await wordOf(server, 'played')).report;
      } finally {
        server.off('message', listen);
      }
    },
    async close() {
      const ended = once(server, 'exit');
      server.disconnect();
      await ended;
    },
  };
}

function tell(server: ChildProcess, order: Order): void {
  server.send(order);
}

/** The next word of a kind. */
async function wordOf<Kind extends Word['kind']>(
  server: ChildProcess,
  kind: Kind,
): Promise<Extract<Word, { kind: Kind }>> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      server.off('message', listen);
      server.off('exit', fail);
    };
    const listen = (word: Word): void => {
      if (!isOf(word, kind)) return;
      settle();
      resolve(word);
    };
    const fail = (code: number | null): void => {
      settle();
      reject(new Error(`The server's process ended with ${code}.`));
    };
    server.on('message', listen);
    server.on('exit', fail);
  });
}

function isOf<Kind extends Word['kind']>(
  word: Word,
  kind: Kind,
): word is Extract<Word, { kind: Kind }> {
  return word.kind === kind;
}
