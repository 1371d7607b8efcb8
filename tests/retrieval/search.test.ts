import { describe, expect, it } from 'vitest';

import { UsageError } from '../../src/errors.ts';
import { readQuery } from '../../src/retrieval/query.ts';
import { search } from '../../src/retrieval/search.ts';
import { dictionaryOf } from '../../src/retrieval/snapshot.ts';
import { TEXT_SIDES } from '../../src/retrieval/text-side.ts';
import { createPlace, EMBEDDINGS, find, LEXICON, snapshotOf } from '../support/index-fixtures.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder();

/** Best first for "ئاوی ڕووباری زێ"; no two of them by chance. */
const ORDER = [
  ['rivers', 'ئاوی ڕووباری زێ پاکە.', 'all three words'],
  ['rivers', 'ڕووباری زێ درێژە.', 'the two rarer words'],
  ['rivers', 'ڕووبارەکان وشک بوون.', 'one rare word, in another form'],
  ['town', 'ئاوی کانی پاکە.', 'one frequent word in few'],
  [
    'town',
    'ئاوی شارەکە لە هاوینی داهاتوودا بۆ هەموو گەڕەکێک دابین دەکرێت و نرخی بەرز نابێتەوە.',
    'one frequent word among many',
  ],
  ['town', 'وێستگەی ئاوەڕۆ لە ئازاردا تەواو دەبێت.', 'a word that only begins like one'],
] as const;
/** Shares nothing with the question. */
const MARKET = 'نرخی گەنم لە بازاڕ بەرز بووەوە.';

function passagesOf(document: string): string[] {
  return ORDER.filter(([where]) => where === document).map(([, text]) => text);
}

// In the documents they stand the other way round, so that the order of the documents can't pass for a ranking.
const place = createPlace(folder, {
  'rivers.ckb.txt': [MARKET, ...passagesOf('rivers').toReversed()].join('\n\n'),
  'town.ckb.txt': passagesOf('town').toReversed().join('\n\n'),
});
const snapshot = await snapshotOf(place.documents);

