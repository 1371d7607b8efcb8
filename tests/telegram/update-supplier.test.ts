import { HttpError } from 'grammy';
import { describe, expect, it, onTestFinished } from 'vitest';

import { createBacklog } from '../../src/telegram/backlog.ts';
import { createBot } from '../../src/telegram/bot.ts';
import { grammySignal } from '../../src/telegram/signals.ts';
import { createUpdateSupplier } from '../../src/telegram/update-supplier.ts';
import type { TelegramUpdates } from '../../src/telegram/update-supplier.ts';
import { createBotApiServer } from '../support/bot-api/server.ts';
import type { BotApiServer } from '../support/bot-api/server.ts';
import { fakeParts, NOW } from './bot-harness.ts';

async function supplierOf(
  changes: { inbox?: object } = {},
): Promise<{ server: BotApiServer; supplier: TelegramUpdates; stopping: AbortController }> {
  const server = await createBotApiServer();
  onTestFinished(() => server.close());
  const parts = await fakeParts(server);
  const stopping = new AbortController();
  const supplier = createUpdateSupplier({
    api: createBot(parts).api,
    inbox: { ...parts.memory.inbox, ...changes.inbox },
    backlog: createBacklog(),
    log: parts.log,
    now: () => NOW,
    stopping: stopping.signal,
  });
  return { server, supplier, stopping };
}

describe('the updates', () => {
  it('that come close behind others are fetched together, a moment later', async () => {
    const { server, supplier, stopping } = await supplierOf();
    const signal = grammySignal(stopping.signal);
    server.userSends('یەک');
    expect(await supplier.supply(100, signal)).toHaveLength(1);
    const suppliedAt = performance.now();
    const next = supplier.supply(100, signal);
    server.userSends('دوو');
    server.userSends('سێ');
    expect(await next).toHaveLength(2);
    // A timer may end a millisecond early.
    expect(performance.now() - suppliedAt).toBeGreaterThanOrEqual(19);
  });

  it('are waited for no longer once it is to stop', async () => {
    const { server, supplier, stopping } = await supplierOf();
    server.userSends('یەک');
    await supplier.supply(100, grammySignal(stopping.signal));
    const next = supplier.supply(100, grammySignal(stopping.signal));
    stopping.abort();
    await expect(next).rejects.toBeInstanceOf(HttpError);
  });

  it('count as begun before they are supplied, all at once', async () => {
    const begun: number[][] = [];
    const { server, supplier, stopping } = await supplierOf({
      inbox: { begin: (...updates: number[]) => void begun.push(updates) },
    });
    server.userSends('یەک');
    server.userSends('دوو');
    const updates = await supplier.supply(100, grammySignal(stopping.signal));
    expect(begun).toEqual([updates.map(({ update_id: id }) => id)]);
    expect(updates).toHaveLength(2);
  });
});
