import { afterAll, describe, expect, it } from 'vitest';

import type { Answer } from '../../../src/answering/answer.ts';
import { HEAD, openModelPipeline, replyOf } from '../../support/model-pipeline.ts';
import type { ModelPipeline } from '../../support/model-pipeline.ts';
import {
  eventStream,
  json,
  refusal,
  says,
  startOpenAIServer,
  WEB_PAGE,
} from '../../support/openai-server.ts';
import type { Script } from '../../support/openai-server.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const KEY = 'sk-never-shown';
const PATIENCE_IN_MS = 400;
/** What the machine may take besides, when it is busy. */
const SLACK_IN_MS = 3000;

const folder = temporaryFolder();
const ownFolder = temporaryFolder();
const GOOD = replyOf([HEAD.true, HEAD.quote]);
const AT_ONCE = { 'retry-after-ms': '1' };

const server = await startOpenAIServer();
const settings = { OPENAI_BASE_URL: server.url, OPENAI_API_KEY: KEY };
const patient = await openModelPipeline(folder, settings);
const impatient = await openModelPipeline(folder, {
  ...settings,
  CHAT_TIMEOUT: String(PATIENCE_IN_MS / 1000),
});
// The client and the prompts are loaded with the first question, which may take longer than that.
server.replyWith(says(GOOD));
await patient.answerer.answer({ text: HEAD.question });
await impatient.answerer.answer({ text: HEAD.question });
afterAll(() => server.stop());

/** What holds however a model fails. */
function expectDegraded(pipeline: ModelPipeline, answer: Answer, cause: string): void {
  expect(answer).toMatchObject({
    status: 'answered',
    composer: 'extractive',
    degraded: { cause },
  });
  expect(answer.citations[0]?.quote).toContain('فوئاد حوسێن');
  expect(pipeline.note(answer)).toMatch(/^\p{Script=Arabic}/u);
  expect(pipeline.note({ ...answer, language: 'en' })).toMatch(/^The language model/u);
  expect(pipeline.logged.at(-1)).toMatchObject({
    message: expect.stringMatching(/^The model gave no answer: /u),
    fields: { cause },
  });
  expect(JSON.stringify([answer, pipeline.logged])).not.toContain(KEY);
}

const PLAIN_WORDS: Script = {
  headers: { 'content-type': 'text/plain' },
  pieces: [Buffer.from('Moved to another address.')],
};

const FAILURES: readonly (readonly [name: string, cause: string, Script])[] = [
  ['a wrong key', 'unauthorised', refusal(401, { message: `Incorrect API key: ${KEY}` })],
  ['a key without rights', 'unauthorised', refusal(403, { message: 'no' })],
  [
    'too many requests, for longer than anybody waits',
    'rate-limited',
    refusal(429, { message: 'slow down' }, { 'retry-after': '3600' }),
  ],
  ['too many requests, again and again', 'rate-limited', refusal(429, { message: 'x' }, AT_ONCE)],
  [
    'an account without money',
    'rate-limited',
    refusal(429, { message: 'x', code: 'insufficient_quota' }),
  ],
  ['a request that is refused', 'refused', refusal(400, { message: 'no such model' })],
  ['a server that fails', 'server-error', refusal(500, { message: 'x' }, AT_ONCE)],
  ['a stream that is cut', 'cut-stream', says(GOOD, { pieces: 9, ending: 'cut' })],
  ['a stream without its end', 'cut-stream', says(GOOD, { pieces: 9 })],
  ['a reply that was too long', 'cut-stream', says(GOOD, { finishReason: 'length' })],
  [
    'a whole reply that is cut',
    'cut-stream',
    json({ choices: [{ message: { content: GOOD } }] }, 200, { bytes: 40 }),
  ],
  ['JSON that is cut', 'unusable', says(GOOD.slice(0, -20))],
  ['a web page', 'unusable', WEB_PAGE],
  ['words that are no reply', 'unusable', PLAIN_WORDS],
  ['a stream of something else', 'unusable', eventStream([{ hello: 1 }, '[DONE]'])],
  ['an empty reply', 'empty', says('')],
  ['a blank reply', 'empty', says(' \n ')],
  ['a withheld reply', 'empty', says('', { finishReason: 'content_filter' })],
  ['another shape', 'unusable', says('{"foo":1}')],
  ['no sentence, though found', 'unusable', says('{"found":true,"sentences":[]}')],
  ['a list', 'unusable', says('[{"text":"x"}]')],
  ['a reply without a word', 'unusable', says('…')],
  ['a reply without an end', 'unusable', says('ا'.repeat(100_001), { stream: false })],
];

