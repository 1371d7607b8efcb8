import { GrammyError, HttpError } from 'grammy';

import { PirsyarError, SettingsError } from '../errors.ts';
import type { LogFields } from '../log.ts';

/**
 * What a log may say of a failure: never a token (the address inside an HttpError holds it), never what a reader
 * wrote (payloads do, and the messages of unexpected errors may), but always where it arose.
 */
export function failureFields(error: unknown): LogFields {
  if (error instanceof HttpError) {
    return { failure: error.message, code: codeOf(error.error) };
  }
  if (error instanceof GrammyError) {
    return { failure: `${error.method}: ${error.error_code} ${error.description}` };
  }
  if (error instanceof Error) {
    const failure = error instanceof PirsyarError ? `${error.name}: ${error.message}` : error.name;
    return { failure, at: topFrame(error) };
  }
  return { failure: typeof error };
}

/** The sentence that ends polling, where asking again can't help; null where it can. */
export function fatalFailure(error: unknown): PirsyarError | null {
  if (!(error instanceof GrammyError)) {
    return null;
  }
  switch (error.error_code) {
    case 401:
      return new SettingsError(
        'Telegram refused TELEGRAM_BOT_TOKEN (401 Unauthorized): get a token from @BotFather and set it.',
      );
    case 404:
      return new SettingsError(
        'Telegram refused TELEGRAM_BOT_TOKEN (404 Not Found): get a token from @BotFather and set it, and check TELEGRAM_API_ROOT if it is set.',
      );
    case 409:
      return new PirsyarError(
        'Another program receives the messages of this bot (409 Conflict): stop the other one, or give this one a token of its own.',
      );
    default:
      return null;
  }
}

/** How long Telegram asks us to wait, in milliseconds; null where it doesn't say. */
export function askedDelayInMs(error: unknown): number | null {
  const seconds = error instanceof GrammyError ? error.parameters.retry_after : undefined;
  return seconds === undefined ? null : seconds * 1000;
}

function codeOf(error: unknown): string | null {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : null;
}

/** The first stack frame, as "file:line:column"; the stack's head is left out, since it repeats the message. */
function topFrame(error: Error): string | null {
  return /\n\s+at .*?([^/\\(]+:\d+:\d+)\)?(?:\n|$)/u.exec(error.stack ?? '')?.[1] ?? null;
}
