import { FormattedString } from '@grammyjs/parse-mode';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { MESSAGE_LIMIT, splitMessage } from '../../src/telegram/split-message.ts';

const word = fc.constantFrom(
  'ڕۆژ',
  'کوردستان',
  'Fuad',
  '🙂🙂',
  'بوو.',
  'چی؟',
  '٢٠٢١',
  '\u200c',
  '…',
);
const text = fc
  .array(word, { minLength: 1, maxLength: 60 })
  .map((words) => words.join(' '))
  .filter((joined) => joined.trim() !== '');
const block = fc.record({ lead: text, quote: text });

function build({ lead, quote }: { lead: string; quote: string }): FormattedString {
  return FormattedString.join([lead, FormattedString.expandableBlockquote(quote)], '\n');
}

function quoted(message: FormattedString): string[] {
  return message.entities.map(({ offset, length }) => message.text.slice(offset, offset + length));
}

describe('splitting', () => {
  it('loses nothing, keeps the limit, and keeps each quote exactly inside its entities', () => {
    fc.assert(
      fc.property(
        fc.array(block, { maxLength: 8 }),
        fc.integer({ min: 2, max: 500 }),
        (blocks, limit) => {
          const messages = splitMessage(blocks.map(build), limit);
          const all = messages.map((message) => message.text).join('');
          const wanted = blocks.map((given) => build(given).text).join('');
          expect(all.replaceAll(/\s/gu, '')).toBe(wanted.replaceAll(/\s/gu, ''));
          expect(messages.flatMap(quoted).join('').replaceAll(/\s/gu, '')).toBe(
            blocks
              .map(({ quote }) => quote)
              .join('')
              .replaceAll(/\s/gu, ''),
          );
          for (const message of messages) {
            expect(message.text.length).toBeLessThanOrEqual(limit);
            expect(() => encodeURIComponent(message.text)).not.toThrow();
            for (const { offset, length } of message.entities) {
              expect(offset + length).toBeLessThanOrEqual(message.text.length);
              expect(length).toBeGreaterThan(0);
            }
          }
        },
      ),
    );
  });

  it('never cuts a block that fits', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 40 }), (blocks) => {
        const built = blocks.map(build).filter((given) => given.text.length <= MESSAGE_LIMIT);
        const messages = splitMessage(built);
        expect(messages.map((message) => message.text).join('\n\n')).toBe(
          built.map((given) => given.text).join('\n\n'),
        );
        expect(messages.flatMap(quoted)).toEqual(built.flatMap(quoted));
      }),
    );
  });

  it.each([
    ['after a sentence', 'یەک. دوو سێ چوار', 12, ['یەک. ', 'دوو سێ چوار']],
    ['after a Sorani question mark', 'چی؟ بۆچی وا', 8, ['چی؟ ', 'بۆچی وا']],
    ['else after a space', 'یەک دوو سێ', 8, ['یەک دوو ', 'سێ']],
    ['else anywhere but inside a pair', 'ab🙂cd', 3, ['ab', '🙂c', 'd']],
    ['and leaves out white space alone', `a${' '.repeat(9)}b`, 4, ['a   ', '  b']],
  ])('cuts %s', (_where, given, limit, pieces) => {
    const messages = splitMessage([new FormattedString(given)], limit);
    expect(messages.map((message) => message.text)).toEqual(pieces);
  });
});
