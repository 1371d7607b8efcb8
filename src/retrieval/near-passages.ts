import { EmbeddingError } from './embeddings.ts';
import type { PassageEmbeddings, VectorUse } from './embeddings.ts';
import type { Snapshot } from './snapshot.ts';

/** What questions are embedded with. Any LangChain embeddings will do that the snapshot was built with. */
export type QuestionEmbeddings = Pick<PassageEmbeddings, 'embedQuery'> & Partial<VectorUse>;

/** A question, as embeddings may want it. */
interface AskedQuestion {
  readonly typed: string;
  readonly inWordsOfDocuments: () => string;
  /** Whether only one document counts. */
  readonly isWithin: boolean;
  readonly signal: AbortSignal | undefined;
}

/** The passages near a question. */
interface NearPassages {
  /** Cosine of the nearest of a passage's vectors, above 0, by the number of the passage; of those among the neighbours. */
  readonly scores: ReadonlyMap<number, number>;
  /** Share of these in a passage's score; 0 where there was no vector. */
  readonly share: number;
  /** Why the embeddings that are configured had no part in it; null where they had. */
  readonly missed: string | null;
}

/** Of embeddings that don't say how they are to be used. */
const DEFAULT_USE: VectorUse = { questionAs: 'typed', share: 0.2 };
/** Neighbours asked of the vector index: several per hit, because a passage may own two vectors. */
const NEIGHBOURS = 64;
/** With a document named, neighbours in others don't count: ask for more. */
const NEIGHBOURS_WITHIN = 512;

/** Looks for the passages near a question. Where its vector can't be had, there are none. @throws the reason of an aborted signal. */
export async function nearPassages(
  snapshot: Snapshot,
  configured: QuestionEmbeddings,
  question: AskedQuestion,
): Promise<NearPassages> {
  const embeddings = snapshot.standIn?.embeddings ?? configured;
  const { questionAs, share } = useOf(embeddings);
  const text = questionAs === 'typed' ? question.typed : question.inWordsOfDocuments();
  const cause = snapshot.standIn?.cause ?? null;
  // Signs alone mean nothing, and yet a model would find something near them.
  if (!/[\p{L}\p{N}]/u.test(text)) return { scores: new Map(), share, missed: cause };
  try {
    const vector = await embeddings.embedQuery(text, { signal: question.signal });
    const scores = scoreNeighbours(snapshot, vector, question.isWithin);
    return { scores, share, missed: cause };
  } catch (error) {
    if (!(error instanceof EmbeddingError)) throw error;
    return { scores: new Map(), share: 0, missed: error.message };
  }
}

function useOf({
  questionAs = DEFAULT_USE.questionAs,
  share = DEFAULT_USE.share,
}: QuestionEmbeddings): VectorUse {
  return { questionAs, share };
}

function scoreNeighbours(
  snapshot: Snapshot,
  vector: readonly number[],
  isWithin: boolean,
): Map<number, number> {
  const best = new Map<number, number>();
  const count = isWithin ? NEIGHBOURS_WITHIN : NEIGHBOURS;
  for (const { label, score } of snapshot.vectors.search(Float32Array.from(vector), count)) {
    const owner = snapshot.vectorOwners[label] ?? 0;
    best.set(owner, Math.max(best.get(owner) ?? 0, score));
  }
  return best;
}
