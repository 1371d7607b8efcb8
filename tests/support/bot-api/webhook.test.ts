import { createServer } from 'node:http';

import { describe, expect, it, onTestFinished } from 'vitest';

import { record } from './payload.ts';
import { createScene } from './scene.ts';

interface Delivery {
  readonly path: string;
  readonly secret: string | undefined;
  readonly text: unknown;
}

/** A bot that takes deliveries; each is answered with the next of the codes, and with 200 once they are used up. */
async function createReceiver(...codes: number[]): Promise<{ root: string; took: Delivery[] }> {
  const took: Delivery[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const secret = request.headers['x-telegram-bot-api-secret-token'];
      took.push({
        path: request.url ?? '',
        secret: typeof secret === 'string' ? secret : undefined,
        text: record(record(JSON.parse(body))['message'])['text'],
      });
      response.writeHead(codes.shift() ?? 200).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { root: `http://127.0.0.1:${port}`, took };
}

describe('a webhook', () => {
  it('gets the updates in order, each with the secret, and ends polling', async () => {
    const { server, ask } = await createScene();
    const { root, took } = await createReceiver();
    const poll = ask('getUpdates', { timeout: 30, offset: 1000 });
    await server.idle();
    await ask('setWebhook', { url: `${root}/hook`, secret_token: 'a_secret-7' });
    expect(await poll).toMatchObject({
      description: 'Conflict: terminated by setWebhook request',
    });
    server.userSends('یەک');
    server.userSends('دوو');
    await server.idle();
    const at = { path: '/hook', secret: 'a_secret-7' };
    expect(took).toEqual([
      { ...at, text: 'یەک' },
      { ...at, text: 'دوو' },
    ]);
    expect(await ask('getUpdates')).toMatchObject({
      error_code: 409,
      description:
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    });
    expect(await ask('deleteWebhook')).toEqual({ ok: true, result: true });
    expect((await ask('getUpdates')).ok).toBe(true);
  });

  it('gets again what it did not take, before what came later', async () => {
    const { server, ask } = await createScene();
    const { root, took } = await createReceiver(500, 401);
    await ask('setWebhook', { url: root, drop_pending_updates: true });
    server.userSends('یەک');
    server.userSends('دوو');
    await server.idle();
    expect(took.map(({ text }) => text)).toEqual(['یەک', 'یەک', 'یەک', 'دوو']);
    expect(await ask('getWebhookInfo')).toEqual({
      ok: true,
      result: {
        url: root,
        has_custom_certificate: false,
        pending_update_count: 0,
        max_connections: 40,
        last_error_date: server.clock.now,
        last_error_message: 'Wrong response from the webhook: 401 Unauthorized',
      },
    });
  });

  it('of a bot that is not there keeps the updates', async () => {
    const { server, ask } = await createScene();
    await ask('setWebhook', { url: 'http://127.0.0.1:9' });
    server.userSends('یەک');
    await ask('deleteWebhook');
    expect(await ask('getWebhookInfo')).toMatchObject({
      result: { url: '', pending_update_count: 2 },
    });
    await ask('deleteWebhook', { drop_pending_updates: true });
    expect(await ask('getUpdates')).toEqual({ ok: true, result: [] });
  });

  it('with a public address is served on this machine once a route is known', async () => {
    const { server, ask } = await createScene();
    const { root, took } = await createReceiver();
    const url = 'https://bot.example.org/hook?x=1';
    expect(await ask('setWebhook', { url })).toMatchObject({
      description: 'Bad Request: bad webhook: Failed to resolve host: Name or service not known',
    });
    server.routeWebhook('bot.example.org', root);
    await ask('setWebhook', { url });
    await server.idle();
    expect(took).toEqual([{ path: '/hook?x=1', secret: undefined, text: 'سڵاو 🙂 دنیا' }]);
  });

  it.each([
    [{ url: 'nowhere' }, 'bad webhook: Invalid URL'],
    [{ url: 'http://a.org' }, 'bad webhook: An HTTPS URL must be provided for webhook'],
    [
      { url: 'https://a.org:99' },
      'bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443',
    ],
    [
      { url: 'http://127.0.0.1:9', secret_token: 'نهێنی' },
      'secret token contains unallowed characters',
    ],
    [{ url: 'http://127.0.0.1:9', secret_token: 'x'.repeat(257) }, 'secret token is too long'],
  ])('%o is refused: %s', async (payload, description) => {
    const { ask } = await createScene();
    expect(await ask('setWebhook', payload)).toMatchObject({
      error_code: 400,
      description: `Bad Request: ${description}`,
    });
    expect(await ask('getWebhookInfo')).toMatchObject({ result: { url: '' } });
  });
});
