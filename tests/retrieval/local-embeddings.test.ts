import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { tokenise } from '../../src/language/tokens.ts';
import { LocalEmbeddings } from '../../src/retrieval/local-embeddings.ts';
import { anyText, FIXED } from '../support/any-text.ts';

const embeddings = new LocalEmbeddings();

function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, component, axis) => sum + component * (right[axis] ?? 0), 0);
}

async function cosine(left: string, right: string): Promise<number> {
  return dot(await embeddings.embedQuery(left), await embeddings.embedQuery(right));
}

describe('LocalEmbeddings', () => {
  it('gives unit vectors, and the zero vector for a text without a word', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const vector = await embeddings.embedQuery(text);
        expect(vector).toHaveLength(embeddings.dimensions);
        expect(Math.hypot(...vector)).toBeCloseTo(tokenise(text).length === 0 ? 0 : 1, 5);
      }),
      { ...FIXED, numRuns: 200 },
    );
  });

  it.each(['', ' \n', '؟!… "', '🙂🙂', '\u200F\u202B', '\u0000'])(
    'gives the zero vector for %j',
    async (text) => {
      expect(new Set(await embeddings.embedQuery(text))).toEqual(new Set([0]));
    },
  );

  it('gives the same vector each time, alone or in a batch, to questions and documents', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { maxLength: 4 }), async (texts) => {
        const again = new LocalEmbeddings();
        const each = await Promise.all(texts.map((text) => again.embedQuery(text)));
        expect(await embeddings.embedDocuments(texts)).toEqual(each);
      }),
      { ...FIXED, numRuns: 30 },
    );
  });

  it.each([
    ['Arabic ك and ي for ک and ی', 'كوردي', 'کوردی'],
    ['digits of any kind', '٢٠٢١', '۲۰۲۱'],
    ['a keyboard without ڵ', 'وڵات', 'ولات'],
    ['capital letters', 'Baghdad', 'BAGHDAD'],
    ['a stretched word', 'شـــار', 'شار'],
  ])('does not tell apart %s', async (_, left, right) => {
    expect(await cosine(left, right)).toBeCloseTo(1, 5);
  });

  it.each([
    ['an ending', 'وەزیر', 'وەزیرەکانی', 'بازاڕ'],
    ['a typing error', 'پەرلەمانتاران', 'پەرلەمانتارانن', 'قوتابخانەکان'],
    ['a compound', 'نیشتمان', 'نیشتمانپەروەر', 'گەنم'],
    ['shared words', 'وەزیری دەرەوەی عێراق', 'وەزیری دەرەوەی ئەمریکا', 'نرخی نەوت لە بازاڕ'],
    ['content before grammar', 'لە بازاڕ بۆ من', 'بازاڕی گەورە', 'لە ماڵ بۆ من'],
    ['English endings', 'delegations', 'delegation', 'education'],
  ])('puts nearer what differs only in %s', async (_, text, near, far) => {
    expect(await cosine(text, near)).toBeGreaterThan(await cosine(text, far));
  });

  it('is named in the manifest with its size', () => {
    expect(embeddings.id).toContain(String(embeddings.dimensions));
  });
});
