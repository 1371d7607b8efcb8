import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { ModelFailure } from '../../src/answering/chat-model.ts';
import { createOpenAIEmbeddings } from '../../src/openai/embeddings.ts';
import type { OpenAIEmbeddingsParts } from '../../src/openai/embeddings.ts';
import { EmbeddingError } from '../../src/retrieval/embeddings.ts';
import type { PassageEmbeddings } from '../../src/retrieval/embeddings.ts';
import { keptLog } from '../support/kept-log.ts';
import {
  embeds,
  inputsOf,
  json,
  refusal,
  vectorOfWords,
  WEB_PAGE,
} from '../support/openai-server.ts';
import type { Script } from '../support/openai-server.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { openAccount, quickTiming, requestsDuring, serverOfFile } from './fixtures.ts';

const SIZE = 8;
const TEXTS = ['ئاوی ڕووبار', 'نرخی گەنم', 'قوتابخانەی نوێ'];
const vectorOf = (text: string): number[] => vectorOfWords(text, SIZE);

const server = await serverOfFile();
const folder = temporaryFolder();

function open(changes: Partial<OpenAIEmbeddingsParts> = {}): Promise<PassageEmbeddings> {
  return createOpenAIEmbeddings({
    endpoint: { baseUrl: server.url, apiKey: 'sk-secret' },
    model: 'test-embedding',
    dimensions: SIZE,
    share: 0.2,
    cacheDirectory: mkdtempSync(join(folder, 'cache-')),
    account: openAccount().account,
    log: keptLog().log,
    questionPatienceInMs: 20_000,
    timing: quickTiming().timing,
    ...changes,
  });
}

function unit(vector: readonly number[]): number[] {
  const length = Math.hypot(...vector);
  return vector.map((component) => component / length);
}

/** What is lost in 32 bits doesn't count. */
function rounded(vectors: readonly number[][]): number[][] {
  return vectors.map((vector) => vector.map(Math.fround));
}

function vectorsOf(texts: readonly string[]): number[][] {
  return rounded(texts.map((text) => unit(vectorOf(text))));
}

/** One vector as a server sends it. */
function entry(embedding: unknown, index = 0): unknown {
  return { index, embedding };
}

describe('embeddings of a server', () => {
  it('ask for floats, and for components only where they are set', async () => {
    server.replyWith(embeds(vectorOf));
    const [request] = await requestsDuring(server, async () => (await open()).embedQuery('ئاو'));
    expect(request).toMatchObject({ method: 'POST', path: '/v1/embeddings' });
    expect(request?.headers.authorization).toBe('Bearer sk-secret');
    expect(request?.body).toEqual({
      model: 'test-embedding',
      input: ['ئاو'],
      encoding_format: 'float',
      dimensions: SIZE,
    });
    const unset = await open({ dimensions: null });
    const [later] = await requestsDuring(server, () => unset.embedQuery('ئاو'));
    expect(later?.body).not.toHaveProperty('dimensions');
  });

  it('are named by server, model and size', async () => {
    const { id } = await open();
    expect(id).toBe(`openai ${new URL(server.url).host} test-embedding ${SIZE}`);
  });

  it.each([false, true])(
    'come in the order of the texts, of unit length (reversed: %s)',
    async (reversed) => {
      server.replyWith(embeds(vectorOf, { reversed }));
      expect(rounded(await (await open()).embedDocuments(TEXTS))).toEqual(vectorsOf(TEXTS));
    },
  );

  it('of a text without a word are not asked for', async () => {
    const requests = await requestsDuring(server, async () => {
      const embeddings = await open();
      const zero = Array.from({ length: SIZE }, () => 0);
      expect(await embeddings.embedQuery(' \n')).toEqual(zero);
      expect(await embeddings.embedDocuments([''])).toEqual([zero]);
    });
    expect(requests).toEqual([]);
  });

  it('are asked for in requests that a small server can take', async () => {
    server.replyWith(embeds(vectorOf));
    const short = Array.from({ length: 200 }, (_, number) => `دەق ${number}`);
    const requests = await requestsDuring(server, async () => {
      expect(rounded(await (await open()).embedDocuments(short))).toEqual(vectorsOf(short));
    });
    expect(requests.map((request) => inputsOf(request).length)).toEqual([96, 96, 8]);
    const long = Array.from({ length: 4 }, (_, number) => `${number}${'ا'.repeat(2500)}`);
    const more = await requestsDuring(server, async () => (await open()).embedDocuments(long));
    expect(more.map((request) => inputsOf(request).length)).toEqual([2, 2]);
  });

  it('are of the beginning of a text that no model reads whole, never cut within a letter', async () => {
    server.replyWith(embeds(vectorOf));
    const long = `${'ا'.repeat(7999)}💧${'ا'.repeat(9)}`;
    const [request] = await requestsDuring(server, async () =>
      (await open()).embedDocuments([long]),
    );
    expect(request && inputsOf(request)).toEqual(['ا'.repeat(7999)]);
  });

  it('of a question are asked for once', async () => {
    server.replyWith(embeds(vectorOf));
    const embeddings = await open();
    const requests = await requestsDuring(server, async () => {
      expect(await embeddings.embedQuery('ئاو')).toEqual(await embeddings.embedQuery('ئاو'));
    });
    expect(requests).toHaveLength(1);
  });

  it('are put down in the account', async () => {
    const { account, settled } = openAccount();
    const embeddings = await open({ account });
    server.replyWith(embeds(vectorOf, { tokens: 7 }), embeds(vectorOf));
    await embeddings.embedQuery('ئاو');
    await embeddings.embedQuery('گەنم');
    expect(settled).toEqual([
      { purpose: 'embed', outcome: 'ok', promptTokens: 7, completionTokens: 0 },
      { purpose: 'embed', outcome: 'ok', promptTokens: 4, completionTokens: 0 },
    ]);
  });
});

