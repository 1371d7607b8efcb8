import { describe, expect, it } from 'vitest';

import { createRandom, draw } from '../../scripts/scale/random.ts';
import { locate, locateIn } from '../../src/proof/locate.ts';
import { cutQuote, mutateQuotes } from '../support/quote-mutations.ts';
import { respellQuote } from '../support/quote-spellings.ts';
import { openStatement } from '../support/statement.ts';

const snapshot = await openStatement();
const source = snapshot.documents.get('statement')?.source ?? '';
const sentences = snapshot.passages.flatMap((passage) => passage.sentences);
const texts = sentences.map(({ text }) => text);

function variant(quote: string): boolean[] {
  return locate(snapshot, quote).map((place) => place.variant);
}

describe('locate', () => {
  it('finds no quote that was changed, of 600', () => {
    const mutations = mutateQuotes(texts, source, { random: createRandom(1), count: 600 });
    const accepted = mutations.filter(
      ({ text }) =>
        locate(snapshot, text).length > 0 || locateIn(snapshot.passages, text).length > 0,
    );
    expect(accepted).toStrictEqual([]);
  });

  it('finds every quote in any spelling, of 700, and gives the spelling of the document', () => {
    const random = createRandom(2);
    for (let turn = 0; turn < 700; turn += 1) {
      const quote = cutQuote(draw(random, texts), random).join(' ');
      const { text } = respellQuote(quote, turn, random);
      const places = locate(snapshot, text);
      expect(places).not.toHaveLength(0);
      expect(places).toStrictEqual(locateIn(snapshot.passages, text));
      for (const place of places) {
        expect(place.text).toBe(source.slice(place.start, place.end));
        expect(place.text.replaceAll(/[\s\p{P}]/gu, '')).toBe(quote.replaceAll(/[\s\p{P}]/gu, ''));
      }
    }
  });

  it('finds a quote of two sentences that follow each other, but not of two passages', () => {
    const [, , , agreement] = snapshot.passages;
    const [first, second] = agreement?.sentences ?? [];
    const [place] = locate(snapshot, `${first?.text} ${second?.text}`);
    expect(place?.sentences).toStrictEqual([first, second]);
    expect(locate(snapshot, `${texts[0]} ${texts[1]}`)).toStrictEqual([]);
  });

  it('begins and ends at whole words', () => {
    expect(locate(snapshot, 'شاندی عێراق')).not.toHaveLength(0);
    expect(locate(snapshot, 'شاندی عێرا')).toHaveLength(0);
    expect(locate(snapshot, 'اندی عێراق')).toHaveLength(0);
    expect(locate(snapshot, 'ساڵی ٢٠٠٨')).toHaveLength(0);
    expect(locate(snapshot, '٢٠٠٨')).toHaveLength(1);
    expect(locate(snapshot, '٢٠٠')).toHaveLength(0);
  });

  it('says whether letters or digits are spelt otherwise, not so for punctuation', () => {
    expect(variant('رۆژی چوارشەممە ٠٧ - ٠٤ - ٢٠٢١ بەڕێوەچوو')).toStrictEqual([false]);
    expect(variant('«رۆژی چوارشەممە ٠٧-٠٤-٢٠٢١، بەڕێوەچوو»')).toStrictEqual([false]);
    expect(variant('ڕۆژی چوارشەممە 07/04/2021 بەڕێوەچوو')).toStrictEqual([true]);
  });

  it('takes an ellipsis for words left out, in order and within a passage', () => {
    const [place] = locate(snapshot, 'گەڕی سێیەمی دیالۆگی ستراتیژیی … بەڕێوەچوو، کۆتاییهات');
    expect(place?.text).toBe(source.slice(place?.start, place?.end));
    expect(place?.text).toMatch(/^گەڕی سێیەمی .* کۆتاییهات$/u);
    const [omitted] = place?.omitted ?? [];
    expect(source.slice(omitted?.start, omitted?.end)).toContain('چوارشەممە');
    expect(locate(snapshot, 'کۆتاییهات ... گەڕی سێیەمی دیالۆگی')).toStrictEqual([]);
  });

  it('finds English in the rendition, with offsets of the rendition', () => {
    const [place] = locate(snapshot, 'dialogue is the only right way to resolve crises', {
      side: 'english',
    });
    expect(place?.text).toBe('Dialogue is the only right way to resolve crises');
    expect(place?.sentences[0]?.rendition?.text).toContain(place?.text);
    expect(locate(snapshot, 'Dialogue is the only right way')).toStrictEqual([]);
  });

  it('finds nothing without a word, nor in another document', () => {
    expect(locate(snapshot, '… ، "')).toStrictEqual([]);
    expect(locate(snapshot, 'شاندی عێراق', { document: 'other' })).toStrictEqual([]);
  });
});
