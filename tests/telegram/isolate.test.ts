import { describe, expect, it } from 'vitest';

import { isolateFor } from '../../src/telegram/isolate.ts';

describe('a title', () => {
  it.each([
    ['ckb', 'هەواڵی ئاو (COP)', false],
    ['ckb', 'COP 26', true],
    ['en', 'Water news', false],
    ['en', '٢٦ هەواڵ', true],
    ['en', '2021', false],
  ] as const)('in %s: %s is isolated: %s', (language, text, expected) => {
    expect(isolateFor(language, text)).toBe(expected ? `\u2068${text}\u2069` : text);
  });
});
