/** The links that open a sentence in the bot; Telegram passes on 64 characters of A–Z a–z 0–9 _ - behind `start=`. */
const PAYLOAD = /^s_(?<id>[A-Za-z0-9_-]{16,32})$/u;

/** The permanent address of a sentence. */
export function sentenceAddress(username: string, id: string): string {
  return `https://t.me/${username}?start=s_${id}`;
}

/** The sentence that a `/start` was opened with; null for any other payload. */
export function addressedSentence(payload: string): string | null {
  return PAYLOAD.exec(payload.trim())?.groups?.['id'] ?? null;
}
