import { describe, expect, it, onTestFinished } from 'vitest';

import { probeToken } from '../../src/telegram/probe-token.ts';
import { createBotApiServer } from '../support/bot-api/server.ts';

describe('whose token it is', () => {
  it('is the name that Telegram gives', async () => {
    const server = await createBotApiServer();
    onTestFinished(() => server.close());
    await expect(probeToken(server.token, server.root)).resolves.toBe(server.me.username);
  });

  it.each([
    ['a token that Telegram refuses', '1:wrong', (root: string) => root, /@BotFather/u],
    ['a server that is not there', '1:secret', () => 'http://127.0.0.1:9', /network/u],
  ])('cannot be said of %s, and the token stays out of it', async (_, token, place, remedy) => {
    const server = await createBotApiServer();
    onTestFinished(() => server.close());
    const failure = await probeToken(token, place(server.root)).catch((error: unknown) => error);
    expect(String(failure)).toMatch(remedy);
    expect(String(failure)).not.toContain(token);
  });
});
