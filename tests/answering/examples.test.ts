import { describe, expect, it } from 'vitest';

import { createAnswerer } from '../../src/answering/answerer.ts';
import { dependenceOf } from '../../src/answering/follow-up.ts';
import { readMessages } from '../../src/app.ts';
import { Headwords } from '../../src/language/glossary.ts';
import { EMBEDDINGS } from '../support/index-fixtures.ts';
import { keptLog } from '../support/kept-log.ts';
import { openStatement } from '../support/statement.ts';

const snapshot = await openStatement();
const answerer = createAnswerer({
  snapshot: () => snapshot,
  embeddings: EMBEDDINGS,
  messages: await readMessages('data', 'answering'),
  headwords: async () => new Headwords([]),
  model: null,
  log: keptLog().log,
});
const { ckb, en } = snapshot.documents.get('statement')?.description.examples ?? {
  ckb: [],
  en: [],
};

describe('the examples of the statement', () => {
  it.each(ckb.map((text, place) => [text, en[place] ?? '']))(
    '%s and %s are answered with the same sentence, whatever was asked before',
    async (sorani, english) => {
      const answers = await Promise.all([sorani, english].map((text) => answerer.answer({ text })));
      for (const answer of answers) {
        expect(answer.status).toBe('answered');
        expect(answer.confidence).toBeGreaterThanOrEqual(0.7);
      }
      const [first, second] = answers.map(({ citations }) => citations[0]?.sentence);
      expect(first).toBe(second);
      expect([sorani, english].map(dependenceOf)).toEqual(['none', 'none']);
    },
  );

  it('are about ten sentences', async () => {
    const answers = await Promise.all(ckb.map((text) => answerer.answer({ text })));
    expect(new Set(answers.map(({ citations }) => citations[0]?.sentence)).size).toBe(10);
  });
});
