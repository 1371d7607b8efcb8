import type { DocumentId, Passage } from '../corpus/document.ts';
import { EmbeddingError } from '../retrieval/embeddings.ts';
import type { QuestionEmbeddings } from '../retrieval/near-passages.ts';
import { readQuery } from '../retrieval/query.ts';
import { search } from '../retrieval/search.ts';
import { dictionaryOf } from '../retrieval/snapshot.ts';
import type { Snapshot } from '../retrieval/snapshot.ts';
import { spread } from './spread.ts';

/** Which passages were looked for, and which of them were found; by their ids. */
export interface ProbeResult {
  readonly asked: ReadonlySet<string>;
  readonly found: ReadonlySet<string>;
}

const MOST_PASSAGES = 100;
/** Where most is taken over from before, which was looked for when it was new: so many of that, and one in ten of what is new. */
const LEAST_PASSAGES = 2;
const SHARE_OF_NEW = 1 / 10;
/** A passage that says the same as another one shares its place. */
const TOP = 3;
/** Of a sentence: fewer hardly tell a passage, more take longer to look for. */
const WORDS_ASKED = 8;

/** Passages from all over a snapshot, the same ones each time, most of them of what is new in it. */
export function sampleOf({ passages }: Snapshot, unchanged: ReadonlySet<DocumentId>): Passage[] {
  if (unchanged.size === 0) return spread(passages, MOST_PASSAGES);
  const isNew = ({ document }: Passage): boolean => !unchanged.has(document);
  const fresh = passages.filter(isNew);
  const most = Math.max(LEAST_PASSAGES, Math.ceil(fresh.length * SHARE_OF_NEW));
  const known = passages.filter((passage) => !isNew(passage));
  return [...spread(fresh, Math.min(MOST_PASSAGES, most)), ...spread(known, LEAST_PASSAGES)];
}

/** Vectors of questions may cost money, and say nothing here: those of the passages are probed by themselves. */
const WORDS_ALONE: QuestionEmbeddings = {
  questionAs: 'typed',
  share: 0,
  embedQuery: async () => Promise.reject(new EmbeddingError('Words alone are probed.')),
};

/** Looks for each passage by its longest sentence, as far as one would type it. */
export async function probe(snapshot: Snapshot, sample: readonly Passage[]): Promise<ProbeResult> {
  const asked = sample.filter((passage) => /\p{L}{2}/u.test(passage.text));
  const found = new Set<string>();
  for (const passage of asked) {
    const query = readQuery(remembered(passage), dictionaryOf(snapshot));
    const { hits } = await search(snapshot, WORDS_ALONE, query, { top: TOP });
    if (hits.some((hit) => hit.passage.text === passage.text)) found.add(passage.id);
  }
  return { asked: new Set(asked.map(({ id }) => id)), found };
}

function remembered({ sentences }: Passage): string {
  const longest = sentences.reduce(
    (long, { text }) => (text.length > long.length ? text : long),
    '',
  );
  return longest.split(/\s+/u).slice(0, WORDS_ASKED).join(' ');
}
