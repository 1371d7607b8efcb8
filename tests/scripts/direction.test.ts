import { describe, expect, it } from 'vitest';

import { directionOf } from '../../scripts/conversations/direction.ts';

describe('the direction of a paragraph', () => {
  it.each([
    ['rtl', 'سڵاو Pirsyar', 'a Sorani letter comes first'],
    ['ltr', '/check سڵاو', 'a command comes first'],
    ['rtl', '[1] • ٠٧ - ٠٤: سڵاو', 'digits and signs are not strong'],
    ['rtl', '\u2068/help\u2069 – ئەم ڕوونکردنەوەیە', 'what is isolated does not count'],
    ['ltr', '• \u2068سڵاو\u2069', 'nothing but what is isolated'],
    ['rtl', '\u200F• \u2068Pirsyar\u2069', 'a mark is strong'],
    ['ltr', '2021 – 1', 'nothing strong at all'],
    ['ltr', '', 'nothing at all'],
  ] as const)('is %s for %j: %s', (direction, text, _reason) => {
    expect(directionOf(text)).toBe(direction);
  });
});
