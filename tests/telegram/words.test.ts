import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { directionOf } from '../../scripts/conversations/direction.ts';
import { createMessages } from '../../src/messages.ts';
import { resource, WORDS } from './bot-harness.ts';
import { pseudoLanguage, shownBy, withoutWords } from './pseudo-language.ts';
import { wholeTour } from './tour.ts';

function keys(text: string): readonly string[] {
  return [...text.matchAll(/^([a-z][\w-]*) =/gmu)].map(([, key]) => key ?? '');
}

function values(text: string): readonly string[] {
  const names = new Set([...text.matchAll(/\$\w+/gu)].map(([name]) => name));
  return [...names].toSorted((one, other) => (one < other ? -1 : 1));
}

const SHARED = new Set(
  ['answering', 'checking', 'insight'].flatMap((name) =>
    keys(readFileSync(`data/messages/en/${name}.ftl`, 'utf8')),
  ),
);

const PREFIX =
  /^(?:bot|admin|upload|paste|shelf|documents|release|releases|rollback|digest|roles|audit|status|stats|gaps|export|reports|follow)-/u;

describe('the words of the bot', () => {
  it('have the same keys in the same order in both languages, all of them prefixed', () => {
    expect(keys(resource('ckb'))).toEqual(keys(resource('en')));
    expect(keys(resource('en')).filter((key) => !PREFIX.test(key))).toEqual([]);
  });

  it('use the same values in both languages', () => {
    expect(values(resource('ckb'))).toEqual(values(resource('en')));
  });

  it('are written with standard Sorani letters', () => {
    // Arabic kaf, yeh, teh marbuta, alef maksura, and heh doachashmee for heh.
    expect(resource('ckb')).not.toMatch(/[\u0643\u064A\u0629\u0649\u06BE]/u);
  });

  it('are all that it says, and it says all of them', async () => {
    const { words, used } = pseudoLanguage();
    const bots = await wholeTour(words);
    const shown = bots.flatMap(({ server }) => server.calls.flatMap(shownBy));
    expect(shown.length).toBeGreaterThan(200);
    const name = bots[0]?.server.me.first_name ?? '';
    const foreign = shown.filter((text) => text !== name && /\p{L}/u.test(withoutWords(text)));
    expect([...new Set(foreign)]).toEqual([]);

    const known = keys(resource('en'));
    expect(known.filter((key) => !used.has(key))).toEqual([]);
    expect([...used].filter((key) => !known.includes(key) && !SHARED.has(key))).toEqual([]);
  });
});

/** Words of buttons that hold no Sorani: a label is no paragraph. */
const LABELS = new Set(['bot-button-to-en', 'bot-button-context-of']);

describe('every line in Sorani', () => {
  const patterns = [...resource('ckb').matchAll(/\$(\w+)/gu)].map(([, name = '']) => name);
  const words = createMessages('ckb', [resource('ckb')], { isolate: true });
  const latin = Object.fromEntries(patterns.map((name) => [name, 'Latin']));
  const numbers = Object.fromEntries(patterns.map((name) => [name, 21]));
  const lines = keys(resource('ckb'))
    .filter((key) => !LABELS.has(key))
    .flatMap((key) => [latin, numbers].flatMap((given) => words.text(key, given).split('\n')))
    .filter((line) => /\p{L}/u.test(line));

  it('runs from right to left where isolates are passed over, and where they are not known', () => {
    expect(lines.length).toBeGreaterThan(150);
    expect(lines.filter((line) => directionOf(line) !== 'rtl')).toEqual([]);
    const unaware = lines.map((line) => line.replaceAll(/[\u2066-\u2069]/gu, ''));
    expect(unaware.filter((line) => directionOf(line) !== 'rtl')).toEqual([]);
  });

  it('runs from right to left in all that the bot says, too', async () => {
    const bots = await wholeTour(WORDS.ckb);
    const name = bots[0]?.server.me.first_name;
    const said = bots
      .flatMap(({ server }) => server.calls.flatMap(shownBy))
      .filter((text) => text !== name && text !== WORDS.ckb.text('bot-button-to-en'))
      .flatMap((text) => text.split('\n'))
      .filter((line) => /\p{L}/u.test(line));
    expect(said.length).toBeGreaterThan(200);
    expect(said.filter((line) => directionOf(line) !== 'rtl')).toEqual([]);
  });
});
