/** What a bot sent with a call, not yet trusted. */
export type Payload = Readonly<Record<string, unknown>>;

/** The fields of an object, or of the object that a JSON text holds; none of anything else. */
export function record(value: unknown): Payload {
  const read = decoded(value, '{');
  return isRecord(read) ? read : {};
}

/** The items of an array, or of the array that a JSON text holds; none of anything else. */
export function list(value: unknown): readonly unknown[] {
  const read = decoded(value, '[');
  return Array.isArray(read) ? read : [];
}

/** The string, or a number written as one; an empty string for anything else. */
export function string(value: unknown): string {
  return typeof value === 'number' ? String(value) : typeof value === 'string' ? value : '';
}

/** The whole number, also where it is written as a string; null for anything else. */
export function integer(value: unknown): number | null {
  const read = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof read === 'number' && Number.isSafeInteger(read) ? read : null;
}

/** Whether it is true, also where a form says so. */
export function flag(value: unknown): boolean {
  return value === true || value === 'true' || value === 'True' || value === '1';
}

/** Bots may send an object as its JSON text, and in a form must. */
function decoded(value: unknown, opening: '{' | '['): unknown {
  if (typeof value !== 'string' || !value.startsWith(opening)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Payload {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
