import { createServer } from 'node:net';

// The package's own entry exports the class itself, but its types say that it lies below `default`.
import { TelegramServer } from 'telegram-test-api/lib/telegramServer.js';
import { describe, expect, it, onTestFinished, vi } from 'vitest';

import { startBot, TITLES } from './bot-harness.ts';
import { answer, held, QUOTE } from './fake-answerer.ts';

const TOKEN = '7654321:a-token_of-an-independent-emulator';

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

describe('an emulator that others made', () => {
  it('shows the greeting and an answer, although it refuses most of what the bot calls', async () => {
    const telegram = new TelegramServer({ host: '127.0.0.1', port: await freePort() });
    await telegram.start();
    const { answerer, handle, lines } = await startBot({
      apiRoot: telegram.config.apiURL,
      token: TOKEN,
    });
    onTestFinished(async () => {
      await handle.stop();
      await telegram.stop();
    });
    const reader = telegram.getClient(TOKEN, { timeout: 5000, interval: 20 });
    const shown = async (): Promise<string> => {
      const { result } = await reader.getUpdates();
      return result.map(({ message }) => message.text).join('\n');
    };

    await reader.sendCommand(reader.makeCommand('/start'));
    expect(await shown()).toContain(TITLES.ckb);

    const slow = held<ReturnType<typeof answer>>();
    answerer.on('کێ بوو؟', slow.promise);
    await reader.sendMessage(reader.makeMessage('کێ بوو؟'));
    await vi.waitFor(() => {
      expect(lines.join('\n')).toContain('did not take the chat action');
    });
    slow.release(answer());
    expect(await shown()).toContain(QUOTE);
  });
});
