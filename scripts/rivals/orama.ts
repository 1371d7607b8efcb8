import { create, insertMultiple, search } from '@orama/orama';

import type { Retriever } from './retriever.ts';
import { splitWords } from './words.ts';

/**
 * Orama with its default ranking. It has no Sorani: its tokenizer for English, the default, throws every Arabic letter away, and the
 * one for Arabic the letters that Arabic lacks (پ چ ژ گ ڤ ڕ ڵ ۆ ێ ە ک ی). So it gets a tokenizer for letters of any script, which,
 * like its own, takes each word of a text once. What costs it most is none of this: a word finds all words that begin with it, each
 * at full weight, and Sorani's short ones begin many.
 */
export function createOrama(): Retriever {
  const engine = create({
    schema: { id: 'string', text: 'string' } as const,
    components: {
      tokenizer: {
        language: 'english',
        normalizationCache: new Map<string, string>(),
        tokenize: (text: string) => [...new Set(splitWords(text))],
      },
    },
  });
  return {
    name: 'Orama',
    note: 'its defaults, language "english", with a tokenizer for letters of any script',
    index: async (passages) => {
      await insertMultiple(engine, [...passages]);
    },
    search: async (term, limit) => {
      const { hits } = await search(engine, { term, limit, properties: ['text'] });
      return hits.map(({ id }) => id);
    },
  };
}