describe('the size of vectors', () => {
  it('is asked for once, and kept beside the vectors', async () => {
    server.replyWith(embeds(vectorOf));
    const cacheDirectory = mkdtempSync(join(folder, 'cache-'));
    const requests = await requestsDuring(server, async () => {
      expect((await open({ dimensions: null, cacheDirectory })).dimensions).toBe(SIZE);
      expect((await open({ dimensions: null, cacheDirectory })).dimensions).toBe(SIZE);
    });
    expect(requests).toHaveLength(1);
  });

  it('is known of OpenAI’s models, without asking', async () => {
    const endpoint = { baseUrl: null, apiKey: 'sk-secret' };
    const small = await open({ dimensions: null, endpoint, model: 'text-embedding-3-small' });
    const large = await open({ dimensions: null, endpoint, model: 'text-embedding-3-large' });
    expect([small.dimensions, large.dimensions]).toEqual([1536, 3072]);
  });

  it('that can’t be asked for is an error', async () => {
    server.replyWith(refusal(500, { message: 'x' }));
    await expect(open({ dimensions: null })).rejects.toBeInstanceOf(EmbeddingError);
  });

  it('is not sent again to a server that refuses it, and must be right', async () => {
    server.replyWith(refusal(400, { message: 'dimensions is not supported' }), embeds(vectorOf));
    const embeddings = await open();
    const requests = await requestsDuring(server, async () => {
      await embeddings.embedQuery('ئاو');
      await embeddings.embedQuery('گەنم');
    });
    expect(requests.map(({ body }) => 'dimensions' in body)).toEqual([true, false, false]);
    server.replyWith(embeds((text) => vectorOfWords(text, 9)));
    await expect(embeddings.embedQuery('بازاڕ')).rejects.toThrow('set EMBEDDING_DIMENSIONS=9');
  });
});

