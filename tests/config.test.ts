import { join, resolve } from 'node:path';

import { describe, expect, it } from 'vitest';

import { readSettings } from '../src/config.ts';
import type { Settings } from '../src/config.ts';
import { SettingsError } from '../src/errors.ts';

const PLACES = { dataDirectory: resolve('/package/data'), workingDirectory: resolve('/home/work') };

function read(environment: Record<string, string | undefined>): Settings {
  return readSettings(environment, PLACES);
}

function problem(environment: Record<string, string>): string {
  try {
    read(environment);
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  throw new Error('These settings were taken.');
}

const DEFAULTS: Settings = {
  telegramToken: null,
  telegramApiRoot: null,
  adminIds: [],
  chatModel: null,
  chat: {
    endpoint: { baseUrl: null, apiKey: null },
    timeoutInMs: 20_000,
    reasoningEffort: null,
    maxCompletionTokens: null,
    temperature: null,
    tokensPerCall: 20_000,
  },
  embeddings: null,
  spending: {
    limits: { chatTokensPerDay: 1_000_000, chatCostPerDay: null, embeddingTokensPerDay: null },
    prices: null,
  },
  documentsDirectory: join(PLACES.dataDirectory, 'documents'),
  uploadsDirectory: join(PLACES.dataDirectory, 'state', 'documents'),
  indexDirectory: join(PLACES.dataDirectory, 'index'),
  keptSnapshots: 3,
  embeddingsDirectory: join(PLACES.dataDirectory, 'index', 'embeddings'),
  stateDirectory: join(PLACES.dataDirectory, 'state'),
  rateLimit: 20,
  groupRateLimit: 60,
  telegramPacing: true,
  retentionInDays: 90,
  logLevel: 'info',
};

describe('settings', () => {
  it('have defaults, with which the program runs offline', () => {
    expect(read({})).toEqual(DEFAULTS);
  });

  it.each([[''], ['   '], [undefined]])('that are %j count as not set', (value) => {
    const names = ['TELEGRAM_BOT_TOKEN', 'ADMIN_IDS', 'DOCUMENTS_DIR', 'RATE_LIMIT', 'LOG_LEVEL'];
    expect(read(Object.fromEntries(names.map((name) => [name, value])))).toEqual(DEFAULTS);
  });

  it('do not care for what else is in the environment', () => {
    expect(read({ PATH: '/bin', rate_limit: 'x' })).toEqual(DEFAULTS);
  });

  it.each<[Record<string, string>, Partial<Settings>, string]>([
    [{ TELEGRAM_BOT_TOKEN: ' 123:ABC-d_e ' }, { telegramToken: '123:ABC-d_e' }, 'trimmed'],
    [
      { TELEGRAM_API_ROOT: 'http://127.0.0.1:8081//' },
      { telegramApiRoot: 'http://127.0.0.1:8081' },
      'without the slash that would stand twice',
    ],
    [{ ADMIN_IDS: '1, 22;333 4444' }, { adminIds: [1, 22, 333, 4444] }, 'any separator'],
    [{ ADMIN_IDS: ' , ' }, { adminIds: [] }, 'separators alone are nobody'],
    [{ CHAT_MODEL: 'gpt-x' }, { chatModel: 'gpt-x' }, 'any name'],
    [{ RATE_LIMIT: '5' }, { rateLimit: 5 }, 'a number'],
    [{ RATE_LIMIT: '99999' }, { rateLimit: 99_999 }, 'up to the largest'],
    [{ RATE_LIMIT: 'off' }, { rateLimit: null }, 'no limit'],
    [{ LOG_LEVEL: 'silent' }, { logLevel: 'silent' }, 'a level'],
    [
      { DOCUMENTS_DIR: 'mine', INDEX_DIR: './idx', STATE_DIR: '../state' },
      {
        documentsDirectory: join(PLACES.workingDirectory, 'mine'),
        indexDirectory: join(PLACES.workingDirectory, 'idx'),
        embeddingsDirectory: join(PLACES.workingDirectory, 'idx', 'embeddings'),
        stateDirectory: resolve('/home/state'),
        uploadsDirectory: resolve('/home/state/documents'),
      },
      'relative folders count from the working directory',
    ],
    [
      { DOCUMENTS_DIR: resolve('/mine') },
      { documentsDirectory: resolve('/mine') },
      'absolute ones stay',
    ],
    [
      { EMBEDDING_BASE_URL: 'http://localhost:1', EMBEDDING_SHARE: '1' },
      {},
      'embeddings are the local ones until others are chosen',
    ],
    [
      {
        OPENAI_API_KEY: 'sk-1',
        OPENAI_BASE_URL: 'https://models.example/v1/',
        CHAT_TIMEOUT: '2.5',
        CHAT_REASONING_EFFORT: 'low',
        CHAT_MAX_COMPLETION_TOKENS: '500',
        CHAT_TEMPERATURE: '0',
        CHAT_TOKENS_PER_CALL: 'off',
      },
      {
        chat: {
          endpoint: { baseUrl: 'https://models.example/v1', apiKey: 'sk-1' },
          timeoutInMs: 2500,
          reasoningEffort: 'low',
          maxCompletionTokens: 500,
          temperature: 0,
          tokensPerCall: null,
        },
      },
      'how a chat model is asked',
    ],
    [
      {
        CHAT_TOKENS_PER_DAY: 'off',
        CHAT_COST_PER_DAY: '0.5',
        CHAT_PRICE_INPUT: '0.1',
        CHAT_PRICE_OUTPUT: '2',
        EMBEDDING_TOKENS_PER_DAY: '7',
      },
      {
        spending: {
          limits: { chatTokensPerDay: null, chatCostPerDay: 0.5, embeddingTokensPerDay: 7 },
          prices: { input: 0.1, output: 2 },
        },
      },
      'what models may take',
    ],
  ])('%j are read: %#', (environment, expected, _reason) => {
    expect(read(environment)).toEqual({ ...DEFAULTS, ...expected });
  });
});

describe('embeddings', () => {
  const CHAT = { OPENAI_API_KEY: 'sk-1', OPENAI_BASE_URL: 'https://chat.example/v1' };

  it('of a server are found where the chat model is', () => {
    expect(read({ ...CHAT, EMBEDDINGS: 'openai' }).embeddings).toEqual({
      endpoint: { baseUrl: 'https://chat.example/v1', apiKey: 'sk-1' },
      model: 'text-embedding-3-large',
      dimensions: null,
      share: 0.2,
      timeoutInMs: 5000,
    });
  });

  it('may be those of another server', () => {
    const settings = read({
      ...CHAT,
      EMBEDDINGS: 'openai',
      EMBEDDING_BASE_URL: 'http://other.example',
      EMBEDDING_API_KEY: 'k2',
      EMBEDDING_MODEL: 'gemini-embedding-001',
      EMBEDDING_DIMENSIONS: '768',
      EMBEDDING_SHARE: '0',
      EMBEDDING_TIMEOUT: '3',
    });
    expect(settings.embeddings).toEqual({
      endpoint: { baseUrl: 'http://other.example', apiKey: 'k2' },
      model: 'gemini-embedding-001',
      dimensions: 768,
      share: 0,
      timeoutInMs: 3000,
    });
  });

  it.each(['OPENAI_API_KEY', 'EMBEDDING_API_KEY', 'OPENAI_BASE_URL', 'EMBEDDING_BASE_URL'])(
    'need no more than %s',
    (name) => {
      const value = name.endsWith('URL') ? 'http://localhost' : 'k';
      expect(read({ EMBEDDINGS: 'openai', [name]: value }).embeddings).not.toBeNull();
    },
  );

  it('of a server without key and address are one clear error', () => {
    expect(problem({ EMBEDDINGS: 'openai' })).toMatch(
      /^Wrong setting: EMBEDDINGS is openai, but .*OPENAI_API_KEY or OPENAI_BASE_URL/u,
    );
  });
});

describe('a wrong setting', () => {
  it.each([
    ['TELEGRAM_BOT_TOKEN', 'secret', '@BotFather'],
    ['TELEGRAM_BOT_TOKEN', '123:', '@BotFather'],
    ['TELEGRAM_BOT_TOKEN', '123:AB CD', '@BotFather'],
    ['TELEGRAM_API_ROOT', 'api.telegram.org', 'https://host/path'],
    ['TELEGRAM_API_ROOT', 'ftp://host', 'https://host/path'],
    ['ADMIN_IDS', '1,@sara', '"@sara"'],
    ['ADMIN_IDS', '-5', '"-5"'],
    ['ADMIN_IDS', '0', '"0"'],
    ['ADMIN_IDS', '12345678901234567', 'as numbers'],
    ['RATE_LIMIT', '0', 'or off'],
    ['RATE_LIMIT', '1.5', 'from 1 to 99999'],
    ['RATE_LIMIT', '100000', 'from 1 to 99999'],
    ['RATE_LIMIT', '٥', 'from 1 to 99999'],
    ['LOG_LEVEL', 'loud', 'one of trace, debug, info'],
    ['OPENAI_BASE_URL', 'localhost', 'https://host/path'],
    ['OPENAI_API_KEY', 'sk one', 'is no key'],
    ['CHAT_TIMEOUT', '0', 'from 0.1 to 600'],
    ['CHAT_TIMEOUT', '20s', 'from 0.1 to 600'],
    ['CHAT_REASONING_EFFORT', 'LOW!', '"LOW!"'],
    ['CHAT_MAX_COMPLETION_TOKENS', '-1', 'or off'],
    ['CHAT_TEMPERATURE', '2.1', 'from 0 to 2'],
    ['CHAT_TOKENS_PER_CALL', '0', 'or off'],
    ['CHAT_TOKENS_PER_DAY', 'many', 'or off'],
    ['CHAT_COST_PER_DAY', '1', 'CHAT_PRICE_INPUT and CHAT_PRICE_OUTPUT'],
    ['CHAT_PRICE_INPUT', '$2', '"$2"'],
    ['EMBEDDINGS', 'magic', '"magic"'],
    ['EMBEDDING_DIMENSIONS', '0', 'from 1 to 8192'],
    ['EMBEDDING_SHARE', '20%', 'from 0 to 1'],
    ['EMBEDDING_BASE_URL', '//host', 'https://host/path'],
  ])('%s=%s is named with its remedy', (name, value, remedy) => {
    const message = problem({ [name]: value });
    expect(message).toMatch(new RegExp(`^Wrong setting: ${name} `, 'u'));
    expect(message).toContain(remedy);
    expect(message).not.toContain('\n');
  });

  it('is named together with all the others', () => {
    const message = problem({
      TELEGRAM_BOT_TOKEN: 'x',
      ADMIN_IDS: 'me',
      RATE_LIMIT: 'much',
      EMBEDDINGS: 'magic',
      LOG_LEVEL: 'info',
    });
    expect(message).toMatch(
      /^Wrong settings: .*TELEGRAM_BOT_TOKEN .*ADMIN_IDS .*RATE_LIMIT .*EMBEDDINGS /u,
    );
    expect(message).not.toContain('LOG_LEVEL');
  });

  it('never shows a token', () => {
    expect(problem({ TELEGRAM_BOT_TOKEN: '123:sec ret' })).not.toMatch(/sec|ret|123:s/u);
    expect(problem({ OPENAI_API_KEY: 'sk-sec ret' })).not.toMatch(/sec|ret|sk-/u);
  });
});
