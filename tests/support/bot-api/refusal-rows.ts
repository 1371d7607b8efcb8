import type { ApiError, ApiResponse } from 'grammy/types';

import { createScene } from './scene.ts';
import type { Scene } from './scene.ts';

/** What a call brings, where need be from the scene. */
export type Made = object | ((scene: Scene) => object | Promise<object>);

/** What is called, with what, and the refusal; that it begins with `Bad Request: ` goes without saying. */
export type Row = readonly [method: string, payload: Made, words: string];

interface Outcome {
  readonly answer: ApiResponse<unknown>;
  /** The code that the server noted for the call. */
  readonly noted: number | undefined;
}

/** What comes of a call in a scene of its own. */
export async function outcome(method: string, payload: Made): Promise<Outcome> {
  const scene = await createScene();
  const made = typeof payload === 'function' ? await payload(scene) : payload;
  const answer = await scene.ask(method, made);
  return { answer, noted: scene.server.calls.at(-1)?.error };
}

const CODES: Readonly<Record<string, number>> = { Forbidden: 403, 'Not Found': 404 };

/** A refusal in these words. */
export function refusal(words: string): { answer: ApiError; noted: number } {
  const code = CODES[words.split(':')[0] ?? ''];
  const description = code === undefined ? `Bad Request: ${words}` : words;
  return {
    answer: { ok: false, error_code: code ?? 400, description },
    noted: code ?? 400,
  };
}
