import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Order, Word } from './words.ts';

/** Where a server has its things. */
export interface Place {
  readonly documents: string;
  readonly index: string;
  readonly state: string;
  readonly data: string;
  readonly prompts: string;
}

type Said<Kind extends Word['kind']> = Extract<Word, { kind: Kind }>;

const SCRIPT = fileURLToPath(new URL('server-process.ts', import.meta.url));
/** Who says nothing for so long has lost something. */
const PATIENCE_IN_MS = 60_000;

/** A process that serves, answers and re-indexes. */
export class Server {
  readonly #child: ChildProcess;
  readonly #heard: Word[] = [];
  #notify: () => void = () => {};

  constructor(place: Place) {
    this.#child = fork(SCRIPT, [JSON.stringify(place)], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: {},
    });
    this.#child.on('message', (word: Word) => {
      this.#heard.push(word);
      this.#notify();
    });
    this.#child.on('exit', () => this.#notify());
  }

  /** The last stage that it has named. */
  get stage(): string | null {
    const last = this.#heard.findLast((word) => word.kind === 'stage' || word.kind === 'outcome');
    if (last === undefined) return null;
    return last.kind === 'stage' ? last.stage : 'done';
  }

  tell(order: Order): void {
    this.#child.send(order);
  }

  /** Forgets what was said so far. */
  forget(): void {
    this.#heard.length = 0;
  }

  /** The next word of a kind. @throws {Error} if the process ends before it, or says nothing for a minute. */
  async hear<Kind extends Word['kind']>(kind: Kind): Promise<Said<Kind>> {
    const deadline = Date.now() + PATIENCE_IN_MS;
    for (;;) {
      const place = this.#heard.findIndex((word) => word.kind === kind);
      const [word] = place === -1 ? [] : this.#heard.splice(place, 1);
      if (isSaid(word, kind)) return word;
      if (this.#child.exitCode !== null || Date.now() > deadline) {
        throw new Error(`The process that serves said nothing of ${kind}.`);
      }
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 1000);
        this.#notify = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  /** Ends the process as a lack of memory would. */
  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await gone;
  }

  /** Does that to the process that builds for it; false where there is none. */
  killBuilder(): boolean {
    const { pid } = this.#child;
    const file = join('/proc', String(pid), 'task', String(pid), 'children');
    const children = readFileSync(file, 'utf8').split(' ').filter(Boolean).map(Number);
    for (const child of children) process.kill(child, 'SIGKILL');
    return children.length > 0;
  }
}

function isSaid<Kind extends Word['kind']>(word: Word | undefined, kind: Kind): word is Said<Kind> {
  return word?.kind === kind;
}
