import { orOff, parseCount, parseNumber, parseUrl, Refusal } from './settings-reader.ts';
import type { SettingsReader } from './settings-reader.ts';

/** Where a server is. Null: OpenAI's own address, and no key. */
interface EndpointSettings {
  readonly baseUrl: string | null;
  readonly apiKey: string | null;
}

/** How a chat model is asked. What is null is not sent. */
export interface ChatSettings {
  readonly endpoint: EndpointSettings;
  /** For a whole call, with its retries. */
  readonly timeoutInMs: number;
  readonly reasoningEffort: string | null;
  readonly maxCompletionTokens: number | null;
  readonly temperature: number | null;
  /** The longest prompt; null: any. */
  readonly tokensPerCall: number | null;
}

/** Embeddings of an OpenAI-compatible server. */
export interface EmbeddingSettings {
  readonly endpoint: EndpointSettings;
  readonly model: string;
  /** Null: what the model gives by itself. */
  readonly dimensions: number | null;
  /** Share of the vectors in a passage's score, 0 to 1. */
  readonly share: number;
  /** For the vector of a question. */
  readonly timeoutInMs: number;
}

/** What models may take in a day; null: as much as they like. */
export interface SpendingSettings {
  readonly limits: {
    readonly chatTokensPerDay: number | null;
    /** Dollars. */
    readonly chatCostPerDay: number | null;
    readonly embeddingTokensPerDay: number | null;
  };
  /** Dollars for a million tokens of the chat model; null where they are not known. */
  readonly prices: { readonly input: number; readonly output: number } | null;
}

const MOST_TOKENS = 1_000_000_000_000;
const MOST_DOLLARS = 1_000_000;
const LONGEST_TIMEOUT_SECONDS = 600;
const MOST_DIMENSIONS = 8192;
const CHAT_TIMEOUT_SECONDS = 20;
const TOKENS_PER_CALL = 20_000;
const TOKENS_PER_DAY = 1_000_000;
/** Of OpenAI's two the one that can tell Sorani texts apart: nDCG@10 0.43 against 0.16 for English questions. */
const EMBEDDING_MODEL = 'text-embedding-3-large';
const EMBEDDING_SHARE = 0.2;
const EMBEDDING_TIMEOUT_SECONDS = 5;

/** Reads OPENAI_… and CHAT_…, but the name of the model and the limits of a day. */
export function readChatSettings(reader: SettingsReader): ChatSettings {
  return {
    endpoint: {
      baseUrl: reader.read('OPENAI_BASE_URL', null, parseUrl),
      apiKey: reader.read('OPENAI_API_KEY', null, parseKey),
    },
    timeoutInMs: readSeconds(reader, 'CHAT_TIMEOUT', CHAT_TIMEOUT_SECONDS),
    reasoningEffort: reader.read('CHAT_REASONING_EFFORT', null, parseEffort),
    maxCompletionTokens: reader.read(
      'CHAT_MAX_COMPLETION_TOKENS',
      null,
      orOff(parseCount(1, MOST_TOKENS)),
    ),
    temperature: reader.read('CHAT_TEMPERATURE', null, parseNumber(0, 2)),
    tokensPerCall: reader.read(
      'CHAT_TOKENS_PER_CALL',
      TOKENS_PER_CALL,
      orOff(parseCount(1, MOST_TOKENS)),
    ),
  };
}

/** Reads EMBEDDINGS and EMBEDDING_…, by default at the chat model's endpoint; null where the local ones are chosen. Complains where nothing can come of the others. */
export function readEmbeddingSettings(
  reader: SettingsReader,
  { baseUrl, apiKey }: EndpointSettings,
): EmbeddingSettings | null {
  const endpoint = {
    baseUrl: reader.read('EMBEDDING_BASE_URL', baseUrl, parseUrl),
    apiKey: reader.read('EMBEDDING_API_KEY', apiKey, parseKey),
  };
  const settings = {
    endpoint,
    model: reader.read('EMBEDDING_MODEL', EMBEDDING_MODEL, (value) => value),
    dimensions: reader.read('EMBEDDING_DIMENSIONS', null, parseCount(1, MOST_DIMENSIONS)),
    share: reader.read('EMBEDDING_SHARE', EMBEDDING_SHARE, parseNumber(0, 1)),
    timeoutInMs: readSeconds(reader, 'EMBEDDING_TIMEOUT', EMBEDDING_TIMEOUT_SECONDS),
  };
  const chosen = reader.read('EMBEDDINGS', 'local', parseEmbeddings);
  if (chosen === 'local') return null;
  if (endpoint.baseUrl === null && endpoint.apiKey === null) {
    reader.complain(
      'EMBEDDINGS',
      'is openai, but there is neither a key nor a server: set OPENAI_API_KEY or OPENAI_BASE_URL (for embeddings alone, EMBEDDING_API_KEY or EMBEDDING_BASE_URL), or EMBEDDINGS=local',
    );
  }
  return settings;
}

/** Reads the limits of a day and the prices. Complains where a cost is limited that can't be known. */
export function readSpendingSettings(reader: SettingsReader): SpendingSettings {
  const tokens = orOff(parseCount(0, MOST_TOKENS));
  const dollars = parseNumber(0, MOST_DOLLARS);
  const input = reader.read('CHAT_PRICE_INPUT', null, dollars);
  const output = reader.read('CHAT_PRICE_OUTPUT', null, dollars);
  const prices = input === null || output === null ? null : { input, output };
  const chatCostPerDay = reader.read('CHAT_COST_PER_DAY', null, orOff(dollars));
  if (chatCostPerDay !== null && prices === null) {
    reader.complain(
      'CHAT_COST_PER_DAY',
      'needs CHAT_PRICE_INPUT and CHAT_PRICE_OUTPUT: set both, in dollars for a million tokens',
    );
  }
  return {
    limits: {
      chatTokensPerDay: reader.read('CHAT_TOKENS_PER_DAY', TOKENS_PER_DAY, tokens),
      chatCostPerDay,
      embeddingTokensPerDay: reader.read('EMBEDDING_TOKENS_PER_DAY', null, tokens),
    },
    prices,
  };
}

function readSeconds(reader: SettingsReader, name: string, fallback: number): number {
  return reader.read(name, fallback, parseNumber(0.1, LONGEST_TIMEOUT_SECONDS)) * 1000;
}

function parseEmbeddings(value: string): 'local' | 'openai' | Refusal {
  return value === 'local' || value === 'openai'
    ? value
    : new Refusal(`is "${value}": write local or openai`);
}

/** Never shows the value. */
function parseKey(value: string): string | Refusal {
  return /^[!-~]+$/u.test(value)
    ? value
    : new Refusal('is no key: it holds a space or a letter that no key has');
}

function parseEffort(value: string): string | Refusal {
  return /^[a-z]+$/u.test(value)
    ? value
    : new Refusal(`is "${value}": write what the model knows, such as low, medium or high`);
}
