import type { MessageEntity } from 'grammy/types';

import { string } from '../payload.ts';
import { refuse } from '../refusal.ts';
import { checkedEntities } from './entities.ts';
import type { FindPerson } from './entities.ts';

/** A text and what is marked in it. */
export interface Written {
  readonly text: string;
  /** Absent where nothing is marked. */
  readonly entities?: MessageEntity[];
}

/** A text as a bot gives it, not yet trusted. */
export interface GivenText {
  readonly text?: unknown;
  readonly entities?: unknown;
  readonly parse_mode?: unknown;
}

const MAX_TEXT = 4096;
const MAX_CAPTION = 1024;

/** The text of a message as Telegram would keep it, if it would take it with its entities. */
export function acceptedText(given: GivenText, findPerson: FindPerson): Written {
  const written = read(given, findPerson);
  if (string(given.text) === '') refuse('Bad Request: message text is empty');
  if (written.text.trim() === '') refuse('Bad Request: text must be non-empty');
  if (written.text.length > MAX_TEXT) refuse('Bad Request: message is too long');
  return written;
}

/** The text of a draft, which may be empty. */
export function acceptedDraft(given: GivenText, findPerson: FindPerson): Written {
  const written = read(given, findPerson);
  if (written.text.length > MAX_TEXT) refuse('Bad Request: message is too long');
  return written;
}

/** The caption of a file, which may be empty. */
export function acceptedCaption(given: GivenText, findPerson: FindPerson): Written {
  const written = read(given, findPerson);
  if (written.text.length > MAX_CAPTION) refuse('Bad Request: message caption is too long');
  return written;
}

function read(given: GivenText, findPerson: FindPerson): Written {
  if (string(given.parse_mode) !== '') {
    // Our bots mark their texts with entities alone; whoever begins to use markup must teach it to this server.
    refuse('Bad Request: unsupported parse_mode');
  }
  const text = string(given.text);
  const entities = checkedEntities(given.entities, text, findPerson);
  const kept = cleaned({ text, entities });
  return kept.entities === undefined || kept.entities.length === 0 ? { text: kept.text } : kept;
}

/**
 * A text without what Telegram takes away: control characters become spaces, carriage returns, the controls of
 * direction from U+202A to U+202E, separators of lines and paragraphs and three combining lines go, and so do spaces
 * at both ends. The entities stay on their words.
 */
function cleaned({ text, entities = [] }: Written): Written {
  let kept = '';
  const moved: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    moved.push(kept.length);
    const code = text.charCodeAt(index);
    if (!isRemoved(code)) kept += isControl(code) ? ' ' : text.charAt(index);
  }
  moved.push(kept.length);
  const start = /^[ \n]*/u.exec(kept)?.[0].length ?? 0;
  const end = Math.max(start, kept.length - (/[ \n]*$/u.exec(kept)?.[0].length ?? 0));
  const place = (offset: number): number =>
    Math.min(Math.max(moved[offset] ?? kept.length, start), end) - start;
  return {
    text: kept.slice(start, end),
    entities: entities
      .map((entity) => {
        const offset = place(entity.offset);
        return { ...entity, offset, length: place(entity.offset + entity.length) - offset };
      })
      .filter(({ length }) => length > 0),
  };
}

function isControl(code: number): boolean {
  return code < 0x20 && code !== 0x0a;
}

function isRemoved(code: number): boolean {
  return (
    code === 0x0d ||
    (code >= 0x2028 && code <= 0x202e) ||
    code === 0x0333 ||
    code === 0x033f ||
    code === 0x030a
  );
}
