import { FormattedString } from '@grammyjs/parse-mode';

/** The most UTF-16 units that one Telegram message may hold. */
export const MESSAGE_LIMIT = 4096;

const BETWEEN_BLOCKS = '\n\n';
const SENTENCE_END = /[.!?\u061F\u061B\u2026]["'\u00BB\u201D\u2019)\]]*\s+/gu;
const SPACE = /\s+/gu;

/**
 * Lays blocks out in as few messages as their order allows, a blank line between the blocks of one message.
 *
 * A block that fits into a message is never cut. A longer one is cut after a sentence, else after a space, else
 * between two characters, never inside a surrogate pair, and loses nothing. An entity that is cut continues in the
 * next message. Blocks, and pieces of them, that hold nothing but white space are left out: Telegram refuses them.
 *
 * @param limit UTF-16 units, at least 2.
 */
export function splitMessage(
  blocks: readonly FormattedString[],
  limit: number = MESSAGE_LIMIT,
): readonly FormattedString[] {
  const messages: FormattedString[] = [];
  let current: FormattedString | null = null;
  for (const piece of blocks.flatMap((block) => cut(block, limit))) {
    const joined: FormattedString | null =
      current === null ? null : FormattedString.join([current, piece], BETWEEN_BLOCKS);
    if (joined !== null && joined.text.length <= limit) {
      current = joined;
    } else {
      if (current !== null) {
        messages.push(current);
      }
      current = piece;
    }
  }
  return current === null ? messages : [...messages, current];
}

function cut(block: FormattedString, limit: number): readonly FormattedString[] {
  const pieces: FormattedString[] = [];
  let start = 0;
  while (start < block.text.length) {
    const end = start + cutAt(block.text.slice(start), limit);
    pieces.push(block.slice(start, end));
    start = end;
  }
  return pieces.filter(({ text }) => text.trim() !== '');
}

/** How many units of `text` the next piece takes: from 1 to `limit`. */
function cutAt(text: string, limit: number): number {
  if (text.length <= limit) {
    return text.length;
  }
  const window = text.slice(0, limit);
  const natural = lastEnd(window, SENTENCE_END) ?? lastEnd(window, SPACE);
  if (natural !== null) {
    return natural;
  }
  const code = text.charCodeAt(limit - 1);
  const splitsPair = code >= 0xd800 && code <= 0xdbff;
  return splitsPair ? limit - 1 : limit;
}

function lastEnd(window: string, pattern: RegExp): number | null {
  const match = [...window.matchAll(pattern)].at(-1);
  return match === undefined ? null : match.index + match[0].length;
}
