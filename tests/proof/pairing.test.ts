import { describe, expect, it } from 'vitest';

import { wrongPair } from '../../src/proof/pairing.ts';
import { dictionaryOf } from '../../src/retrieval/snapshot.ts';
import { openStatement } from '../support/statement.ts';

const dictionary = dictionaryOf(await openStatement());

const HEADS = [
  'شاندی عێراق بە سەرۆکایەتیی د. فوئاد حوسێن، وەزیری دەرەوەی وڵات و شاندی حکومەتی ئەمریکا بە سەرۆکایەتیی ئەنتۆنی بلینکن، وەزیری دەرەوەی ئەمریکا',
  'the Iraqi delegation, headed by Dr Fuad Hussein, and the US government delegation, headed by Antony Blinken, the US Secretary of State',
];
const WELCOME = [
  'شاندی عێراق پێشوازی لە پاڵپشتیی ئەمریکا کرد',
  'The Iraqi delegation welcomed US support.',
];
const TURKISH = [
  'The German chancellor, Olaf Scholz, met Hakan Fidan, the Turkish foreign minister.',
];

describe('wrongPair', () => {
  it.each([
    ['Antony Blinken headed the Iraqi delegation and Fuad Hussein the American one.', HEADS],
    ['The US delegation was headed by Fuad Hussein.', HEADS],
    ['Fuad Hussein is the US Secretary of State.', HEADS],
    ['ئەنتۆنی بلینکن سەرۆکایەتیی شاندی عێراقی کرد و فوئاد حوسێن هی ئەمریکا.', HEADS],
    ['شاندی عێراق بە سەرۆکایەتیی ئەنتۆنی بلینکن بوو.', HEADS],
    ['وەزیری دەرەوەی ئەمریکا فوئاد حوسێنە.', HEADS],
    ['The US delegation welcomed Iraqi support.', WELCOME],
    ['Iraqi support was welcomed by the US delegation.', WELCOME],
    ['شاندی ئەمریکا پێشوازی لە پاڵپشتیی عێراق کرد.', WELCOME],
    ['Olaf Scholz is the Turkish foreign minister.', TURKISH],
    ['The German chancellor Hakan Fidan spoke.', TURKISH],
  ])('is found in: %s', (claim, texts) => {
    expect(wrongPair(claim, texts, dictionary)?.text).toBeTruthy();
  });

  it.each([
    ['Fuad Hussein headed the Iraqi delegation and Antony Blinken the American one.', HEADS],
    ['The US delegation was headed by Antony Blinken and the Iraqi one by Fuad Hussein.', HEADS],
    ['Fuad Hussein is the foreign minister of Iraq.', HEADS],
    ['سەرۆکی شاندی ئەمریکا ئەنتۆنی بلینکن بوو و سەرۆکی شاندی عێراق فوئاد حوسێن.', HEADS],
    ['Antony Blinken spoke with the Iraqi delegation.', HEADS],
    ['US support was welcomed by the Iraqi delegation.', WELCOME],
    ['شاندی عێراق پێشوازی لە پاڵپشتیی ئەمریکا کرد.', WELCOME],
    ['Olaf Scholz went to a Turkish city.', TURKISH],
    ['Hakan Fidan, the Turkish foreign minister, met Olaf Scholz, the German chancellor.', TURKISH],
    ['The chancellor spoke to the Turkish minister.', TURKISH],
  ])('is not found in: %s', (claim, texts) => {
    expect(wrongPair(claim, texts, dictionary)).toBeNull();
  });
});
