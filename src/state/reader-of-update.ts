import type { JsonObject } from '../json.ts';
import { isJsonObject } from '../json.ts';

/** Who may be named in an update, the first that is there: as it is decided whom an answer is for. */
const NAMES = ['sender_chat', 'from', 'user', 'actor_chat', 'voter_chat', 'chat'] as const;

/** The user that an update comes from, or the chat in whose name it was sent; null where it names neither. */
export function readerOfUpdate(update: object): number | null {
  for (const part of Object.values(update).filter(isJsonObject)) {
    const reader = idOf(part);
    if (reader !== null) return reader;
  }
  return null;
}

function idOf(part: JsonObject): number | null {
  for (const name of NAMES) {
    const named = part[name];
    if (isJsonObject(named) && typeof named['id'] === 'number') return named['id'];
  }
  return null;
}
