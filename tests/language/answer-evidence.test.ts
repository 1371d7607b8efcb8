import { describe, expect, it } from 'vitest';

import { isCounting, isNumeral } from '../../src/language/answer-evidence.ts';
import { tokenise } from '../../src/language/tokens.ts';

describe('words that count', () => {
  it.each([
    ['2008', true, true, 'digits'],
    ['هەردوو', true, false, 'both'],
    ['سێیەم', true, true, 'an ordinal'],
    ['third', true, true, 'an English one'],
    ['شاند', false, false, 'a noun'],
    ['delegation', false, false, 'an English one'],
  ])('%s: counts %s, is a numeral %s: %s', (word, counts, numeral) => {
    const [token] = tokenise(word);
    expect(isCounting(word)).toBe(counts);
    expect(token !== undefined && isNumeral(token)).toBe(numeral);
  });
});
