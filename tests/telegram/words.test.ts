import { describe, expect, it } from 'vitest';

import { resource } from './bot-harness.ts';

function keys(text: string): readonly string[] {
  return [...text.matchAll(/^([a-z][\w-]*) =/gmu)].map(([, key]) => key ?? '');
}

function values(text: string): readonly string[] {
  const names = new Set([...text.matchAll(/\$\w+/gu)].map(([name]) => name));
  return [...names].toSorted((one, other) => (one < other ? -1 : 1));
}

describe('the words of the bot', () => {
  it('have the same keys in the same order in both languages, all of them prefixed', () => {
    expect(keys(resource('ckb'))).toEqual(keys(resource('en')));
    expect(keys(resource('en')).filter((key) => !key.startsWith('bot-'))).toEqual([]);
  });

  it('use the same values in both languages', () => {
    expect(values(resource('ckb'))).toEqual(values(resource('en')));
  });

  it('are written with standard Sorani letters', () => {
    // Arabic kaf, yeh, teh marbuta, alef maksura, and heh doachashmee for heh.
    expect(resource('ckb')).not.toMatch(/[\u0643\u064A\u0629\u0649\u06BE]/u);
  });
});
