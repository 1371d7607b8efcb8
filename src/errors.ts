/**
 * Any failure we expect: its message is one sentence for a person, naming the thing and, where possible, the repair.
 * Secrets never stand in a message. Expected outcomes (no evidence) are return values, not errors.
 */
export class PirsyarError extends Error {
  override name = 'PirsyarError';
}

/** The caller asked for something that doesn't exist or can't be: wrong options, an empty question, an unknown document. */
export class UsageError extends PirsyarError {
  override name = 'UsageError';
}

/** Settings are wrong; the message names every bad variable and its remedy. */
export class SettingsError extends PirsyarError {
  override name = 'SettingsError';
}

/** What an error says, or whatever else was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
