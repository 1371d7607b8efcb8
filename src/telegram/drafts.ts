import { GrammyError } from 'grammy';
import type { Context } from 'grammy';

import type { Log } from '../log.ts';
import { pause } from '../pause.ts';
import { failureFields } from './failures.ts';
import type { Generation } from './generations.ts';
import { isPrivate, placeOf } from './place.ts';
import { plain } from './plain.ts';
import { splitMessage } from './split-message.ts';

/** Drafts and edits are animated; more often than this nobody reads them. */
const DRAFT_EVERY_MS = 400;
/** Telegram shows a draft that doesn't change for 30 seconds. */
const DRAFT_AGAIN_MS = 20_000;
/** A draft that comes behind its answer stays for a while; one that is lost keeps nobody waiting. */
const DRAFT_PATIENCE_MS = 1000;
/** Telegram allows a group 20 messages a minute, edits among them. */
const EDIT_EVERY_MS = 3000;
const EDITS_AT_MOST = 8;
/** The longest that a timer waits. */
const NEVER_MS = 2 ** 31 - 1;

/** An answer as it grows before the reader's eyes. */
export interface AnswerStream {
  /** Shows all that stands so far, "thinking" where that is nothing; never an older state after a newer one. Never throws. */
  show(draft: string): void;
  /** Ends it, and gives the message of ours that holds a part of the answer already; null where there is none. */
  end(): Promise<number | null>;
  /** What was last asked to be shown; empty where nothing was. */
  readonly last: string;
}

/** What an answer is streamed with. */
interface StreamParts {
  readonly ctx: Context;
  readonly generation: Generation;
  readonly log: Log;
  readonly now: () => number;
  /** After how long a draft that doesn't change is sent again. Default: 20 seconds. */
  readonly draftAgainMs?: number;
}

/**
 * Streams an answer: in a private chat as a draft that the reader can stop, in a group as a message that is edited now and then. Where
 * the server knows no drafts, or refuses, nothing is shown before the whole answer.
 */
export function streamAnswer(parts: StreamParts): AnswerStream {
  const writer = isPrivate(parts.ctx) ? createDraft(parts) : createEdited(parts);
  const over = new AbortController();
  let news = new AbortController();
  let last = '';
  let shown: string | null = null;
  let shownAt = -Infinity;
  let writing: Promise<void> | null = null;
  const due = async (): Promise<void> => {
    if (shown === last) {
      news = new AbortController();
      await pause(writer.againMs, AbortSignal.any([news.signal, over.signal]));
    }
    const waitInMs = shownAt + writer.everyMs - parts.now();
    if (waitInMs > 0) await pause(waitInMs, over.signal);
  };
  const write = async (): Promise<void> => {
    while (!over.signal.aborted) {
      shown = last;
      if (shown !== '' || writer.showsNothing) shownAt = parts.now();
      if (!(await writer.put(beginning(shown)))) return;
      await due();
    }
  };
  return {
    show(draft) {
      if (draft === last && writing !== null) return;
      last = draft;
      news.abort();
      writing ??= write();
    },
    async end() {
      over.abort();
      const waiting = new AbortController();
      await Promise.race([writing, pause(writer.patienceMs, waiting.signal)]);
      waiting.abort();
      return writer.message();
    },
    get last() {
      return last;
    },
  };
}

/** As much of a text as one message holds. */
function beginning(text: string): string {
  return splitMessage([plain(text)])[0]?.text ?? '';
}

/** One way to show a part of an answer. */
interface Writer {
  /** How often it may be changed. */
  readonly everyMs: number;
  /** When what doesn't change is to be shown again. */
  readonly againMs: number;
  /** How long the answer waits for what is under way. */
  readonly patienceMs: number;
  /** Whether it has a way to show that nothing stands yet. */
  readonly showsNothing: boolean;
  /** False where it is no use to go on. Never throws. */
  put(text: string): Promise<boolean>;
  /** The message that was sent for it. */
  message(): number | null;
}

function createDraft({ ctx, generation, log, draftAgainMs = DRAFT_AGAIN_MS }: StreamParts): Writer {
  const { chat, thread } = placeOf(ctx);
  const options = { can_stop: true, ...(thread === 0 ? {} : { message_thread_id: thread }) };
  return {
    everyMs: DRAFT_EVERY_MS,
    againMs: draftAgainMs,
    patienceMs: DRAFT_PATIENCE_MS,
    showsNothing: true,
    async put(text) {
      try {
        await ctx.api.sendMessageDraft(chat, generation.draft, text, options);
        return true;
      } catch (error) {
        log.debug('Telegram did not take the draft.', failureFields(error));
        return false;
      }
    },
    message: () => null,
  };
}

function createEdited({ ctx, log }: StreamParts): Writer {
  let edits = 0;
  let id: number | null = null;
  return {
    everyMs: EDIT_EVERY_MS,
    againMs: NEVER_MS,
    patienceMs: NEVER_MS,
    showsNothing: false,
    async put(text) {
      if (text === '') return true;
      edits += 1;
      try {
        if (id === null) id = (await ctx.reply(text, replyOptions(ctx))).message_id;
        else await ctx.api.editMessageText(ctx.chatId ?? 0, id, text);
        return edits < EDITS_AT_MOST;
      } catch (error) {
        log.debug('Telegram did not take a part of an answer.', failureFields(error));
        return error instanceof GrammyError && error.error_code === 400 && edits < EDITS_AT_MOST;
      }
    },
    message: () => id,
  };
}

function replyOptions(ctx: Context): Parameters<Context['reply']>[1] {
  const id = ctx.message?.message_id;
  return id === undefined
    ? {}
    : { reply_parameters: { message_id: id, allow_sending_without_reply: true } };
}
