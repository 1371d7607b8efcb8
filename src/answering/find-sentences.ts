import type { QuestionEmbeddings } from '../retrieval/near-passages.ts';
import type { Snapshot } from '../retrieval/snapshot.ts';
import type { Citation } from './answer.ts';
import { citeEvidence } from './cite.ts';
import type { Evidence } from './evidence.ts';
import { findEvidence } from './find-evidence.ts';
import type { Trace } from './find-evidence.ts';
import { isVerbatim } from './verify.ts';

/** What to look for sentences in, and how many of them. */
interface FindOptions {
  /** Only this document. Default: all. */
  readonly document?: string | undefined;
  /** The most sentences. Default: 5; there are never more than 20. */
  readonly top?: number;
  /** Ends a wait for the question's vector. */
  readonly signal?: AbortSignal | undefined;
}

/** Finds sentences about something, and makes no answer of them. */
export interface SentenceFinder {
  /**
   * The sentences that come nearest to a question or to some words, the best first: verbatim, with the marker 0, no two with the same words
   * in one document, at most two of one passage. None where nothing is asked, or nothing says any of it.
   *
   * @throws {UnknownDocumentError} if `document` is not in the index.
   */
  find(text: string, options?: FindOptions): Promise<Citation[]>;
}

const USUAL_TOP = 5;
/** A sentence this far behind the best one is a fiftieth as likely to be what is looked for; see Evidence.score. */
const FARTHEST = 4;
/** Sentences of one passage say much the same. */
const MOST_OF_PASSAGE = 2;

/** @param snapshot the snapshot to look in, asked anew each time. */
export function createSentenceFinder(
  snapshot: () => Snapshot,
  embeddings: QuestionEmbeddings,
): SentenceFinder {
  return {
    async find(text, { document, top = USUAL_TOP, signal } = {}) {
      const serving = snapshot();
      const question = { text, ...(document === undefined ? {} : { document }) };
      const trace = await findEvidence(serving, embeddings, question, signal);
      if (!asksSomething(trace)) return [];
      return withoutRepeats(thinned(nearOf(trace)), trace)
        .filter((citation) => isVerbatim(citation, serving.documents))
        .slice(0, top);
    },
  };
}

/** Words that only join others stand in every sentence. */
function asksSomething({ query: { terms } }: Trace): boolean {
  return [...terms.sorani, ...terms.english].some(({ stopword }) => !stopword);
}

/** The sentences that say any of it, down to the farthest. */
function nearOf({ ranked }: Trace): Evidence[] {
  const said = ranked.filter(({ match }) => match.coverage > 0);
  const least = (said[0]?.score ?? 0) - FARTHEST;
  return said.filter(({ score }) => score >= least);
}

/** The best of each passage, in the order given. */
function thinned(ranked: readonly Evidence[]): Evidence[] {
  const taken = new Map<string, number>();
  return ranked.filter(({ hit: { passage } }) => {
    const count = taken.get(passage.id) ?? 0;
    taken.set(passage.id, count + 1);
    return count < MOST_OF_PASSAGE;
  });
}

function withoutRepeats(ranked: readonly Evidence[], { matcher }: Trace): Citation[] {
  const seen = new Set<string>();
  return ranked
    .map((evidence) => citeEvidence(evidence, 0, matcher))
    .filter(({ document, quote }) => {
      const key = `${document}\n${quote}`;
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    });
}
