import { FluentBundle, FluentResource } from '@fluent/bundle';
import type { FluentVariable } from '@fluent/bundle';

import { PirsyarError } from './errors.ts';

/** The words shown to people, in one language. */
export interface Messages {
  /**
   * The text of a message.
   *
   * @throws {PirsyarError} if no such message is known, or one of its values is missing: a fault of ours, never the reader's.
   */
  text(key: string, values?: Record<string, FluentVariable>): string;
}

/**
 * Reads the words of one language from Fluent resources (the contents of `data/messages/<language>/*.ftl`).
 *
 * With `isolate`, values are wrapped in U+2068 … U+2069, so that Latin in Sorani keeps its direction; right for chat
 * messages, wrong around anything that must stay verbatim.
 *
 * @throws {PirsyarError} if a resource doesn't parse or a key stands twice.
 */
export function createMessages(
  locale: string,
  resources: readonly string[],
  { isolate = false }: { isolate?: boolean } = {},
): Messages {
  const bundle = new FluentBundle(locale, { useIsolating: isolate });
  for (const source of resources) {
    const resource = new FluentResource(source);
    const problem = unparsedMessage(source, resource) ?? bundle.addResource(resource)[0]?.message;
    if (problem !== undefined) {
      throw new PirsyarError(`The messages of ${locale} are broken: ${problem}`);
    }
  }
  return {
    text(key, values = {}) {
      const pattern = bundle.getMessage(key)?.value;
      if (pattern === undefined || pattern === null) {
        throw new PirsyarError(`No message "${key}" in ${locale}.`);
      }
      const errors: Error[] = [];
      const text = bundle.formatPattern(pattern, values, errors);
      if (errors[0] !== undefined) {
        throw new PirsyarError(`Message "${key}" in ${locale}: ${errors[0].message}`, {
          cause: errors[0],
        });
      }
      return text;
    },
  };
}

/** Fluent skips what doesn't parse without a word; this names the first message or term it skipped. */
function unparsedMessage(source: string, { body }: FluentResource): string | undefined {
  const parsed = new Set(body.map(({ id }) => id));
  const skipped = Array.from(
    source.matchAll(/^(-?[a-zA-Z][\w-]*) *=/gmu),
    ([, id = '']) => id,
  ).find((id) => !parsed.has(id));
  return skipped === undefined ? undefined : `"${skipped}" doesn't parse`;
}
