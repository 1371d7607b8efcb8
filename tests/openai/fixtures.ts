import { afterAll } from 'vitest';

import type { ChatModel, ChatRequest } from '../../src/answering/chat-model.ts';
import { ModelFailure } from '../../src/answering/chat-model.ts';
import { createChatModel } from '../../src/openai/chat-model.ts';
import type { ChatModelParts } from '../../src/openai/chat-model.ts';
import type { ModelAccount } from '../../src/openai/model-account.ts';
import type { Timing } from '../../src/openai/retries.ts';
import { startOpenAIServer } from '../support/openai-server.ts';
import type { OpenAIServer } from '../support/openai-server.ts';

/** A server for the tests of one file; it stops behind the last. */
export async function serverOfFile(): Promise<OpenAIServer> {
  const server = await startOpenAIServer();
  afterAll(() => server.stop());
  return server;
}

/** What every test asks. */
export const REQUEST: ChatRequest = {
  purpose: 'compose',
  system: 'Answer from the passages.',
  user: 'کەی دەستی پێ کرد؟',
  shape: null,
};

/** A reply in Sorani: letters of two bytes, a ZWNJ of three. */
export const SAID = 'کۆبوونەوەکە لە بەغدا بەڕێوە\u200Cچوو [1].';

/** A call as it was put down. */
export interface Settled {
  readonly purpose: string;
  readonly outcome: string;
  readonly promptTokens: number;
  readonly completionTokens: number;
}

/** An account that keeps what is put down, and has no limit. */
export function openAccount(): { account: ModelAccount; settled: Settled[] } {
  const settled: Settled[] = [];
  const account: ModelAccount = {
    begin: ({ purpose }) =>
      Promise.resolve({
        settle: (outcome, spent) => {
          settled.push({ purpose, outcome, ...spent });
          return Promise.resolve();
        },
      }),
  };
  return { account, settled };
}

/** Time and chance of a test: no wait takes any time, and each is put down. */
export function quickTiming(now = 0): { timing: Timing; waits: number[] } {
  const waits: number[] = [];
  const pause = (durationInMs: number): Promise<void> => {
    waits.push(durationInMs);
    return Promise.resolve();
  };
  return { timing: { pause, random: () => 0, now: () => now }, waits };
}

/** A chat model at an address. */
export function chatAt(baseUrl: string, changes: Partial<ChatModelParts> = {}): ChatModel {
  return createChatModel({
    endpoint: { baseUrl, apiKey: 'sk-secret' },
    model: 'test-model',
    reasoningEffort: null,
    maxCompletionTokens: null,
    temperature: null,
    account: openAccount().account,
    patienceInMs: 20_000,
    tokensPerCall: null,
    timing: quickTiming().timing,
    ...changes,
  });
}

/** The requests that a server gets while something is done. */
export async function requestsDuring(
  server: OpenAIServer,
  task: () => Promise<unknown>,
): Promise<OpenAIServer['requests']> {
  const before = server.requests.length;
  await task();
  return server.requests.slice(before);
}

/** What a call failed with, which must be a ModelFailure. */
export async function failureOf(call: Promise<unknown>): Promise<ModelFailure> {
  const error: unknown = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof ModelFailure) return error;
  throw new Error('It did not fail as a model fails.', { cause: error });
}

/** What the request of every test fails with at an address. */
export function failureAt(
  baseUrl: string,
  changes: Partial<ChatModelParts> = {},
): Promise<ModelFailure> {
  return failureOf(chatAt(baseUrl, changes).complete(REQUEST));
}
