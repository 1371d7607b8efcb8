import { resolve } from 'node:path';

import { SettingsError } from './errors.ts';

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
  readonly documentsDirectory: string;
  readonly indexDirectory: string;
  readonly stateDirectory: string;
  /** Questions per reader and minute; null: no limit. */
  readonly rateLimit: number | null;
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

/**
 * Reads the settings from environment variables; an empty variable counts as not set.
 *
 * @throws {SettingsError} naming every bad variable and its remedy.
 */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
  places: Places,
): Settings {
  const reader = new Reader(environment);
  const folder = (name: string, fallback: string): string =>
    reader.read(name, resolve(places.dataDirectory, fallback), (value) =>
      resolve(places.workingDirectory, value),
    );
  const settings: Settings = {
    telegramToken: reader.read('TELEGRAM_BOT_TOKEN', null, parseToken),
    telegramApiRoot: reader.read('TELEGRAM_API_ROOT', null, parseUrl),
    adminIds: reader.read('ADMIN_IDS', [], parseIds),
    chatModel: reader.read('CHAT_MODEL', null, (value) => value),
    documentsDirectory: folder('DOCUMENTS_DIR', 'documents'),
    indexDirectory: folder('INDEX_DIR', 'index'),
    stateDirectory: folder('STATE_DIR', 'state'),
    rateLimit: reader.read('RATE_LIMIT', DEFAULT_RATE_LIMIT, parseRateLimit),
    logLevel: reader.read('LOG_LEVEL', 'info', parseLogLevel),
  };
  checkModelSettings(reader);
  reader.finish();
  return settings;
}

/** Why a value is refused: what it should be. */
class Refusal {
  readonly remedy: string;
  constructor(remedy: string) {
    this.remedy = remedy;
  }
}

class Reader {
  readonly #environment: Readonly<Record<string, string | undefined>>;
  readonly #problems: string[] = [];

  constructor(environment: Readonly<Record<string, string | undefined>>) {
    this.#environment = environment;
  }

  read<T, F>(name: string, fallback: F, parse: (value: string) => T | Refusal): T | F {
    const value = this.#environment[name]?.trim() ?? '';
    if (value === '') return fallback;
    const parsed = parse(value);
    if (!(parsed instanceof Refusal)) return parsed;
    this.#problems.push(`${name} ${parsed.remedy}`);
    return fallback;
  }

  finish(): void {
    if (this.#problems.length === 0) return;
    const [first, ...more] = this.#problems;
    throw new SettingsError(
      more.length === 0
        ? `Wrong setting: ${first}.`
        : `Wrong settings: ${this.#problems.join('; ')}.`,
    );
  }
}

/** These are read by parts that come later; a wrong value is said now. */
function checkModelSettings(reader: Reader): void {
  reader.read('OPENAI_BASE_URL', null, parseUrl);
  reader.read('EMBEDDINGS', 'local', (value) =>
    value === 'local' ? value : new Refusal(`is "${value}": this version knows only local`),
  );
  reader.read('EMBEDDING_BASE_URL', null, parseUrl);
}

function parseToken(value: string): string | Refusal {
  return /^\d+:[\w-]+$/u.test(value)
    ? value
    : new Refusal('is not a bot token (123456:ABC…): copy it from @BotFather');
}

function parseUrl(value: string): string | Refusal {
  const url = URL.canParse(value) ? new URL(value) : null;
  return url?.protocol === 'http:' || url?.protocol === 'https:'
    ? value.replace(/\/+$/u, '')
    : new Refusal('is not a URL: write it as https://host/path');
}

function parseIds(value: string): number[] | Refusal {
  const ids = value.split(/[\s,;]+/u).filter((id) => id !== '');
  const odd = ids.find((id) => !/^[1-9]\d{0,15}$/u.test(id));
  return odd === undefined
    ? ids.map(Number)
    : new Refusal(`holds "${odd}": write Telegram user ids as numbers, separated by commas`);
}

function parseRateLimit(value: string): number | null | Refusal {
  if (value === 'off') return null;
  return /^[1-9]\d{0,4}$/u.test(value)
    ? Number(value)
    : new Refusal(`is "${value}": write a whole number from 1 to 99999, or off`);
}

function parseLogLevel(value: string): LogLevel | Refusal {
  const level = LOG_LEVELS.find((known) => known === value);
  return level ?? new Refusal(`is "${value}": write one of ${LOG_LEVELS.join(', ')}`);
}
