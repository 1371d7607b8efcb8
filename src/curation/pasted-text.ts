import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { writeDurably } from '../durable-files.ts';
import { ensureDirectory } from '../ensure-directory.ts';

/** A client cuts what is pasted into messages of about 4,096 units: a shorter part ended where its writer ended it. */
const CUT_PART_UNITS = 3500;
const SENTENCE_END = /[.!?\u061F\u06D4\u2026:][\s"'\u00BB\u201D\u2019)\]]*$/u;

/** One of the messages that a text comes in. */
export interface TextPart {
  /** Names it: one that comes again, as after a restart, is kept once. */
  readonly message: number;
  readonly text: string;
}

/** Texts that come in parts, one for each who sends, kept on disk so that a restart loses none. */
export class PastedText {
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** Begins a text, and throws away one that was begun before. */
  async begin(by: number): Promise<void> {
    await this.#write(by, []);
  }

  /** Keeps a part, and gives how many there are; null where none was begun. */
  async add(by: number, part: TextPart): Promise<number | null> {
    const parts = await this.#parts(by);
    if (parts === null) return null;
    if (parts.some(({ message }) => message === part.message)) return parts.length;
    await this.#write(by, [...parts, part]);
    return parts.length + 1;
  }

  /** Whether one was begun. */
  async isBegun(by: number): Promise<boolean> {
    return (await this.#parts(by)) !== null;
  }

  /** The whole of what came; null where nothing was begun. */
  async text(by: number): Promise<string | null> {
    const parts = await this.#parts(by);
    return parts === null ? null : joinParts(parts.map(({ text }) => text));
  }

  async end(by: number): Promise<void> {
    await rm(this.#file(by), { force: true });
  }

  async #parts(by: number): Promise<TextPart[] | null> {
    const text = await readFile(this.#file(by), 'utf8').catch(() => null);
    if (text === null) return null;
    const parts: TextPart[] = JSON.parse(text);
    return parts;
  }

  async #write(by: number, parts: readonly TextPart[]): Promise<void> {
    await ensureDirectory(this.#directory);
    const file = this.#file(by);
    await writeDurably(`${file}.unfinished`, Buffer.from(JSON.stringify(parts)));
    await rename(`${file}.unfinished`, file);
  }

  #file(by: number): string {
    return join(this.#directory, `pasted-${by}`);
  }
}

/** Messages as the text they were: a paragraph each, but for those that a client cut in the middle of one. */
export function joinParts(parts: readonly string[]): string {
  return parts.reduce((text, part, place) => {
    if (place === 0) return part;
    const before = parts[place - 1] ?? '';
    const isCut = before.length >= CUT_PART_UNITS && !SENTENCE_END.test(before);
    return `${text}${isCut ? '\n' : '\n\n'}${part}`;
  }, '');
}
