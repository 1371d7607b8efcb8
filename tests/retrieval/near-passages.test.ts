import { describe, expect, it } from 'vitest';

import { EmbeddingError } from '../../src/retrieval/embeddings.ts';
import { nearPassages } from '../../src/retrieval/near-passages.ts';
import type { QuestionEmbeddings } from '../../src/retrieval/near-passages.ts';
import { createPlace, EMBEDDINGS, MARKET, RIVER, snapshotOf } from '../support/index-fixtures.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const snapshot = await snapshotOf(createPlace(temporaryFolder()).documents);
const QUESTION = {
  typed: RIVER,
  inWordsOfDocuments: () => MARKET,
  isWithin: false,
  signal: undefined,
};

/** The local embeddings, used as these say; `asked` are the texts they are asked for. */
function embeddingsWith(use: Partial<QuestionEmbeddings>): {
  embeddings: QuestionEmbeddings;
  asked: string[];
} {
  const asked: string[] = [];
  const embedQuery = (text: string): Promise<number[]> => {
    asked.push(text);
    return EMBEDDINGS.embedQuery(text);
  };
  return { embeddings: { embedQuery, ...use }, asked };
}

function embeddingsThatFail(failure: Error): QuestionEmbeddings {
  const embedQuery = async (): Promise<never> => {
    throw failure;
  };
  return { embedQuery };
}

describe('the passages near a question', () => {
  it.each([
    [{}, RIVER, 0.2],
    [{ questionAs: 'typed', share: 0.5 } as const, RIVER, 0.5],
    [{ questionAs: 'words-of-documents', share: 0 } as const, MARKET, 0],
  ])('are looked for as the embeddings want it: %j', async (use, text, share) => {
    const { embeddings, asked } = embeddingsWith(use);
    const near = await nearPassages(snapshot, embeddings, QUESTION);
    expect(asked).toEqual([text]);
    expect(near).toMatchObject({ share, missed: null });
    const [best] = [...near.scores].toSorted(([, left], [, right]) => right - left);
    expect(snapshot.passages[best?.[0] ?? -1]?.text).toBe(text);
  });

  it('are none where the embeddings fail, and that is told', async () => {
    const failing = embeddingsThatFail(new EmbeddingError('It is down.'));
    const near = await nearPassages(snapshot, failing, QUESTION);
    expect(near).toEqual({ scores: new Map(), share: 0, missed: 'It is down.' });
  });

  it('are none of a question of signs alone', async () => {
    const { embeddings, asked } = embeddingsWith({});
    const near = await nearPassages(snapshot, embeddings, { ...QUESTION, typed: '؟! 🙂' });
    expect([...near.scores, ...asked]).toEqual([]);
  });

  it('are looked for with the embeddings that the snapshot was built with', async () => {
    const { embeddings, asked } = embeddingsWith({});
    const standIn = { embeddings: EMBEDDINGS, cause: 'It was down.' };
    const near = await nearPassages({ ...snapshot, standIn }, embeddings, QUESTION);
    expect(asked).toEqual([]);
    expect(near).toMatchObject({ share: EMBEDDINGS.share, missed: 'It was down.' });
  });

  it('fail with what else goes wrong', async () => {
    const failing = embeddingsThatFail(new Error('a fault of ours'));
    await expect(nearPassages(snapshot, failing, QUESTION)).rejects.toThrow('fault of ours');
  });
});
