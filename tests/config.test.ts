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
  documentsDirectory: join(PLACES.dataDirectory, 'documents'),
  indexDirectory: join(PLACES.dataDirectory, 'index'),
  stateDirectory: join(PLACES.dataDirectory, 'state'),
  rateLimit: 20,
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
        stateDirectory: resolve('/home/state'),
      },
      'relative folders count from the working directory',
    ],
    [
      { DOCUMENTS_DIR: resolve('/mine') },
      { documentsDirectory: resolve('/mine') },
      'absolute ones stay',
    ],
    [
      {
        OPENAI_BASE_URL: 'https://models.example/v1',
        EMBEDDINGS: 'local',
        EMBEDDING_BASE_URL: 'http://localhost:1',
      },
      {},
      'those of later parts are checked and kept for them',
    ],
  ])('%j are read: %#', (environment, expected, _reason) => {
    expect(read(environment)).toEqual({ ...DEFAULTS, ...expected });
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
    ['EMBEDDINGS', 'magic', '"magic"'],
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
  });
});
