import { join } from 'node:path';

import { expect, it } from 'vitest';

import type { ArchivedSentence } from '../../src/telegram/memory.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { open } from './fixtures.ts';

const folder = temporaryFolder();

it('sentences stay as they were first added', async () => {
  const { sentences } = await open(join(folder, 'first'));
  const one = sentence(1, { rendition: 'A "sentence"\u0000.' });
  const two = sentence(2, { text: 'سەرۆکى\u200C هه\u200Cرێم \u0000🙂\\' });
  sentences.add([one, two, { ...two, text: 'another' }]);
  sentences.add([{ ...one, rendition: null }, sentence(3)]);
  sentences.add([]);
  expect([1, 2, 3, 4].map((number) => sentences.find(idOf(number)))).toEqual([
    one,
    two,
    sentence(3),
    null,
  ]);
});

it('a hundred thousand are added in a moment, and added again in less', async () => {
  const { sentences } = await open(join(folder, 'many'));
  const many = Array.from({ length: 100_000 }, (_, number) => sentence(number));
  const first = duration(() => sentences.add(many));
  const second = duration(() => sentences.add([...many, sentence(100_000)]));
  expect(sentences.find(idOf(77_777))).toEqual(sentence(77_777));
  expect(sentences.find(idOf(100_000))).toEqual(sentence(100_000));
  // Measured: 1.1 s and 0.1 s.
  expect(first).toBeLessThan(15_000);
  expect(second).toBeLessThan(first);
});

it('half a character of a sentence does no harm', async () => {
  const { sentences } = await open(join(folder, 'surrogate'));
  sentences.add([sentence(1, { text: 'half \uD800' }), sentence(2)]);
  expect(sentences.find(idOf(1))?.text).toMatch(/^half \uFFFD+$/u);
  expect(sentences.find(idOf(2))).toEqual(sentence(2));
});

function sentence(number: number, changes: Partial<ArchivedSentence> = {}): ArchivedSentence {
  return {
    id: idOf(number),
    document: 'ڕاگەیێندراو',
    text: `ڕستەی ژمارە ${number} لەبارەی سەردانی شاندەکەوە بۆ بەغدا.`,
    rendition: null,
    ...changes,
  };
}

/** Spread over the index as hashes are. */
function idOf(number: number): string {
  return ((number * 2_654_435_761) % 2 ** 32).toString(16).padStart(22, '0');
}

function duration(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
