import type { DocumentId } from '../corpus/document.ts';
import { mean, median } from './averages.ts';
import type { SentencePair } from './bitext.ts';
import { shortForm } from './short-form.ts';

/** How the English sentence is put. */
const QUERY_FORMS = {
  sentence: (english: string) => english,
  fiveWords: shortForm,
} as const;
export type QueryForm = keyof typeof QUERY_FORMS;

/** Finds documents, best first, each once. */
export type FindDocuments = (query: string, top: number) => Promise<readonly DocumentId[]>;

/** How often the translation was found; shares from 0 to 1, null without a pair. */
interface BitextScores {
  readonly accuracy1: number | null;
  readonly mrr10: number | null;
  readonly medianMs: number;
  /** By document: from 1 to 10, null where it was not among the first ten. */
  readonly ranks: Readonly<Record<DocumentId, number | null>>;
}

/** What a bitext came to. */
export interface BitextReport {
  readonly file: string;
  readonly pairs: number;
  readonly forms: Readonly<Record<QueryForm, BitextScores>>;
}

const TOP = 10;

/** Looks for the Sorani of each pair by its English, one query after the other, in both forms. */
export async function evaluateBitext(
  pairs: readonly SentencePair[],
  file: string,
  find: FindDocuments,
): Promise<BitextReport> {
  return {
    file,
    pairs: pairs.length,
    forms: {
      sentence: await score(pairs, QUERY_FORMS.sentence, find),
      fiveWords: await score(pairs, QUERY_FORMS.fiveWords, find),
    },
  };
}

async function score(
  pairs: readonly SentencePair[],
  form: (english: string) => string,
  find: FindDocuments,
): Promise<BitextScores> {
  const ranks = new Map<DocumentId, number | null>();
  const times: number[] = [];
  for (const { document, english } of pairs) {
    const query = form(english);
    const started = performance.now();
    const found = await find(query, TOP);
    times.push(performance.now() - started);
    ranks.set(document, found.includes(document) ? found.indexOf(document) + 1 : null);
  }
  return {
    accuracy1: mean(Array.from(ranks.values(), (rank) => (rank === 1 ? 1 : 0))),
    mrr10: mean(Array.from(ranks.values(), (rank) => (rank === null ? 0 : 1 / rank))),
    medianMs: median(times),
    ranks: Object.fromEntries(ranks),
  };
}
