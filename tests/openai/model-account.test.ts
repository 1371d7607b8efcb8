import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { ModelFailure } from '../../src/answering/chat-model.ts';
import { createModelAccount } from '../../src/openai/model-account.ts';
import type {
  AccountLimits,
  ModelAccount,
  ModelAccountParts,
} from '../../src/openai/model-account.ts';
import { keptLog } from '../support/kept-log.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { failureOf } from './fixtures.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const DAY = 86_400_000;
const NO_LIMITS: AccountLimits = {
  chatTokensPerDay: null,
  chatCostPerDay: null,
  embeddingTokensPerDay: null,
};
const folder = temporaryFolder();

function newFolder(): string {
  return mkdtempSync(join(folder, 'state-'));
}

function open(stateDirectory: string, changes: Partial<ModelAccountParts> = {}): ModelAccount {
  const { log } = keptLog();
  const limits = { ...NO_LIMITS, chatTokensPerDay: 100 };
  return createModelAccount({
    stateDirectory,
    limits,
    prices: null,
    log,
    now: () => NOON,
    ...changes,
  });
}

function call(promptTokens: number, purpose = 'compose'): Parameters<ModelAccount['begin']>[0] {
  return { purpose, model: 'm', estimate: { promptTokens, completionTokens: 0 } };
}

/** A call from beginning to end that takes so many tokens. */
async function spend(account: ModelAccount, tokens: number, purpose = 'compose'): Promise<void> {
  const entry = await account.begin(call(1, purpose));
  await entry.settle('ok', { promptTokens: tokens, completionTokens: 0 });
}

function fileIn(stateDirectory: string, day = '2026-11-22'): string {
  return join(stateDirectory, 'model-usage', `${day}.jsonl`);
}

describe('an account of model calls', () => {
  it('puts down a line for each call in the file of the day', async () => {
    const state = newFolder();
    const account = open(state, { prices: { input: 2, output: 10 } });
    const entry = await account.begin(call(50));
    await entry.settle('ok', { promptTokens: 40, completionTokens: 5 });
    await spend(account, 7, 'embed');
    const lines = readFileSync(fileIn(state), 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      {
        time: '2026-11-22T12:00:00.000Z',
        purpose: 'compose',
        model: 'm',
        promptTokens: 40,
        completionTokens: 5,
        cost: 0.00013,
        outcome: 'ok',
      },
      expect.objectContaining({ purpose: 'embed', promptTokens: 7, cost: null }),
    ]);
  });

  it('leaves no file of a day without calls', async () => {
    const state = newFolder();
    await open(state).begin(call(1));
    expect(readdirSync(state)).toEqual([]);
  });

  it('lets a call begin up to the limit, and not beyond', async () => {
    const account = open(newFolder());
    await spend(account, 60);
    await expect(account.begin(call(40))).resolves.toBeDefined();
    const another = open(newFolder());
    await spend(another, 60);
    const failure = await failureOf(another.begin(call(41)));
    expect(failure).toMatchObject({ reason: 'budget-spent' });
    expect(failure.message).toContain('CHAT_TOKENS_PER_DAY');
  });

  it('counts calls under way by their estimates, until they are settled', async () => {
    const account = open(newFolder());
    const results = await Promise.allSettled(
      [60, 60, 30].map((tokens) => account.begin(call(tokens))),
    );
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    const [first] = results;
    if (first?.status !== 'fulfilled') throw new Error('It did not begin.');
    await first.value.settle('unreachable', { promptTokens: 0, completionTokens: 0 });
    await expect(account.begin(call(70))).resolves.toBeDefined();
  });

  it('begins anew with another day', async () => {
    let now = NOON;
    const state = newFolder();
    const account = open(state, { now: () => now });
    await spend(account, 100);
    await failureOf(account.begin(call(1)));
    now += DAY;
    await spend(account, 100);
    expect(existsSync(fileIn(state, '2026-11-23'))).toBe(true);
  });

  it('holds the limit of costs', async () => {
    const limits = { ...NO_LIMITS, chatCostPerDay: 0.01 };
    const account = open(newFolder(), { limits, prices: { input: 100, output: 0 } });
    await spend(account, 90);
    await expect(account.begin(call(11))).rejects.toThrow('CHAT_COST_PER_DAY');
    await expect(account.begin(call(10))).resolves.toBeDefined();
  });

  it('keeps chat and embeddings apart', async () => {
    const limits = { ...NO_LIMITS, chatTokensPerDay: 10, embeddingTokensPerDay: 50 };
    const account = open(newFolder(), { limits });
    await spend(account, 50, 'embed');
    await expect(account.begin(call(1, 'embed'))).rejects.toThrow('EMBEDDING_TOKENS_PER_DAY');
    await expect(account.begin(call(10))).resolves.toBeDefined();
  });
});

describe('the files of an account', () => {
  it('are read when the process starts, and counted with those of other processes', async () => {
    const state = newFolder();
    await spend(open(state), 30);
    const [one, other] = [open(state), open(state)];
    await spend(one, 30);
    await spend(other, 30);
    await failureOf(one.begin(call(11)));
    await failureOf(other.begin(call(11)));
    await expect(one.begin(call(10))).resolves.toBeDefined();
  });

  it('lose nothing where many write at once', async () => {
    const state = newFolder();
    const limits = { ...NO_LIMITS, chatTokensPerDay: 1000 };
    const accounts = [open(state, { limits }), open(state, { limits }), open(state, { limits })];
    await Promise.all(
      Array.from({ length: 90 }, (_, number) => spend(accounts[number % 3] ?? open(state), 10)),
    );
    for (const account of [...accounts, open(state, { limits })]) {
      await expect(account.begin(call(101))).rejects.toThrow('CHAT_TOKENS_PER_DAY');
      const entry = await account.begin(call(100));
      await entry.settle('unreachable', { promptTokens: 0, completionTokens: 0 });
    }
  });

  it('lose nothing to a writer that was killed', async () => {
    const state = newFolder();
    await spend(open(state), 30);
    appendFileSync(fileIn(state), '{"purpose":"compose","promptTok');
    const account = open(state);
    await spend(account, 60);
    await failureOf(open(state).begin(call(11)));
    await expect(open(state).begin(call(10))).resolves.toBeDefined();
    expect(readFileSync(fileIn(state), 'utf8').split('\n')).toHaveLength(4);
  });

  it('may hold lines of no use', async () => {
    const state = newFolder();
    await spend(open(state), 30);
    appendFileSync(
      fileIn(state),
      'null\n[]\n\n{"promptTokens":-9,"cost":"x"}\n{"promptTokens":1e999}\n',
    );
    await expect(open(state).begin(call(70))).resolves.toBeDefined();
  });

  it('are begun anew where somebody removes or shortens them', async () => {
    const state = newFolder();
    const account = open(state);
    await spend(account, 60);
    await spend(account, 30);
    writeFileSync(fileIn(state), '');
    await expect(account.begin(call(100))).resolves.toBeDefined();
  });

  it('that can’t be written are said once, and the process counts for itself', async () => {
    const state = newFolder();
    writeFileSync(join(state, 'model-usage'), 'no folder');
    const { log, lines } = keptLog();
    const account = open(state, { log });
    await spend(account, 60);
    await spend(account, 30);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^warn The account of model calls is kept in memory only/u);
    await expect(account.begin(call(11))).rejects.toBeInstanceOf(ModelFailure);
  });
});
