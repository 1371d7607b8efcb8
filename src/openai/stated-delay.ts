/**
 * How long a server wants us to wait, in milliseconds, 0 or more: `retry-after-ms`, else `retry-after` in seconds or as an HTTP date,
 * counted from `now` in milliseconds since 1970. Null where it doesn't say, or not readably.
 */
export function statedDelay(headers: Headers | null, now: number): number | null {
  const milliseconds = numberOf(headers?.get('retry-after-ms'));
  if (milliseconds !== null) return milliseconds;
  const stated = headers?.get('retry-after');
  const seconds = numberOf(stated);
  if (seconds !== null) return seconds * 1000;
  const date = Date.parse(stated ?? '');
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

function numberOf(text: string | null | undefined): number | null {
  return text !== null && text !== undefined && /^\d+(?:\.\d+)?$/u.test(text.trim())
    ? Number(text)
    : null;
}