describe('search', () => {
  it.each([
    ['as it is written', 'ئاوی ڕووباری زێ'],
    ['on a keyboard without ڕ', 'ئاوی رووباری زێ'],
    ['on an Arabic keyboard', 'ئاوي ڕووباري زێ'],
    ['with a joiner and a direction mark', '\u200Fئاو\u200Cی ڕووباری زێ'],
  ])('ranks by how much of the question a passage holds: %s', async (_, question) => {
    const hits = await find(snapshot, question);
    const found = hits.map(({ passage }) => passage.text).filter((text) => text !== MARKET);
    expect(found).toEqual(ORDER.map(([, text]) => text));
    expect(hits.slice(0, found.length).map(({ passage }) => passage.text)).toEqual(found);
  });

  it('scores from 0 to 1, best first', async () => {
    const hits = await find(snapshot, 'ئاوی ڕووباری زێ');
    const scores = hits.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((left, right) => right - left));
    expect(Math.max(...scores)).toBeLessThanOrEqual(1);
    expect(Math.min(...scores)).toBeGreaterThan(0);
  });

  it('leaves ties in the order of the documents', async () => {
    const same = 'گەنم لە بازاڕ گران بوو.';
    const twins = createPlace(folder, { 'b.ckb.txt': same, 'c.ckb.txt': same, 'a.ckb.txt': same });
    const hits = await find(await snapshotOf(twins.documents), 'گەنم');
    expect(hits.map(({ passage }) => passage.document)).toEqual(['a', 'b', 'c']);
    expect(new Set(hits.map(({ score }) => score)).size).toBe(1);
  });

  it('gives passages whose offsets slice the source', async () => {
    for (const { passage } of await find(snapshot, 'ئاوی ڕووباری زێ')) {
      const source = snapshot.documents.get(passage.document)?.source;
      expect(source?.slice(passage.start, passage.end)).toBe(passage.text);
    }
  });

  it('keeps to the document that is named', async () => {
    const hits = await find(snapshot, 'ئاوی ڕووباری زێ', 'town');
    expect(hits.map(({ passage }) => passage.text)).toEqual(passagesOf('town'));
  });

  it('refuses an unknown document and names those there are', async () => {
    const failure = find(snapshot, 'ئاو', 'sea');
    await expect(failure).rejects.toThrow(UsageError);
    await expect(failure).rejects.toThrow(/"sea".*rivers, town/u);
  });

  it('finds nothing for a question without a word', async () => {
    expect(await find(snapshot, '؟!')).toEqual([]);
    expect(await find(snapshot, '')).toEqual([]);
  });

  it('finds the Sorani passage through its rendition', async () => {
    const rendered = createPlace(folder, {
      'land.ckb.txt': `${MARKET}\n\nڕووبارەکان وشک بوون.`,
      'land.en.txt': 'The price of wheat rose in the market.\n\nThe rivers fell dry.',
    });
    const hits = await find(await snapshotOf(rendered.documents), 'Why did the rivers dry up?');
    expect(hits[0]?.passage.text).toBe('ڕووبارەکان وشک بوون.');
  });

  it('finds a number in whatever digits', async () => {
    const dated = createPlace(folder, {
      'years.ckb.txt': 'لە ساڵی ٢٠٠٨ واژۆ کرا.\n\nلە ساڵی ٢٠٢١ واژۆ کرا.',
    });
    const dates = await snapshotOf(dated.documents);
    for (const question of ['ساڵی 2021', 'ساڵی ۲۰۲۱', 'ساڵی ٢٠٢١']) {
      const [hit] = await find(dates, question);
      expect(hit?.passage.text).toContain('٢٠٢١');
    }
  });

  it('searches the same with a lexicon of no entries', async () => {
    const bare = await snapshotOf(place.documents, { lexicon: { ...LEXICON, files: [] } });
    const hits = await find(bare, 'ئاوی ڕووباری زێ');
    expect(hits[0]?.passage.text).toBe(ORDER[0][1]);
  });

  it('tells what it looked for and what each part of that weighs, term by term', async () => {
    const query = readQuery('ئاوی ڕووباری فیل', dictionaryOf(snapshot));
    const { asked } = await search(snapshot, EMBEDDINGS, query, { top: 1 });
    for (const side of TEXT_SIDES) {
      const { concepts, weights } = asked[side];
      expect(concepts.map(({ term }) => term)).toEqual(query.terms[side]);
      expect(weights).toHaveLength(concepts.length);
    }
    // The rarer tells more: ئاو stands in three passages or four, ڕووبار in three, فیل in none.
    const [water = 0, river = 0, elephant = 0] = asked.sorani.weights;
    expect(river).toBeGreaterThan(water);
    expect(elephant).toBeGreaterThan(river);
    expect(asked.sorani.concepts.map(({ words }) => words.size > 0)).toEqual([true, true, false]);
  });

  it.each([
    ['Who is Blinken?', 'in English letters'],
    ['بلنکن کێیە؟', 'in another spelling'],
  ])('finds a name by its sound: %s, %s', async (question) => {
    const visit = 'وەزیر بلینکنی بینی.';
    const named = createPlace(folder, { 'visit.ckb.txt': `${MARKET}\n\n${visit}` });
    const hits = await find(await snapshotOf(named.documents), question);
    expect(hits[0]?.passage.text).toBe(visit);
    expect(hits[0]?.parts.lexical).toBeGreaterThan(0);
  });

  it('ranks by words of grammar where nothing else is asked', async () => {
    const hits = await find(snapshot, 'بۆ هەموو');
    expect(hits[0]?.passage.text).toBe(ORDER[4][1]);
  });

  it('gives no more hits than were asked for', async () => {
    const query = readQuery('ئاوی ڕووباری زێ', dictionaryOf(snapshot));
    const { hits } = await search(snapshot, EMBEDDINGS, query, { top: 2 });
    expect(hits.map(({ passage }) => passage.text)).toEqual([ORDER[0][1], ORDER[1][1]]);
  });

  it('asks the embeddings it is given', () => {
    expect(snapshot.vectors.dimensions).toBe(EMBEDDINGS.dimensions);
    expect(snapshot.vectorOwners).toHaveLength(snapshot.passages.length);
  });
});
