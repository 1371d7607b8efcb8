import { describe, expect, it } from 'vitest';

import { LONGEST_TEXT, readText, textProblem } from '../../src/cli/text-input.ts';
import { UsageError } from '../../src/errors.ts';
import { memoryStreams } from '../support/memory-streams.ts';

describe('textProblem', () => {
  it.each([
    ['', 'empty'],
    [' \t\r\n\u00A0\uFEFF', 'empty'],
    ['پ'.repeat(LONGEST_TEXT + 1), 'too-long'],
    ['\u{1F600}'.repeat(LONGEST_TEXT / 2 + 1), 'too-long'],
    [`${'x'.repeat(LONGEST_TEXT)} `, 'too-long'],
  ])('case %#: a text is refused', (text, code) => {
    expect(textProblem(text, 'question')?.code).toBe(code);
  });

  it.each([['پ'.repeat(LONGEST_TEXT)], ['؟'], ['\u0001'], ['\u200C'], [`  ${'x'.repeat(9996)}  `]])(
    'case %#: a text is taken',
    (text) => {
      expect(textProblem(text, 'question')).toBeNull();
    },
  );
});

describe('readText', () => {
  it('prefers the argument, and leaves it as it is', async () => {
    await expect(readText(' کێ؟ ', 'question', memoryStreams(['other']))).resolves.toBe(' کێ؟ ');
  });

  it('puts together a pipe cut inside a letter, and trims it', async () => {
    const bytes = Buffer.from(' کێ بوو؟\r\n');
    const streams = memoryStreams([bytes.subarray(0, 2), bytes.subarray(2, 4), bytes.subarray(4)]);
    await expect(readText(undefined, 'question', streams)).resolves.toBe('کێ بوو؟');
  });

  it('stops reading an endless pipe', async () => {
    const endless = memoryStreams(Array.from({ length: 40 }, () => 'x'.repeat(100_000)));
    await expect(readText(undefined, 'question', endless)).rejects.toThrow(UsageError);
    expect(endless.input.readableEnded).toBe(false);
  });
});
