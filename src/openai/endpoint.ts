/** Where a server is, and how it knows us. Not both may be null. */
export interface Endpoint {
  /** With its version, such as `http://127.0.0.1:11434/v1`; null: OpenAI's own. */
  readonly baseUrl: string | null;
  /** Null: none is sent, as local servers want it. */
  readonly apiKey: string | null;
}

const OPENAI = 'https://api.openai.com/v1';

/** The address that requests go to. */
export function baseUrlOf({ baseUrl }: Endpoint): string {
  return baseUrl ?? OPENAI;
}

/** Host and port: all that a message tells of a server, since an address may hold a password. */
export function hostOf(endpoint: Endpoint): string {
  return new URL(baseUrlOf(endpoint)).host;
}

/** Whether nothing can come of a request: OpenAI itself wants a key. */
export function lacksKey({ baseUrl, apiKey }: Endpoint): boolean {
  return baseUrl === null && apiKey === null;
}
