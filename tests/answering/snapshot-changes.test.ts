import { describe, expect, it } from 'vitest';

import { changesBetweenSnapshots } from '../../src/answering/snapshot-changes.ts';
import { Lexicon } from '../../src/language/lexicon.ts';
import { snapshotOfTexts } from '../support/snapshot-of-texts.ts';
import { openStatement } from '../support/statement.ts';

const { lexicon } = await openStatement();

async function changes(before: readonly string[], after: readonly string[]): Promise<unknown> {
  expect(lexicon).toBeInstanceOf(Lexicon);
  const found = await changesBetweenSnapshots(
    await snapshotOfTexts(before, lexicon),
    await snapshotOfTexts(after, lexicon),
  );
  return found.documents.map(({ document, kind, added, removed, changed }) => ({
    document,
    kind,
    added: added.map(({ text }) => text),
    removed: removed.map(({ text }) => text),
    changed: changed.map(({ from, to }) => [from.text, to.text]),
  }));
}

const DAM = 'حکومەت لە ساڵی ٢٠١٩ سێ بەنداوی نوێی لە هەولێر دروست کرد.';
const DAM_NOW = 'حکومەت لە ساڵی ٢٠٢٠ چوار بەنداوی نوێی لە هەولێر دروست کرد.';
const SCHOOL = 'قوتابخانەی نالی لە سلێمانی کرایەوە.';
const ROAD = 'ڕێگای نێوان زاخۆ و دهۆک داخرا.';

describe('what a re-index changed', () => {
  it('is told sentence by sentence', async () => {
    expect(await changes([`${DAM} ${SCHOOL}`], [`${DAM_NOW} ${ROAD}`])).toEqual([
      {
        document: '0',
        kind: 'changed',
        added: [ROAD],
        removed: [SCHOOL],
        changed: [[DAM, DAM_NOW]],
      },
    ]);
  });

  it('is nothing where sentences only moved', async () => {
    expect(await changes([`${DAM} ${SCHOOL}`], [`${SCHOOL}\n\n${DAM}`])).toEqual([]);
    expect(await changes([DAM], [DAM])).toEqual([]);
  });

  it('is whole documents that came and went', async () => {
    expect(await changes([DAM], [DAM, SCHOOL])).toMatchObject([
      { document: '1', kind: 'added', added: [SCHOOL], removed: [] },
    ]);
    expect(await changes([DAM, SCHOOL], [DAM])).toMatchObject([
      { document: '1', kind: 'removed', added: [], removed: [SCHOOL] },
    ]);
  });

  it('takes each new sentence for one former sentence only', async () => {
    const twice = DAM.replace('سێ', 'پێنج');
    expect(await changes([`${DAM} ${twice}`], [DAM_NOW])).toMatchObject([
      { changed: [[DAM, DAM_NOW]], removed: [twice], added: [] },
    ]);
  });
});
