import type { Messages } from '../../src/messages.ts';
import { list, record } from '../support/bot-api/payload.ts';
import type { ApiCall } from '../support/bot-api/server.ts';

/** Words in which every text names its key and shows its values: `⟦key⟧⟨value⟩`. */
export interface PseudoLanguage {
  readonly words: Messages;
  /** The keys that were asked for. */
  readonly used: ReadonlySet<string>;
}

/** A language in which a text that comes from elsewhere is seen at once. */
export function pseudoLanguage(): PseudoLanguage {
  const used = new Set<string>();
  return {
    used,
    words: {
      text(key, values = {}) {
        used.add(key);
        return `⟦${key}⟧${Object.values(values)
          .map((value) => `⟨${String(value)}⟩`)
          .join('')}`;
      },
    },
  };
}

/** What is left of a text without what comes from the words of a pseudo-language. */
export function withoutWords(text: string): string {
  return text.replaceAll(/⟦[^⟧]*⟧|⟨[^⟩]*⟩/gu, '');
}

const SHOWN: ReadonlySet<string> = new Set([
  'text',
  'message_text',
  'title',
  'description',
  'short_description',
  'caption',
]);

/** Every text of a call that a person may read. */
export function shownBy({ payload }: Pick<ApiCall, 'payload'>): string[] {
  const found: string[] = [];
  const look = (value: unknown): void => {
    for (const item of list(value)) look(item);
    for (const [name, part] of Object.entries(record(value))) {
      if (SHOWN.has(name) && typeof part === 'string') found.push(part);
      // What a button puts into the clipboard isn't read.
      else if (name !== 'copy_text') look(part);
    }
  };
  look(payload);
  return found;
}
