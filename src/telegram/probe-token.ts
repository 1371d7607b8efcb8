import { Api, GrammyError } from 'grammy';

import { PirsyarError } from '../errors.ts';

const PATIENCE_IN_SECONDS = 10;

/**
 * The username of the bot that a token belongs to.
 *
 * @throws {PirsyarError} with the remedy, never the token, where Telegram refuses it or can't be reached.
 */
export async function probeToken(token: string, apiRoot: string | null): Promise<string> {
  const timeoutSeconds = PATIENCE_IN_SECONDS;
  const api = new Api(token, { timeoutSeconds, ...(apiRoot === null ? {} : { apiRoot }) });
  try {
    return (await api.getMe()).username;
  } catch (error) {
    if (error instanceof GrammyError) {
      throw new PirsyarError(
        `Telegram refused TELEGRAM_BOT_TOKEN (${error.error_code}): copy the token from @BotFather`,
      );
    }
    throw new PirsyarError('Telegram cannot be reached: check the network and TELEGRAM_API_ROOT');
  }
}
