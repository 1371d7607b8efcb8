import { existsSync } from 'node:fs';

import { openPirsyar } from '../../src/app.ts';
import type { Pirsyar } from '../../src/app.ts';
import { readSettings } from '../../src/config.ts';
import type { Log, LogFields } from '../../src/log.ts';
import { openAhead } from './open-pirsyar.ts';

/** The real product over the bundled statement, with what it has logged. */
export interface ModelPipeline extends Pirsyar {
  readonly logged: { readonly message: string; readonly fields: LogFields }[];
}

/**
 * Opens the real product over the bundled statement, with a chat model. `folder` holds index and state: what is opened in the same
 * one shares them, as two processes would.
 */
export async function openModelPipeline(
  folder: string,
  settings: Readonly<Record<string, string>>,
): Promise<ModelPipeline> {
  const logged: ModelPipeline['logged'] = [];
  const keep = (message: string, fields: LogFields = {}): void =>
    void logged.push({ message, fields });
  const log: Log = { debug: () => {}, info: keep, warn: keep, error: keep };
  const places = { INDEX_DIR: 'index', STATE_DIR: 'state' };
  const parts = {
    settings: readSettings(
      { CHAT_MODEL: 'test-model', ...places, ...settings },
      { dataDirectory: 'data', workingDirectory: folder },
    ),
    dataDirectory: 'data',
    promptsDirectory: 'prompts',
    log,
  };
  const isFirst = !existsSync(parts.settings.indexDirectory);
  return { ...(await (isFirst ? openAhead : openPirsyar)(parts)), logged };
}

/** A reply of the form asked for. */
export function replyOf(
  ...sentences: readonly (readonly [text: string, ...quotes: string[]])[]
): string {
  return JSON.stringify({
    found: true,
    sentences: sentences.map(([text, ...quotes]) => ({
      text,
      quotes: quotes.map((quote) => ({ passage: 1, quote })),
    })),
  });
}

/** A question that the statement's words answer surely, and sentences of models about it. */
export const HEAD = {
  question: 'کێ سەرۆکایەتیی شاندی عێراقی کرد؟',
  english: 'Who headed the Iraqi delegation?',
  quote: 'شاندی عێراق بە سەرۆکایەتیی د. فوئاد حوسێن، وەزیری دەرەوەی وڵات',
  true: 'فوئاد حوسێن، وەزیری دەرەوەی عێراق، سەرۆکایەتیی شاندەکەی کرد.',
  false: 'بەرهەم ساڵح سەرۆکایەتیی شاندەکەی کرد.',
} as const;
