import { Allow, parse } from 'partial-json';

import { isJsonObject } from '../../json.ts';
import type { JsonObject } from '../../json.ts';

/** What some models think aloud before they answer. */
const THOUGHTS = /^\s*<think>.*?(?:<\/think>|$)/su;
/** Models like to put JSON into a Markdown fence, a word before it or behind it. */
const FENCED = /^[^{]{0,200}```(?:json)?\s*(?<inside>\{.*?)(?:```.*)?$/su;
const LED_IN = /^[^{[]{0,200}(?<inside>\{\s*".*)$/su;

/** What of a model's reply is meant: without what it thinks aloud, a Markdown fence, or a word that leads in. */
export function bodyOf(text: string): string {
  const trimmed = text.replace(THOUGHTS, '').trim();
  const inside = (FENCED.exec(trimmed) ?? LED_IN.exec(trimmed))?.groups?.['inside'];
  return (inside ?? trimmed).trim();
}

/** The JSON object that a body is; null where it is none. */
export function parseWhole(body: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(body.slice(0, body.lastIndexOf('}') + 1));
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** The JSON object that the beginning of a body is, what may still grow within it left out; null where it is none. */
export function parseBeginning(body: string): JsonObject | null {
  try {
    const value: unknown = parse(body, Allow.OBJ | Allow.ARR);
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}
