import { InlineKeyboard } from 'grammy';

import type { Messages } from '../../messages.ts';
import type { Progress, ReleaseOutcome } from '../../release/release.ts';
import type { Desk } from '../desk.ts';
import { failureFields } from '../failures.ts';
import { plain } from '../plain.ts';
import { splitMessage } from '../split-message.ts';
import { record } from './asker.ts';
import type { Asker } from './asker.ts';
import { sendDigest } from './digest.ts';
import { busyText, outcomeText } from './outcome-text.ts';
import { progressText } from './progress-text.ts';

/** Telegram takes about one edit a second in a chat; more often, a person can't read it. */
const SHOWN_EVERY_MS = 2500;

export const CANCEL = 'release:cancel';

/** Re-indexes for admins, one at a time, and shows each how far it is and what came of it. */
export interface Reindexing {
  /** At an admin's word: whoever asks while another runs is told who began it. */
  start(asker: Asker, options: { readonly force: boolean }): Promise<void>;
  /** After documents were changed, which `tell` says: where one runs already, another comes after it. It is done also where the admin can't be told. */
  afterChange(asker: Asker, tell: () => Promise<unknown>): Promise<void>;
  /** Lets a candidate that was held serve all the same. */
  insist(asker: Asker, snapshot: string, message: number): Promise<void>;
  /** False where nothing runs. */
  cancel(asker: Asker): boolean;
}

interface Run {
  readonly asker: Asker;
  readonly since: number;
  readonly controller: AbortController;
}

/** What a re-index is for: `follows` a change of the documents, or was asked for. */
interface RunKind {
  readonly force: boolean;
  readonly follows: boolean;
  /** Who else changed documents before it began, and is told what came of it. */
  readonly others?: readonly Asker[];
}

export function createReindexing(desk: Desk): Reindexing {
  const { administration, log } = desk.parts;
  let running: Run | null = null;
  /** Who changed documents while one runs, by their numbers. */
  const waiting = new Map<number, Asker>();
  /** Snapshots that were insisted on: of a second tap there is nothing to tell. */
  const insisted = new Set<string>();

  const finish = async (
    asker: Asker,
    outcome: ReleaseOutcome,
    message: number | undefined,
  ): Promise<void> => {
    const titleOf = (document: string): string => desk.titleOf(document, asker.language);
    const text = plain(outcomeText(outcome, asker, titleOf));
    const [first = text, ...more] = splitMessage([text]);
    const keyboard = outcome.status === 'held' ? insistButton(outcome, asker.words) : undefined;
    if (message === undefined) await asker.chat.send([first, ...more], keyboard);
    else {
      await asker.chat.edit(message, first, more.length === 0 ? keyboard : undefined);
      await asker.chat.send(more, keyboard);
    }
    if (outcome.status !== 'swapped') return;
    const changes = await administration.lastChanges();
    if (changes !== null) await sendDigest(desk, asker, changes);
  };

  const tryToTell = async <T>(tell: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await tell();
    } catch (error) {
      log.warn('An admin could not be told of a re-index.', failureFields(error));
      return undefined;
    }
  };

  const run = async (asker: Asker, { force, follows, others = [] }: RunKind): Promise<void> => {
    const controller = new AbortController();
    running = { asker, since: desk.now(), controller };
    try {
      const { words, chat } = asker;
      const begin = async (): Promise<number[]> =>
        chat.send([plain(progressText(null, words))], cancelButton(words));
      const [message] = (await (follows ? tryToTell(begin) : begin())) ?? [];
      const show = shownNowAndThen(desk, async (progress) =>
        message === undefined
          ? undefined
          : chat.edit(message, plain(progressText(progress, words)), cancelButton(words)),
      );
      const { signal } = controller;
      const outcome = await administration.releases.run({
        force,
        by: asker.name,
        onProgress: show.progress,
        signal,
      });
      await show.end();
      record(
        desk,
        asker,
        actionOf(outcome),
        'snapshot' in outcome ? outcome.snapshot : outcome.status,
      );
      log.info('An admin re-indexed.', { outcome: outcome.status });
      await tryToTell(async () => finish(asker, outcome, message));
      for (const other of others) {
        await tryToTell(async () => finish(other, outcome, undefined));
      }
    } finally {
      running = null;
      const [later, ...also] = waiting.values();
      waiting.clear();
      // Whatever became of this one: the change of somebody else waits.
      if (later !== undefined) await run(later, { force: false, follows: true, others: also });
    }
  };

  return {
    async start(asker, { force }) {
      if (running === null) {
        await run(asker, { force, follows: false });
        return;
      }
      const begun = { by: running.asker.name, since: running.since };
      await asker.chat.send([plain(busyText(begun, asker))]);
    },
    async afterChange(asker, tell) {
      await tryToTell(tell);
      if (running === null) {
        await run(asker, { force: false, follows: true });
        return;
      }
      waiting.set(asker.id, asker);
      await asker.chat.send([plain(asker.words.text('release-later'))]);
    },
    async insist(asker, snapshot, message) {
      if (insisted.has(snapshot)) return;
      insisted.add(snapshot);
      const outcome = await administration.releases.insist(snapshot);
      if (outcome.status === 'busy') {
        // The button stays, for when that is done.
        insisted.delete(snapshot);
        await asker.chat.send([plain(busyText(outcome, asker))]);
        return;
      }
      const isDone = outcome.status === 'swapped';
      record(desk, asker, isDone ? 'insist' : 'insist-failed', snapshot);
      if (!isDone) insisted.delete(snapshot);
      await finish(asker, outcome, message);
    },
    cancel(asker) {
      if (running === null) return false;
      running.controller.abort();
      record(desk, asker, 'cancel', '');
      return true;
    },
  };
}

function actionOf({ status }: ReleaseOutcome): string {
  return status === 'swapped' || status === 'unchanged' ? 'reindex' : `reindex-${status}`;
}

function cancelButton(words: Messages): InlineKeyboard {
  return new InlineKeyboard().text(words.text('release-button-cancel'), CANCEL);
}

function insistButton(
  { snapshot }: { readonly snapshot: string },
  words: Messages,
): InlineKeyboard {
  return new InlineKeyboard().text(
    words.text('release-button-insist'),
    `release:insist:${snapshot}`,
  );
}

/** Shows progress at most so often, one after the other; what Telegram says to it never matters to the work. */
function shownNowAndThen(
  { parts: { log }, now }: Desk,
  show: (progress: Progress) => Promise<void>,
): { readonly progress: (progress: Progress) => void; readonly end: () => Promise<void> } {
  let shownAt = now();
  let showing = Promise.resolve();
  let isOver = false;
  const showOne = async (progress: Progress): Promise<void> => {
    if (isOver) return;
    try {
      await show(progress);
    } catch (error) {
      log.debug('Telegram did not take the progress.', failureFields(error));
    }
  };
  return {
    progress(progress) {
      if (now() - shownAt < SHOWN_EVERY_MS) return;
      shownAt = now();
      showing = showing.then(async () => showOne(progress));
    },
    async end() {
      isOver = true;
      await showing;
    },
  };
}
