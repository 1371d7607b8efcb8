/** A refusal in Telegram's words. */
export class Refusal extends Error {
  readonly code: number;
  readonly retryAfter: number | undefined;
  constructor(code: number, description: string, retryAfter?: number) {
    super(description);
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** Refuses a call. */
export function refuse(description: string, code = 400): never {
  throw new Refusal(code, description);
}
