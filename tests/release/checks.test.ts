import { beforeAll, describe, expect, it } from 'vitest';

import { checkRelease, isWorse } from '../../src/release/checks.ts';
import type { CheckParts, Comparison } from '../../src/release/checks.ts';
import { countProblems, countsOf } from '../../src/release/count-problems.ts';
import { ExactIndex } from '../../src/retrieval/exact-index.ts';
import type { Snapshot } from '../../src/retrieval/snapshot.ts';
import { createPlace, EMBEDDINGS, snapshotOf } from '../support/index-fixtures.ts';
import { keptLog } from '../support/kept-log.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder();
const VILLAGES = Array.from(
  { length: 40 },
  (_, number) =>
    `گوندی ژمارە ${number} لە ناوچەی ${number % 7} دایە. ${number * 31} کەسی تێدا دەژی لە ساڵی ${1900 + number}.`,
);
const PARTS: CheckParts = {
  embeddings: EMBEDDINGS,
  folders: [],
  answererOver: () => Promise.reject(new Error('There are no questions.')),
  log: keptLog().log,
};
let whole: Snapshot;

beforeAll(async () => {
  const { documents } = createPlace(folder, { 'a.ckb.txt': VILLAGES.join('\n\n') });
  whole = await snapshotOf(documents);
});

function beside(before: Snapshot | null): Comparison {
  return { before: async () => before, unchanged: new Set() };
}

/** The vectors of each passage stand for the next one. */
function withWrongVectors(): Snapshot {
  const owners = whole.vectorOwners.map((owner) => (owner + 1) % whole.passages.length);
  return { ...whole, vectorOwners: owners };
}

/** The words of each passage are those of the one that many further on. */
function withWrongWords(): Snapshot {
  const { passages } = whole;
  return { ...whole, passages: [...passages.slice(7), ...passages.slice(0, 7)] };
}

describe('checks', () => {
  it('find nothing odd in a snapshot that is right', async () => {
    const checks = await checkRelease(whole, beside(null), PARTS);
    expect(checks).toEqual({ problems: [], probe: { asked: 40, found: 40 }, gold: [] });
    expect(isWorse(checks)).toBe(false);
  });

  it('look for a few passages of documents that are as before', async () => {
    const comparison = { ...beside(whole), unchanged: new Set(['a']) };
    const { probe } = await checkRelease(whole, comparison, PARTS);
    expect(probe).toEqual({ asked: 2, found: 2 });
  });

  it('find vectors that stand for other passages', async () => {
    const { problems, probe } = await checkRelease(withWrongVectors(), beside(whole), PARTS);
    expect(problems).toEqual([expect.objectContaining({ kind: 'vectors' })]);
    expect(probe.found, 'words outweigh them').toBeGreaterThanOrEqual(38);
  });

  it('find words that stand for other passages, unless they did so before', async () => {
    const wrong = withWrongWords();
    const checks = await checkRelease(wrong, beside(whole), PARTS);
    expect(checks.problems).toContainEqual(expect.objectContaining({ kind: 'words' }));
    expect(isWorse(checks)).toBe(true);
    const again = await checkRelease(wrong, beside(wrong), PARTS);
    expect(again.problems).not.toContainEqual(expect.objectContaining({ kind: 'words' }));
  });
});

describe('counts', () => {
  it('are those of what was built', () => {
    const counts = countsOf([...whole.documents.values()]);
    expect(counts).toEqual({ documents: 1, passages: 40, sentences: 80, vectors: 40 });
    expect(countProblems(whole, counts)).toEqual([]);
  });

  it.each<[what: string, change: () => Partial<Snapshot>, problem: string]>([
    ['documents', () => ({ documents: new Map() }), 'it holds 0 documents where 1 were expected'],
    [
      'passages',
      () => ({ passages: whole.passages.slice(1) }),
      'it holds 39 passages where 40 were expected',
    ],
    [
      'vectors',
      () => ({ vectors: new ExactIndex({ dimensions: 1, components: new Float32Array(3) }) }),
      'it holds 3 vectors where 40 were expected',
    ],
    [
      'owners',
      () => ({ vectorOwners: new Uint32Array(2) }),
      'it holds 2 owners of vectors where 40 were expected',
    ],
  ])('name %s that are missing', (_, change, problem) => {
    expect(
      countProblems({ ...whole, ...change() }, countsOf([...whole.documents.values()])),
    ).toContain(problem);
  });
});
