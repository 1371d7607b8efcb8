import { isJsonObject } from '../json.ts';

/** Tokens that a call took. */
export interface Usage {
  readonly promptTokens: number;
  readonly completionTokens: number;
}

/** UTF-16 units of Sorani that make a token, as measured: with o200k, which chat models read with, and with cl100k for embeddings. */
const SORANI_UNITS_PER_TOKEN = { chat: 1.75, embedding: 1 } as const;
const LATIN_UNITS_PER_TOKEN = 4;
const LAST_LATIN_UNIT = 0x24f;

/** What a server says it has counted; null where it doesn't, or not readably. */
export function readUsage(value: unknown): Usage | null {
  if (!isJsonObject(value)) return null;
  const { prompt_tokens: prompt, completion_tokens: completion = 0 } = value;
  return isCount(prompt) && isCount(completion)
    ? { promptTokens: prompt, completionTokens: completion }
    : null;
}

/** About how many tokens a text makes; exact counts would need the model's own vocabulary. */
export function estimateTokens(text: string, kind: keyof typeof SORANI_UNITS_PER_TOKEN): number {
  let latin = 0;
  for (let unit = 0; unit < text.length; unit += 1) {
    if (text.charCodeAt(unit) <= LAST_LATIN_UNIT) latin += 1;
  }
  const other = text.length - latin;
  return Math.ceil(latin / LATIN_UNITS_PER_TOKEN + other / SORANI_UNITS_PER_TOKEN[kind]);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