describe('the extractive composer answers, and says why, after', () => {
  it.each(FAILURES)('%s: %s', async (_, cause, script) => {
    server.replyWith(script);
    const answer = await patient.answerer.answer({ text: HEAD.question });
    expect(answer.degraded).toEqual({ cause });
    expectDegraded(patient, answer, cause);
  });

  const SILENCES: readonly (readonly [name: string, Script])[] = [
    ['before a header', 'hang'],
    ['before a word', says(GOOD, { pieces: 0, ending: 'hang' })],
    ['in the middle of a stream', says(GOOD, { pieces: 9, ending: 'hang' })],
  ];
  it.each(SILENCES)('silence %s, within the patience', async (_, script) => {
    server.replyWith(script);
    const start = performance.now();
    const answer = await impatient.answerer.answer({ text: HEAD.question });
    expect(performance.now() - start).toBeLessThan(PATIENCE_IN_MS + SLACK_IN_MS);
    expectDegraded(impatient, answer, 'time-out');
  });

  it('a server that is gone', async () => {
    const gone = await startOpenAIServer();
    await gone.stop();
    const pipeline = await openModelPipeline(folder, {
      OPENAI_BASE_URL: gone.url,
      CHAT_TIMEOUT: '1.2',
    });
    const answer = await pipeline.answerer.answer({ text: HEAD.question });
    expect(answer.degraded).toEqual({ cause: 'unreachable' });
    expectDegraded(pipeline, answer, 'unreachable');
  });

  it('no key, without a word to anybody', async () => {
    const pipeline = await openModelPipeline(folder, {});
    const answer = await pipeline.answerer.answer({ text: HEAD.question });
    expectDegraded(pipeline, answer, 'unauthorised');
    expect(pipeline.logged.at(-1)?.message).toContain('OPENAI_API_KEY');
  });

  it.each([
    ['of the day', 'budget-spent', { CHAT_TOKENS_PER_DAY: '0' }],
    ['of a call', 'too-long', { CHAT_TOKENS_PER_CALL: '1' }],
    [
      'in dollars',
      'budget-spent',
      { CHAT_COST_PER_DAY: '0', CHAT_PRICE_INPUT: '1', CHAT_PRICE_OUTPUT: '1' },
    ],
  ])('a budget %s that is spent, without a request', async (_, cause, budget) => {
    const pipeline = await openModelPipeline(folder, { OPENAI_BASE_URL: server.url, ...budget });
    const before = server.requests.length;
    const answer = await pipeline.answerer.answer({ text: HEAD.question });
    expectDegraded(pipeline, answer, cause);
    expect(server.requests).toHaveLength(before);
  });
});

describe('what passes', () => {
  it('costs another try, not the answer', async () => {
    server.replyWith(
      refusal(429, { message: 'x' }, AT_ONCE),
      refusal(503, { message: 'x' }, AT_ONCE),
      says(GOOD),
    );
    const answer = await patient.answerer.answer({ text: HEAD.question });
    expect(answer).toMatchObject({ composer: 'model', degraded: null, status: 'answered' });
    expect(patient.note(answer)).toBeNull();
  });
});

describe('the budget of a day', () => {
  it('is one for all who share a state folder', async () => {
    const limited = { OPENAI_BASE_URL: server.url, CHAT_TOKENS_PER_DAY: '100000' };
    const [one, other] = [
      await openModelPipeline(ownFolder, limited),
      await openModelPipeline(ownFolder, limited),
    ];
    server.replyWith(says(GOOD, { usage: { prompt: 99_000, completion: 900 } }));
    expect(await one.answerer.answer({ text: HEAD.question })).toMatchObject({ degraded: null });
    const answer = await other.answerer.answer({ text: HEAD.question });
    expectDegraded(other, answer, 'budget-spent');
  });
});