describe('vectors that were embedded before', () => {
  it('are not asked for again, by whatever process', async () => {
    server.replyWith(embeds(vectorOf));
    const cacheDirectory = mkdtempSync(join(folder, 'cache-'));
    await (await open({ cacheDirectory })).embedDocuments(TEXTS);
    const texts = [...TEXTS, 'دەقێکی نوێ', ...TEXTS];
    const requests = await requestsDuring(server, async () => {
      expect(rounded(await (await open({ cacheDirectory })).embedDocuments(texts))).toEqual(
        vectorsOf(texts),
      );
    });
    expect(requests.map(inputsOf)).toEqual([['دەقێکی نوێ']]);
  });

  it.each<[string, { model?: string; dimensions?: number }]>([
    ['another model', { model: 'other' }],
    ['another size', { dimensions: 9 }],
  ])('are not those of %s', async (_, changes) => {
    const cacheDirectory = mkdtempSync(join(folder, 'cache-'));
    server.replyWith(embeds(vectorOf));
    await (await open({ cacheDirectory })).embedDocuments(TEXTS);
    server.replyWith(embeds((text) => vectorOfWords(text, changes.dimensions ?? SIZE)));
    const requests = await requestsDuring(server, async () =>
      (await open({ cacheDirectory, ...changes })).embedDocuments(TEXTS),
    );
    expect(requests).toHaveLength(1);
  });

  it.each<[string, (file: string) => void]>([
    ['cut', (file) => truncateSync(file, 40)],
    ['empty', (file) => truncateSync(file, 0)],
    ['overwritten', (file) => writeFileSync(file, Buffer.alloc(32 + SIZE * 4, 1))],
    ['gone', (file) => rmSync(file)],
  ])('are asked for again where a file is %s', async (_, damage) => {
    server.replyWith(embeds(vectorOf));
    const cacheDirectory = mkdtempSync(join(folder, 'cache-'));
    await (await open({ cacheDirectory })).embedDocuments(TEXTS);
    const files = readdirSync(cacheDirectory, { recursive: true, encoding: 'utf8' });
    const file = files.find((name) => name.endsWith('.vector')) ?? '';
    damage(join(cacheDirectory, file));
    const requests = await requestsDuring(server, async () => {
      expect(rounded(await (await open({ cacheDirectory })).embedDocuments(TEXTS))).toEqual(
        vectorsOf(TEXTS),
      );
    });
    expect(requests.map((request) => inputsOf(request).length)).toEqual([1]);
  });

  it('are not missed where they can’t be kept, which is said once', async () => {
    server.replyWith(embeds(vectorOf));
    const cacheDirectory = join(mkdtempSync(join(folder, 'cache-')), 'file');
    writeFileSync(cacheDirectory, '');
    const { log, lines } = keptLog();
    const embeddings = await open({ cacheDirectory, dimensions: null, log });
    expect(rounded(await embeddings.embedDocuments(TEXTS))).toEqual(vectorsOf(TEXTS));
    expect(lines).toEqual([expect.stringMatching(/^warn Embeddings can't be kept/u)]);
  });
});

describe('vectors that can’t be had', () => {
  it.each<[string, Script]>([
    ['the server fails', refusal(503, { message: 'x' })],
    ['the server refuses', refusal(401, { message: 'x' })],
    ['the connection breaks', 'cut'],
    ['a web page comes', WEB_PAGE],
    ['JSON breaks off', json({ data: [] }, 200, { bytes: 5 })],
    ['an error comes as a reply', json({ error: { message: 'x' } })],
    ['something else comes', json({ ok: true })],
    ['too few come', json({ data: [entry(vectorOf('a'))] })],
    ['one comes twice', json({ data: [entry(vectorOf('a')), entry(vectorOf('b'))] })],
    ['one is all zeros', json({ data: [entry([0, 0]), entry([0, 1], 1)] })],
    ['one holds no number', json({ data: [entry([1, null]), entry([0, 1], 1)] })],
    ['one is text', json({ data: [entry('AAAA'), entry('AAAA', 1)] })],
    ['one is longer', json({ data: [entry([1]), entry([0, 1], 1)] })],
    ['they have another size', json({ data: [entry([1]), entry([1], 1)] })],
  ])('because %s are an error that holds no text', async (_, script) => {
    server.replyWith(script);
    const embeddings = await open();
    const error: unknown = await embeddings
      .embedDocuments(['نهێنی', 'ئاو'])
      .catch((one: unknown) => one);
    expect(error).toBeInstanceOf(EmbeddingError);
    expect(String(error)).not.toMatch(/نهێنی|sk-secret/u);
  });

  it('for a question are said once a minute for each cause', async () => {
    let now = 0;
    const { log, lines } = keptLog();
    const timing = { ...quickTiming().timing, now: () => now };
    const embeddings = await open({ log, timing });
    const ask = (): Promise<unknown> => embeddings.embedQuery('ئاو').catch(() => null);
    server.replyWith(refusal(401, { message: 'x' }));
    await ask();
    await ask();
    server.replyWith(refusal(400, { message: 'x' }));
    await ask();
    now = 60_000;
    await ask();
    expect(lines.map((line) => line.slice(-4))).toEqual(['401.', '400.', '400.']);
  });

  it('of a server that is down are not asked for with every question', async () => {
    let now = 0;
    const timing = { ...quickTiming().timing, now: () => now };
    const embeddings = await open({ timing });
    const ask = (): Promise<unknown> => embeddings.embedQuery('ئاو');
    server.replyWith('cut');
    await expect(ask()).rejects.toThrow('reached');
    server.replyWith(embeds(vectorOf));
    now = 9999;
    const requests = await requestsDuring(server, () => expect(ask()).rejects.toThrow('reached'));
    expect(requests).toEqual([]);
    now = 10_000;
    await expect(ask()).resolves.toHaveLength(SIZE);
  });

  it('in time are given up', async () => {
    server.replyWith('hang');
    const embeddings = await open({ questionPatienceInMs: 30, batchPatienceInMs: 30 });
    await expect(embeddings.embedQuery('ئاو')).rejects.toThrow('30 ms');
    await expect(embeddings.embedDocuments(['ئاو'])).rejects.toThrow('30 ms');
  });

  it('are asked for again when it was the caller who had no more time', async () => {
    const patience = new AbortController();
    server.replyWith(() => {
      patience.abort(new ModelFailure('time-out', 'enough'));
      return 'hang';
    });
    const embeddings = await open();
    const call = embeddings.embedQuery('ئاو', { signal: patience.signal });
    await expect(call).rejects.toBeInstanceOf(ModelFailure);
    server.replyWith(embeds(vectorOf));
    await expect(embeddings.embedQuery('ئاو')).resolves.toHaveLength(SIZE);
  });

  it('are not waited for when the caller has had enough', async () => {
    const ending = new AbortController();
    server.replyWith(() => {
      ending.abort(new Error('enough'));
      return 'hang';
    });
    const call = (await open()).embedQuery('ئاو', { signal: ending.signal });
    await expect(call).rejects.toThrow('enough');
  });
});
