import { describe, expect, it } from 'vitest';

import { UsageError } from '../../src/errors.ts';
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

  it('asks the embeddings it is given', () => {
    expect(snapshot.vectors.dimensions).toBe(EMBEDDINGS.dimensions);
    expect(snapshot.vectorOwners).toHaveLength(snapshot.passages.length);
  });
});
