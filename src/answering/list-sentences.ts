import type { CorpusDocument, DocumentId } from '../corpus/document.ts';
import { citedWords, strengthOf } from '../proof/cited-words.ts';
import type { CitedWords } from '../proof/cited-words.ts';
import type { Snapshot } from '../retrieval/snapshot.ts';
import type { TextSide } from '../retrieval/text-side.ts';
import type { Vocabulary } from '../retrieval/vocabulary.ts';
import type { Evidence } from './evidence.ts';
import type { Matcher, WeightedConcept } from './matcher.ts';

/** Of a list, the sentences that stand at least this near to the first … */
const NEAR_SCORE = 0.6;
/** … and say at least this share of what it says of the question, but for what the title says for the whole document. */
const LEAST_SHARE = 0.75;
const LONGEST_LIST = 4;
/** From here on a title says a word of the question. */
const SAID_BY_TITLE = 0.65;

/** The sentences of a list: the best one, then those that say the same of the question, in the order of the text. */
export function listFrom(
  first: Evidence,
  others: readonly Evidence[],
  { asked }: Matcher,
  documents: Snapshot['documents'],
): Evidence[] {
  const side = first.match.english > first.match.sorani ? 'english' : 'sorani';
  const terms = asked[side];
  // A document has one title: what that says of the question is found once.
  const compared = new Map<DocumentId, readonly number[]>();
  const more = others.filter((other) => {
    if (other.score < NEAR_SCORE * first.score) return false;
    const document = documentOf(other);
    const places =
      compared.get(document) ?? untold(terms, titleWords(documents.get(document))[side]);
    compared.set(document, places);
    return sharedShare(first, other, { side, terms, places }) >= LEAST_SHARE;
  });
  return [first, ...more.slice(0, LONGEST_LIST - 1).toSorted(byPlace(first))];
}

/** The terms of a question that sentences are compared by, on one side. */
interface ComparedTerms {
  readonly side: TextSide;
  readonly terms: readonly WeightedConcept[];
  /** The positions among them of those that count. */
  readonly places: readonly number[];
}

/** The positions of the terms of content that a title doesn't say. */
function untold(terms: readonly WeightedConcept[], title: Vocabulary): number[] {
  return terms.flatMap(({ term }, place) =>
    term.stopword || strengthOf(term, title) >= SAID_BY_TITLE ? [] : [place],
  );
}

/** What of the question both sentences say, divided by what the first says; 0 where the title leaves nothing to compare. */
function sharedShare(
  first: Evidence,
  other: Evidence,
  { side, terms, places }: ComparedTerms,
): number {
  let shared = 0;
  let all = 0;
  for (const place of places) {
    const weight = terms[place]?.weight ?? 0;
    const strength = first.match.strengths[side][place] ?? 0;
    all += weight * strength;
    shared += weight * Math.min(strength, other.match.strengths[side][place] ?? 0);
  }
  return all === 0 ? 0 : shared / all;
}

/** The words of titles, each read with the first list that is made of its document. */
const titles = new WeakMap<CorpusDocument, CitedWords>();

function titleWords(document: CorpusDocument | undefined): CitedWords {
  if (document === undefined) return citedWords([]);
  const { ckb, en } = document.description.title;
  const words = titles.get(document) ?? citedWords([ckb, en]);
  titles.set(document, words);
  return words;
}

/** The first one's document before others, each in the order of its text. */
function byPlace(first: Evidence): (left: Evidence, right: Evidence) => number {
  const own = documentOf(first);
  return (left, right) => {
    const [one, two] = [documentOf(left), documentOf(right)];
    if (one === two) return left.sentence.start - right.sentence.start;
    if (one === own || two === own) return one === own ? -1 : 1;
    return one < two ? -1 : 1;
  };
}

function documentOf({ hit }: Evidence): DocumentId {
  return hit.passage.document;
}
