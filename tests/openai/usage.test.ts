import { describe, expect, it } from 'vitest';

import { estimateTokens, readUsage } from '../../src/openai/usage.ts';

describe('the tokens of a text', () => {
  it.each([
    ['', 0, 0],
    ['Baghdad!', 2, 2],
    ['کوردستان', 5, 8],
    ['بەغدا 2021', 5, 7],
  ])('of %j are about %i for chat and %i for embeddings', (text, chat, embedding) => {
    expect(estimateTokens(text, 'chat')).toBe(chat);
    expect(estimateTokens(text, 'embedding')).toBe(embedding);
  });
});

describe('what a server says it has counted', () => {
  it.each([
    [
      { prompt_tokens: 3, completion_tokens: 2 },
      { promptTokens: 3, completionTokens: 2 },
    ],
    [{ prompt_tokens: 3 }, { promptTokens: 3, completionTokens: 0 }],
    [{ prompt_tokens: '3', completion_tokens: 2 }, null],
    [{ prompt_tokens: -1, completion_tokens: 2 }, null],
    [{ prompt_tokens: Infinity }, null],
    [{}, null],
    [null, null],
    ['3', null],
  ])('%j is read as %j', (value, expected) => {
    expect(readUsage(value)).toEqual(expected);
  });
});
