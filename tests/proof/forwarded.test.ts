import { describe, expect, it } from 'vitest';

import { readForwarded } from '../../src/proof/forwarded.ts';

function quotes(text: string): string[] {
  return readForwarded(text).map(({ quote, leadIn }) =>
    leadIn === '' ? quote : `${leadIn} > ${quote}`,
  );
}

describe('readForwarded', () => {
  it.each([
    ['a b c', ['a b c']],
    ['  «یەک دوو سێ»  ', ['«یەک دوو سێ»', 'یەک دوو سێ']],
    [
      'کازمی وتی: «یەک دوو سێ چوار»',
      ['کازمی وتی: «یەک دوو سێ چوار»', 'کازمی وتی > یەک دوو سێ چوار'],
    ],
    [
      'Kadhimi: one two three four',
      ['Kadhimi: one two three four', 'Kadhimi > one two three four'],
    ],
    [
      'According to it, one two three four five',
      ['According to it, one two three four five', 'According to it > one two three four five'],
    ],
    ['One day, one two three four five', ['One day, one two three four five']],
    ['ئەمە ڕاستە؟ «یەک دوو سێ چوار»', ['ئەمە ڕاستە؟ «یەک دوو سێ چوار»', 'یەک دوو سێ چوار']],
    ['one two three.\n— The Agency', ['one two three.\n— The Agency', 'one two three.']],
    [
      'one two three 👍🏽 #tag https://x.com/a',
      ['one two three 👍🏽 #tag https://x.com/a', 'one two three'],
    ],
    ['🔴 @someone one #two three', ['🔴 @someone one #two three', 'one #two three']],
    ['one two 07 - 04 - 2021', ['one two 07 - 04 - 2021']],
    ['he said «one» of many words that follow', ['he said «one» of many words that follow']],
    ['«one two three four» five six', ['«one two three four» five six']],
  ])('reads %s', (text, expected) => {
    expect(quotes(text)).toStrictEqual(expected);
  });
});
