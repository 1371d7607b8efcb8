import { describe, expect, it } from 'vitest';

import { citeSentence } from '../../src/answering/cite.ts';
import { createQuoteExplainer } from '../../src/answering/explain-quote.ts';
import type { QuoteExplanation } from '../../src/answering/explain-quote.ts';
import { Headwords } from '../../src/language/glossary.ts';
import { readLexicon } from '../../src/retrieval/read-lexicon.ts';
import type { Snapshot } from '../../src/retrieval/snapshot.ts';
import { snapshotOfTexts } from '../support/snapshot-of-texts.ts';
import { openStatement } from '../support/statement.ts';

const statement = await openStatement();
const { files } = await readLexicon('data/lexicon');
const headwords = new Headwords(files);
let serving: Snapshot = statement;
const explainer = createQuoteExplainer({
  snapshot: () => serving,
  headwords: async () => headwords,
});
const sentences = statement.passages.flatMap((passage) =>
  passage.sentences.map((sentence) => ({ sentence, passage })),
);
const texts = sentences.map(({ sentence }) => sentence.text);

async function explain(quote: string, language: 'ckb' | 'en' = 'ckb'): Promise<QuoteExplanation> {
  const explained = await explainer.explainQuote({ quote }, language);
  if (explained === null) throw new Error(`Nothing explains ${quote}.`);
  return explained;
}

function glossed({ gloss }: QuoteExplanation): string[] {
  return gloss.map(({ sorani, english }) => `${sorani} = ${english}`);
}

describe('what explains a mark', () => {
  it('is its sentence, those beside it, and its words in English', async () => {
    const explained = await explain('ئاژانسە زانستییەکانی ئەمریکا');
    const place = texts.indexOf(explained.citation.quote);
    expect(explained.citation).toMatchObject({ marker: 0, document: 'statement' });
    expect(explained.before).toBe(texts[place - 1]);
    expect(explained.after).toBe(texts[place + 1]);
    expect(glossed(explained)).toEqual([
      'ئاژانسە = agency',
      'زانستییەکانی = science',
      'ئەمریکا = United States',
    ]);
  });

  it('is the citation that was shown, with its number', async () => {
    const [, second] = sentences;
    if (second === undefined) throw new Error('The statement is short.');
    const citations = [citeSentence(second.passage, second.sentence, 3, () => 0)];
    const quote = 'چەکی پەرش و بڵاو';
    const explained = await explainer.explainQuote({ quote, citations }, 'ckb');
    expect(explained?.citation).toEqual(citations[0]);
  });

  it('is in English where the reader reads English and there is a rendition', async () => {
    const explained = await explain('face fewer power cuts', 'en');
    expect(explained.before).toMatch(/^The joint statement says/u);
    expect(explained.after).toMatch(/^Both sides also stressed/u);
    expect(glossed(explained)).toContain('بڕانی کارەبا = power cut');
    // Words of the sentence that were not marked.
    expect(glossed(explained).join()).not.toContain('reform');
  });

  it('goes on from one paragraph to the next, and ends with the document', async () => {
    const explained = await Promise.all(texts.map((text) => explain(text)));
    expect(explained.map(({ before }) => before)).toEqual([null, ...texts.slice(0, -1)]);
    expect(explained.map(({ after }) => after)).toEqual([...texts.slice(1), null]);
  });

  it('has words of content that the lexicon knows, each once, the rarest first', async () => {
    for (const text of texts) {
      const { gloss } = await explain(text);
      expect(gloss.length).toBeLessThanOrEqual(12);
      expect(new Set(gloss.map(({ sorani }) => sorani)).size).toBe(gloss.length);
      for (const { sorani, english } of gloss) {
        expect(text).toContain(sorani);
        expect(english).toMatch(/^[A-Za-z][\w' .-]*$/u);
      }
    }
    expect(glossed(await explain('لیژنەی هاوئاهەنگی باڵا')).at(-1)).toBe(
      'هاوئاهەنگی = coordination',
    );
    expect(glossed(await explain('کارەبای هەرزانتر و باشتریان هەبێت'))).not.toContain('و = and');
  });

  it('is nothing where no document has the words', async () => {
    expect(await explainer.explainQuote({ quote: 'bluetooth' }, 'en')).toBeNull();
    expect(await explainer.explainQuote({ quote: '' }, 'ckb')).toBeNull();
  });

  it('is in Sorani where there is no rendition, and a sentence too long to quote is cited where it was marked', async () => {
    const clause = 'ڕێگای شاری کەلار بە درێژیی چل کیلۆمەتر نۆژەن دەکرێتەوە';
    const long = Array.from({ length: 10 }, (_, place) => clause.replace('کەلار', `کەلار ${place}`));
    serving = await snapshotOfTexts([`سەرەتا هات. ${long.join('، ')}.`], statement.lexicon);
    const explained = await explain('شاری کەلار 9 بە درێژیی', 'en');
    expect(explained.citation.quote.length).toBeLessThanOrEqual(400);
    expect(explained.citation.quote).toContain('کەلار 9');
    expect(explained.before).toBe('سەرەتا هات.');
    serving = statement;
  });
});

it('knows what asks for it', () => {
  expect(explainer.asksMeaning('ئەمە یانی چی؟')).toBe(true);
  expect(explainer.asksMeaning('کێ سەرۆکایەتیی شاندی عێراقی کرد؟')).toBe(false);
});
