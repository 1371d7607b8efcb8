import { beforeAll, describe, expect, it } from 'vitest';

import { ANSWER_THRESHOLD } from '../../src/answering/confidence.ts';
import { findEvidence } from '../../src/answering/find-evidence.ts';
import type { Trace } from '../../src/answering/find-evidence.ts';
import { readQuery } from '../../src/retrieval/query.ts';
import { search } from '../../src/retrieval/search.ts';
import type { Hit } from '../../src/retrieval/search.ts';
import { dictionaryOf } from '../../src/retrieval/snapshot.ts';
import type { Snapshot } from '../../src/retrieval/snapshot.ts';
import { bundledLexicon } from '../support/bundled-lexicon.ts';
import { EMBEDDINGS } from '../support/index-fixtures.ts';
import { snapshotOfTexts } from '../support/snapshot-of-texts.ts';

/** Two documents that say the same kinds of things in much the same words, each in two passages. */
const BRIDGE = 'پردی ڕاپەڕین ڕۆژی ١ی تەممووزی ٢٠٢١ لە سلێمانی کرایەوە.';
const BRIDGE_BUILDER = 'کۆمپانیای زاگرۆس پردەکەی بە ١٥ ملیۆن دۆلار دروست کرد.';
const HOSPITAL = 'نەخۆشخانەی شۆڕش ڕۆژی ١٠ی ئایاری ٢٠٢٠ لە هەولێر کرایەوە.';
const HOSPITAL_BUILDER = 'کۆمپانیای هیوا نەخۆشخانەکەی بە ٢٠ ملیۆن دۆلار دروست کرد.';

const WHERE_BRIDGE = 'پردی ڕاپەڕین لە کوێ کرایەوە؟';
const WHERE_HOSPITAL = 'نەخۆشخانەی شۆڕش لە کوێ کرایەوە؟';
const WHEN_BRIDGE = 'پردی ڕاپەڕین کەی کرایەوە؟';
/** What neither document answers. */
const UNKNOWN = 'کێ جامی جیهانیی تۆپی پێی بردەوە؟';

/** Makes no sense alone. */
const WHEN = 'کەی؟';
/** May be asked of both documents. */
const WHO_BUILT_IT = 'کێ دروستی کرد؟';
const HOW_MUCH = 'بە چەند؟';

let snapshot: Snapshot;

beforeAll(async () => {
  const documents = [`${BRIDGE}\n\n${BRIDGE_BUILDER}`, `${HOSPITAL}\n\n${HOSPITAL_BUILDER}`];
  snapshot = await snapshotOfTexts(documents, await bundledLexicon());
});

async function find(text: string, history: readonly string[] = []): Promise<Trace> {
  return findEvidence(snapshot, EMBEDDINGS, { text, history });
}

/** The score of a passage among some hits; 0 where it is none of them. */
function scoreIn(hits: readonly Hit[], { passage }: Hit): number {
  return hits.find((hit) => hit.passage === passage)?.score ?? 0;
}

