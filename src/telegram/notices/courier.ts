import { GrammyError, HttpError } from 'grammy';
import type { Api } from 'grammy';

import { pause } from '../../pause.ts';
import { NO_PREVIEW, withDress } from '../delivery.ts';
import { failureFields } from '../failures.ts';
import { wordsLanguage } from '../language-choice.ts';
import type { Notice } from '../memory.ts';
import type { BotParts } from '../parts.ts';
import { aborted, grammySignal } from '../signals.ts';
import type { GrammySignal } from '../signals.ts';
import { lookForChanges } from './look.ts';
import { noticeMessages } from './notice-message.ts';
import { readNotice } from './notice.ts';

/** After a failure Telegram isn't asked again sooner. */
const PATIENCE_IN_MS = 60_000;
/** A notice that is under way when the bot is stopped has so long to arrive, so that it doesn't come again. */
const GRACE_IN_MS = 2000;

/** Tells readers who follow the documents what changed of that which their answers rest on. */
export interface Courier {
  /** The documents were swapped: looks again at what is to be told. */
  wake(): void;
  /**
   * Looks for what is to be told, at the start and whenever woken, and sends that and what was left from before, until it is stopped; never
   * rejects. What was found is kept before it is sent, and told at least once, also after a kill.
   */
  run(api: Api, username: string, stopping: AbortSignal): Promise<void>;
}

type CourierParts = Pick<BotParts, 'memory' | 'library' | 'messages' | 'log' | 'now'>;

/** @param patienceInMs how long to wait after Telegram couldn't be reached. */
export function createCourier(
  { memory, library, messages, log, now = Date.now }: CourierParts,
  patienceInMs: number = PATIENCE_IN_MS,
): Courier {
  let waking = new AbortController();

  const look = async (ending: AbortSignal): Promise<void> => {
    try {
      const notices = await lookForChanges({ memory, library, now }, ending);
      if (notices > 0) log.info('Readers are to be told of changes.', { notices });
    } catch (error) {
      log.error('What changed could not be told.', failureFields(error));
    }
  };

  const send = async ({ api, username, signal }: Way, notice: Notice): Promise<void> => {
    const content = readNotice(notice.content);
    // Who has stopped following since is told no more.
    if (content === null || !memory.followers.follows(notice.reader)) return;
    const language = wordsLanguage(memory.readers.language(notice.reader), content.language);
    const words = messages[language];
    const { messages: parts, keyboard } = noticeMessages(content, { words, language, username });
    for (const [index, message] of parts.entries()) {
      const last = index === parts.length - 1 ? { keyboard } : {};
      await withDress({ message, ...last }, async (text, dress) =>
        api.sendMessage(notice.chat, text, { ...NO_PREVIEW, ...dress }, signal),
      );
    }
  };

  /** False where Telegram couldn't be reached: what is left stays. */
  const sendAll = async (way: Way, stopping: AbortSignal): Promise<boolean> => {
    for (const notice of memory.outbox.pending()) {
      if (stopping.aborted) return false;
      try {
        await send(way, notice);
      } catch (error) {
        log.warn('A reader could not be told of a change.', failureFields(error));
        if (isPassing(error)) return false;
      }
      memory.outbox.done(notice.id);
    }
    return true;
  };

  return {
    wake: () => waking.abort(),
    async run(api, username, stopping) {
      const way = { api, username, signal: grammySignal(abortedLater(stopping)) };
      while (!stopping.aborted) {
        waking = new AbortController();
        const signal = AbortSignal.any([stopping, waking.signal]);
        await look(signal);
        const isDone = await sendAll(way, stopping);
        await (isDone ? aborted(signal) : pause(patienceInMs, signal));
      }
    },
  };
}

/** How notices go out. */
interface Way {
  readonly api: Api;
  readonly username: string;
  readonly signal: GrammySignal;
}

function abortedLater(stopping: AbortSignal): AbortSignal {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  stopping.addEventListener('abort', () => void setTimeout(abort, GRACE_IN_MS).unref(), {
    once: true,
  });
  return controller.signal;
}

/** Whether it may be taken later: Telegram couldn't be reached, or is busy. Else the chat is closed, or the notice is none. */
function isPassing(error: unknown): boolean {
  if (error instanceof GrammyError) return error.error_code !== 400 && error.error_code !== 403;
  return error instanceof HttpError;
}
