import { join, resolve } from 'node:path';

import { readChatSettings, readEmbeddingSettings, readSpendingSettings } from './model-settings.ts';
import type { ChatSettings, EmbeddingSettings, SpendingSettings } from './model-settings.ts';
import { orOff, parseCount, parseUrl, Refusal, SettingsReader } from './settings-reader.ts';

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Everything that can be set from outside; `.env.example` says what each is for. Folders are absolute. */
export interface Settings {
  /** Null: no bot. */
  readonly telegramToken: string | null;
  /** Null: Telegram's own. */
  readonly telegramApiRoot: string | null;
  readonly adminIds: readonly number[];
  /** Null: no model is wanted. */
  readonly chatModel: string | null;
  /** How a chat model is asked, if it is. */
  readonly chat: ChatSettings;
  /** Null: the local ones. */
  readonly embeddings: EmbeddingSettings | null;
  readonly spending: SpendingSettings;
  readonly documentsDirectory: string;
  /** What was added and removed by admins overlays the documents; null: nothing does. */
  readonly uploadsDirectory: string | null;
  readonly indexDirectory: string;
  /** How many snapshots of a corpus are kept, the serving one included. */
  readonly keptSnapshots: number;
  /** Vectors that were paid for; below INDEX_DIR, wherever an evaluation puts its own indexes. */
  readonly embeddingsDirectory: string;
  readonly stateDirectory: string;
  /** Questions per reader and minute; null: no limit. */
  readonly rateLimit: number | null;
  /** Questions per group and minute, of all who are in it; null: no limit. */
  readonly groupRateLimit: number | null;
  /** Whether the bot sends no faster than Telegram allows. */
  readonly telegramPacing: boolean;
  /** How many days what is stored of readers is kept. */
  readonly retentionInDays: number;
  readonly logLevel: LogLevel;
}

/** The folders of the package and of the caller, from which the folders in the settings are found. */
export interface Places {
  /** `data` of the package, for defaults. */
  readonly dataDirectory: string;
  /** From where relative settings count. */
  readonly workingDirectory: string;
}

const DEFAULT_RATE_LIMIT = 20;
const DEFAULT_GROUP_RATE_LIMIT = 60;
const DEFAULT_RETENTION = 90;
const DEFAULT_KEPT_SNAPSHOTS = 3;
const MOST_KEPT_SNAPSHOTS = 20;
const MOST_QUESTIONS = 99_999;

/**
 * Reads the settings from environment variables; an empty variable counts as not set.
 *
 * @throws {SettingsError} naming every bad variable and its remedy.
 */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
  places: Places,
): Settings {
  const reader = new SettingsReader(environment);
  const folder = (name: string, fallback: string): string =>
    reader.read(name, resolve(places.dataDirectory, fallback), (value) =>
      resolve(places.workingDirectory, value),
    );
  const indexDirectory = folder('INDEX_DIR', 'index');
  const stateDirectory = folder('STATE_DIR', 'state');
  const chat = readChatSettings(reader);
  const settings: Settings = {
    telegramToken: reader.read('TELEGRAM_BOT_TOKEN', null, parseToken),
    telegramApiRoot: reader.read('TELEGRAM_API_ROOT', null, parseUrl),
    adminIds: reader.read('ADMIN_IDS', [], parseIds),
    chatModel: reader.read('CHAT_MODEL', null, (value) => value),
    documentsDirectory: folder('DOCUMENTS_DIR', 'documents'),
    uploadsDirectory: join(stateDirectory, 'documents'),
    indexDirectory,
    keptSnapshots: reader.read(
      'KEPT_SNAPSHOTS',
      DEFAULT_KEPT_SNAPSHOTS,
      parseCount(1, MOST_KEPT_SNAPSHOTS),
    ),
    embeddingsDirectory: join(indexDirectory, 'embeddings'),
    stateDirectory,
    rateLimit: reader.read('RATE_LIMIT', DEFAULT_RATE_LIMIT, orOff(parseCount(1, MOST_QUESTIONS))),
    groupRateLimit: reader.read(
      'GROUP_RATE_LIMIT',
      DEFAULT_GROUP_RATE_LIMIT,
      orOff(parseCount(1, MOST_QUESTIONS)),
    ),
    telegramPacing: reader.read('TELEGRAM_PACING', true, parseSwitch),
    retentionInDays: reader.read('RETENTION_DAYS', DEFAULT_RETENTION, parseCount(1, 3650)),
    logLevel: reader.read('LOG_LEVEL', 'info', parseLogLevel),
    chat,
    embeddings: readEmbeddingSettings(reader, chat.endpoint),
    spending: readSpendingSettings(reader),
  };
  reader.finish();
  return settings;
}

function parseToken(value: string): string | Refusal {
  return /^\d+:[\w-]+$/u.test(value)
    ? value
    : new Refusal('is not a bot token (123456:ABC…): copy it from @BotFather');
}

function parseIds(value: string): number[] | Refusal {
  const ids = value.split(/[\s,;]+/u).filter((id) => id !== '');
  const odd = ids.find((id) => !/^[1-9]\d{0,15}$/u.test(id));
  return odd === undefined
    ? ids.map(Number)
    : new Refusal(`holds "${odd}": write Telegram user ids as numbers, separated by commas`);
}

function parseSwitch(value: string): boolean | Refusal {
  const word = value.toLowerCase();
  return word === 'on' || word === 'off'
    ? word === 'on'
    : new Refusal(`is "${value}": write on or off`);
}

function parseLogLevel(value: string): LogLevel | Refusal {
  const level = LOG_LEVELS.find((known) => known === value);
  return level ?? new Refusal(`is "${value}": write one of ${LOG_LEVELS.join(', ')}`);
}