describe('a follow-up', () => {
  it.each([
    [WHEN, WHERE_BRIDGE, BRIDGE],
    [WHEN, WHERE_HOSPITAL, HOSPITAL],
    [WHO_BUILT_IT, WHERE_BRIDGE, BRIDGE_BUILDER],
    [WHO_BUILT_IT, WHERE_HOSPITAL, HOSPITAL_BUILDER],
  ])('%s is asked of what %s was about', async (question, earlier, expected) => {
    const { ranked, carried, confidence } = await find(question, [earlier]);
    expect(ranked[0]?.sentence.text).toBe(expected);
    expect(carried).toEqual([earlier]);
    expect(confidence).toBeGreaterThanOrEqual(ANSWER_THRESHOLD);
  });

  it('looks for the words of the question before it too, which count less than its own', async () => {
    const { query } = await find(WHO_BUILT_IT, [WHERE_BRIDGE]);
    const weights = new Map(query.terms.sorani.map(({ text, weight }) => [text, weight]));
    expect(weights.get('دروستی')).toBe(1);
    expect(weights.get('ڕاپەڕین')).toBeGreaterThan(0);
    expect(weights.get('ڕاپەڕین')).toBeLessThan(1);
  });

  it('puts what the question before it found above what its own words find', async () => {
    const { query, hits } = await find(WHO_BUILT_IT, [WHERE_BRIDGE]);
    const { hits: byWords } = await search(snapshot, EMBEDDINGS, query, { top: 10 });
    expect(byWords[0]?.passage.text).toBe(BRIDGE_BUILDER);
    expect(hits[0]?.passage.text).toBe(BRIDGE);
  });

  it.each([
    ['a question', WHO_BUILT_IT, [WHERE_BRIDGE]],
    ['a follow-up, as that was understood', HOW_MUCH, [WHERE_HOSPITAL, WHO_BUILT_IT]],
  ])('of %s finds its passages nearer, in proportion to their scores', async (_, text, history) => {
    const earlier = readQuery(history.at(-1) ?? '', dictionaryOf(snapshot), history.slice(0, -1));
    const before = (await search(snapshot, EMBEDDINGS, earlier, { top: 10 })).hits;
    const { query, hits } = await find(text, history);
    const byWords = (await search(snapshot, EMBEDDINGS, query, { top: 10 })).hits;
    const gains = hits.map((hit) => hit.score - scoreIn(byWords, hit));
    const most = Math.max(...gains);
    expect(most).toBeGreaterThan(0);
    for (const [place, hit] of hits.entries()) {
      const share = scoreIn(before, hit) / (before[0]?.score ?? 0);
      expect(gains[place]).toBeCloseTo(most * share, 6);
    }
  });

  it('asks for what the question before it did, unless it says what', async () => {
    const asked = await find('ئەی نەخۆشخانەکە؟', [WHEN_BRIDGE]);
    expect(asked.expected.kind).toBe('date');
    expect(asked.ranked[0]?.sentence.text).toBe(HOSPITAL);
    expect((await find(WHEN, [WHERE_BRIDGE])).expected.kind).toBe('date');
  });

  it('that only points back is no surer than the question it points to', async () => {
    const pointing = 'ئەوەی ڕاپەڕین کەی کرایەوە؟';
    const unknown = await find(UNKNOWN);
    expect((await find(pointing)).confidence).toBeGreaterThanOrEqual(ANSWER_THRESHOLD);
    expect(unknown.confidence).toBeLessThan(ANSWER_THRESHOLD);
    expect((await find(pointing, [UNKNOWN])).confidence).toBe(unknown.confidence);
  });

  it('stays in the document that is asked alone', async () => {
    const question = { text: WHEN, history: [WHERE_BRIDGE], document: '1' };
    const { hits } = await findEvidence(snapshot, EMBEDDINGS, question);
    expect(new Set(hits.map(({ passage }) => passage.document))).toEqual(new Set(['1']));
  });
});

describe('a new topic', () => {
  it.each([
    ['نەخۆشخانەی شۆڕش کەی کرایەوە؟', 'says all that is asked'],
    ['ئەی نەخۆشخانەی شۆڕش کەی کرایەوە؟', 'opens like a follow-up, and finds its answer alone'],
  ])('%s is found as if nothing had been asked before: it %s', async (question) => {
    const alone = await find(question);
    const later = await find(question, [WHERE_BRIDGE, WHO_BUILT_IT]);
    expect(later).toEqual(alone);
    expect(later.carried).toEqual([]);
    expect(later.ranked[0]?.sentence.text).toBe(HOSPITAL);
  });

  it('is what its follow-ups go on from, not what was asked before it', async () => {
    const { ranked, carried } = await find(WHO_BUILT_IT, [WHERE_BRIDGE, WHEN, WHERE_HOSPITAL]);
    expect(carried).toEqual([WHERE_HOSPITAL]);
    expect(ranked[0]?.sentence.text).toBe(HOSPITAL_BUILDER);
  });

  it('that the documents know nothing of is not answered from the topic before', async () => {
    const { carried, confidence } = await find(UNKNOWN, [WHERE_BRIDGE]);
    expect(carried).toEqual([]);
    expect(confidence).toBeLessThan(ANSWER_THRESHOLD);
    expect((await find(WHEN, [WHERE_BRIDGE, UNKNOWN])).confidence).toBeLessThan(ANSWER_THRESHOLD);
  });
});
