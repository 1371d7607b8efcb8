import { citedWords, strengthOf } from '../proof/cited-words.ts';
import type { Snapshot } from '../retrieval/snapshot.ts';
import type { TextSide } from '../retrieval/text-side.ts';
import type { Evidence } from './evidence.ts';
import type { Matcher } from './matcher.ts';

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
  matcher: Matcher,
  documents: Snapshot['documents'],
): Evidence[] {
  const more = others.filter(
    (other) =>
      other.score >= NEAR_SCORE * first.score &&
      sharedShare(first, other, matcher, documents) >= LEAST_SHARE,
  );
  return [first, ...more.slice(0, LONGEST_LIST - 1).toSorted(byPlace(first))];
}

/** What of the question both sentences say, divided by what the first says; 0 where the title leaves nothing to compare. */
function sharedShare(
  first: Evidence,
  other: Evidence,
  { asked }: Matcher,
  documents: Snapshot['documents'],
): number {
  const side = first.match.english > first.match.sorani ? 'english' : 'sorani';
  const title = titleWords(other, side, documents);
  let shared = 0;
  let all = 0;
  for (const [place, { term, weight }] of asked[side].entries()) {
    if (term.stopword || strengthOf(term, title) >= SAID_BY_TITLE) continue;
    const strength = first.match.strengths[side][place] ?? 0;
    all += weight * strength;
    shared += weight * Math.min(strength, other.match.strengths[side][place] ?? 0);
  }
  return all === 0 ? 0 : shared / all;
}

function titleWords(
  { hit }: Evidence,
  side: TextSide,
  documents: Snapshot['documents'],
): ReturnType<typeof citedWords>[TextSide] {
  const title = documents.get(hit.passage.document)?.description.title;
  return citedWords([title?.ckb ?? '', title?.en ?? ''])[side];
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

function documentOf({ hit }: Evidence): string {
  return hit.passage.document;
}
