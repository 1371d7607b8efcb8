import { FIGURES, PLACES } from '../language/answer-types/expected-kind.ts';
import type { ExpectedKind } from '../language/answer-types/expected-kind.ts';
import { DATES } from '../language/answer-types/span.ts';
import type { Snapshot } from '../retrieval/snapshot.ts';
import { TEXT_SIDES } from '../retrieval/text-side.ts';
import type { TextSide } from '../retrieval/text-side.ts';
import { exclude, valueOf } from './answer-values.ts';
import type { Evidence } from './evidence.ts';
import type { Trace } from './find-evidence.ts';
import { listFrom } from './list-sentences.ts';
import type { Matcher } from './matcher.ts';
import { tellOfSameThing } from './same-thing.ts';

/** The sentences that an answer is made of, best first; or, where documents disagree, the newer document's first. */
export interface Choice {
  readonly sentences: readonly Evidence[];
  /** How they stand to each other: the first answers and the others add to it, each answers, or they say different things. */
  readonly relation: 'rest' | 'list' | 'differ';
}

/** A second sentence is cited where it stands at least this near to the first … */
const NEAR_SCORE = 0.85;
/** … and tells at least this share of the question that the first doesn't. */
const NEW_SHARE = 0.2;
/** Another document's sentence that stands this near answers as well, where several things may be true. */
const EQUAL_SCORE = 0.95;
/** Another document contradicts where its sentence is at least this near. */
const RIVAL_SCORE = 0.75;

/**
 * What has one answer only, of all times and places. No `time`: hours, and times told by another, aren't compared (answer-values.ts);
 * no `agent`: it depends on how the question asks.
 */
const ONE_ANSWER: ReadonlySet<ExpectedKind> = new Set<ExpectedKind>([
  'person',
  ...PLACES,
  ...DATES,
  ...FIGURES,
]);
/** "Who is …?" has one answer, "who said …?" may have many. */
const ASKS_WHO_IT_IS = /(?:^who (?:is|was) |(?:^| )(?:کێیە|کێ بوو|کێ بووە)$)/u;

/** Chooses from ranked sentences those that answer together. */
export function chooseSentences(
  { ranked, expected, matcher, query }: Pick<Trace, 'ranked' | 'expected' | 'matcher' | 'query'>,
  { documents, lexicon }: Pick<Snapshot, 'documents' | 'lexicon'>,
): Choice {
  const [first, ...others] = ranked;
  if (first === undefined) return { sentences: [], relation: 'rest' };
  if (expected.kind === 'list' || expected.many) {
    return { sentences: listFrom(first, others, matcher, documents), relation: 'list' };
  }
  const elsewhere = others.filter((other) => !isOfOne(first, other));
  const hasOne = hasOneAnswer(expected.kind, query.words);
  const rival = elsewhere.find(
    (other) =>
      hasOne &&
      contradicts(first, other) &&
      tellOfSameThing(first, other, { matcher, expected }, lexicon),
  );
  if (rival !== undefined)
    return { sentences: newerFirst(first, rival, documents), relation: 'differ' };
  const second =
    elsewhere.find((other) => !hasOne && answersAsWell(first, other, matcher)) ??
    others.find((other) => isOfOne(first, other) && answersTheRest(first, other, matcher));
  if (second === undefined) return { sentences: [first], relation: 'rest' };
  // What answers stands before what only leads up to it.
  const leadsUp = hasOne && first.answer.presence === 'absent' && second.answer.presence === 'new';
  return { sentences: leadsUp ? [second, first] : [first, second], relation: 'rest' };
}

/** Whether two sentences are of one document. */
function isOfOne(one: Evidence, other: Evidence): boolean {
  return one.hit.passage.document === other.hit.passage.document;
}

function hasOneAnswer(kind: ExpectedKind, words: string): boolean {
  return ONE_ANSWER.has(kind) || (kind === 'agent' && ASKS_WHO_IT_IS.test(words));
}

/** Whether a sentence gives another value for what was asked: another date, number or name. */
function contradicts(first: Evidence, other: Evidence): boolean {
  if (other.score < RIVAL_SCORE * first.score) return false;
  const [one, two] = [first, other].map(({ answer, sentence }) =>
    valueOf(answer.sorani, sentence.text),
  );
  return (
    one !== null && one !== undefined && two !== null && two !== undefined && exclude(one, two)
  );
}

function newerFirst(
  first: Evidence,
  rival: Evidence,
  documents: Snapshot['documents'],
): readonly Evidence[] {
  // Dates are written year first, so that they sort as text; another form is as good as none.
  const dateOf = ({ hit }: Evidence): string =>
    /^\d{4}(?:-\d{2}){0,2}$/u.exec(
      documents.get(hit.passage.document)?.description.date ?? '',
    )?.[0] ?? '';
  return dateOf(rival) > dateOf(first) ? [rival, first] : [first, rival];
}

/** Whether another document's sentence holds as much of the question, each word as surely. */
function answersAsWell(first: Evidence, other: Evidence, matcher: Matcher): boolean {
  return (
    other.score >= EQUAL_SCORE * first.score &&
    other.answer.presence === first.answer.presence &&
    TEXT_SIDES.every((side) => newShare(other, first, matcher, side) < NEW_SHARE / 2)
  );
}

/** Whether a sentence tells what the first leaves open: the date or name that it lacks, or more of the question where it lacks none. */
function answersTheRest(first: Evidence, other: Evidence, matcher: Matcher): boolean {
  if (other.score < NEAR_SCORE * first.score) return false;
  const [given, added] = [first.answer.presence === 'new', other.answer.presence === 'new'];
  if (given !== added) return added && first.answer.presence === 'absent';
  const side = first.match.english > first.match.sorani ? 'english' : 'sorani';
  return newShare(first, other, matcher, side) >= NEW_SHARE;
}

/** The share of the question that the second sentence says beyond the first. */
function newShare(first: Evidence, second: Evidence, matcher: Matcher, side: TextSide): number {
  let beyond = 0;
  let all = 0;
  for (const [place, { weight }] of matcher.asked[side].entries()) {
    const before = first.match.strengths[side][place] ?? 0;
    beyond += weight * Math.max(0, (second.match.strengths[side][place] ?? 0) - before);
    all += weight;
  }
  return all === 0 ? 0 : beyond / all;
}
