import { analyse } from '../language/analysis.ts';
import type { ExpectedAnswer } from '../language/answer-types/expected-answer.ts';
import { FIGURES } from '../language/answer-types/expected-kind.ts';
import type { ExpectedKind } from '../language/answer-types/expected-kind.ts';
import { countedNoun } from '../language/answer-types/question-nouns.ts';
import type { Query } from '../retrieval/query.ts';
import type { SearchResult } from '../retrieval/search.ts';
import { surroundingsOf } from './answer-surroundings.ts';
import { askedWords, shareOf, strengthOf } from './asked-words.ts';
import type { AskedWord } from './asked-words.ts';
import type { Evidence } from './evidence.ts';
import type { Match, Matcher } from './matcher.ts';

/** What speaks for and against the documents answering a question. All figures are 0 to 1. */
export interface Signals {
  /** How surely the best sentence lacks the kind of thing asked for: a date, a sum of money, a person. */
  readonly untyped: number;
  /**
   * The same where an English question is answered from Sorani without a rendition, else 0: the best sentence is more often a neighbour
   * of the right one there, so what it lacks tells less.
   */
  readonly untypedAcross: number;
  /** How many of the question's words the document of the best sentence says, of six: one word agrees by chance, six don't. */
  readonly agreeing: number;
  /** How surely the best sentence says the word of the question that it says least: a short question met whole is met. */
  readonly complete: number;
  /** The share of the question's words that none of the passages found says: a question about something else altogether. */
  readonly unsaid: number;
  /** The share of the question's numbers and ordinals that the passage lacks: the _fourth_ round. */
  readonly missingNumerals: number;
  /**
   * Where a fact is asked for, the share of the question that hangs on the weightiest word that its passage lacks: who was _arrested_, which
   * _university_. An account of why or how may use other words, a fact hardly can.
   */
  readonly missingWord: number;
  /** Where no fact is asked for, how much more of the question the passage holds than any passage of another document. */
  readonly distinct: number;
  /** How much of the question stands round what may answer it, best of the passage's sentences: a date of something else stands apart. */
  readonly near: number;
  /** Where a figure is asked for, how surely none stands beside what is counted or measured. */
  readonly uncounted: number;
  /** 1 where a person is asked for: sentences are full of names, so that one stands there proves little. */
  readonly asksPerson: number;
  /** 1 where yes or no, or one of two, is asked for: nothing in a sentence shows that it decides. */
  readonly asksWhether: number;
}

export const SIGNAL_NAMES = [
  'untyped',
  'untypedAcross',
  'agreeing',
  'complete',
  'unsaid',
  'missingNumerals',
  'missingWord',
  'distinct',
  'near',
  'uncounted',
  'asksPerson',
  'asksWhether',
] as const satisfies readonly (keyof Signals)[];

/** What is known of a question and what was found for it. */
export interface Findings {
  readonly query: Pick<Query, 'words' | 'language'>;
  readonly asked: SearchResult['asked'];
  readonly matcher: Pick<Matcher, 'words'>;
  readonly expected: ExpectedAnswer;
  /** Sentences, the best first. */
  readonly ranked: readonly Evidence[];
}

const ASK_FIGURE: ReadonlySet<ExpectedKind> = new Set<ExpectedKind>(FIGURES);
/** Those of the figures that count what a noun says; of a price or a length the noun is whose it is. */
const COUNTS: ReadonlySet<ExpectedKind> = new Set<ExpectedKind>(['ordinal', 'count', 'number']);
/** Kinds that are answered by an account, in whatever words; all others by a fact: a name, a place, a time, a figure. */
const ACCOUNTS: ReadonlySet<ExpectedKind> = new Set<ExpectedKind>([
  'reason',
  'manner',
  'role',
  'list',
  'yes-no',
  'alternatives',
  'other',
]);

/** From here on a text is taken to say a word. */
const SAID = 0.5;
/** As many words as these agree by no accident. */
const ENOUGH_WORDS = 6;
/** How much a sentence holds of the kind of thing asked for. */
const HELD = { absent: 0, present: 0.5, new: 1, untold: 1 } as const;

/** What is known of a question's best sentence; null where there is none, or the question has no word of content. */
export function readSignals(findings: Findings): Signals | null {
  const { query, expected, ranked } = findings;
  const [best] = ranked;
  const words = askedWords(findings.matcher.words, query.words);
  // Numbers alone ask nothing.
  if (best === undefined || words.every(({ text }) => /^[\d.,]+$/u.test(text))) return null;
  const untyped = 1 - best.answer.typed;
  const isAcross = query.language === 'en' && best.analysed.english.length === 0;
  const asksFact = !ACCOUNTS.has(expected.kind);
  return {
    untyped,
    untypedAcross: isAcross ? untyped : 0,
    agreeing: agreeing(words, best, ranked),
    complete: complete(words, best.match),
    unsaid: unsaid(words, ranked),
    missingNumerals: best.missingNumerals,
    missingWord: asksFact ? weightiestMissing(words, best.context) : 0,
    distinct: asksFact ? 0 : distinct(words, best, ranked),
    ...surroundings(words, best, findings),
    asksPerson: expected.kind === 'person' ? 1 : 0,
    asksWhether: expected.kind === 'yes-no' || expected.kind === 'alternatives' ? 1 : 0,
  };
}

function agreeing(
  words: readonly AskedWord[],
  { hit }: Evidence,
  ranked: readonly Evidence[],
): number {
  const own = ranked.filter((one) => one.hit.passage.document === hit.passage.document);
  const contexts = [...new Set(own.map(({ context }) => context))];
  const said = words.filter((word) =>
    contexts.some((context) => strengthOf(word, context) >= SAID),
  );
  return Math.min(1, said.length / ENOUGH_WORDS);
}

/** A likeness up to this is by chance … */
const DOUBTFUL = 0.4;
/** … and one from here on is the word itself, in another form. */
const SURE = 0.9;

function complete(words: readonly AskedWord[], match: Match): number {
  const least = Math.min(...words.map((word) => strengthOf(word, match)));
  return Math.min(1, Math.max(0, (least - DOUBTFUL) / (SURE - DOUBTFUL)));
}

function unsaid(words: readonly AskedWord[], ranked: readonly Evidence[]): number {
  const contexts = [...new Set(ranked.map(({ context }) => context))];
  const lacking = words.filter((word) =>
    contexts.every((context) => strengthOf(word, context) < SAID),
  );
  return lacking.length / words.length;
}

function weightiestMissing(words: readonly AskedWord[], context: Match): number {
  const total = words.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return 0;
  return Math.max(...words.map((word) => word.weight * (1 - strengthOf(word, context)))) / total;
}

function distinct(
  words: readonly AskedWord[],
  { hit, context }: Evidence,
  ranked: readonly Evidence[],
): number {
  const others = ranked.filter((one) => one.hit.passage.document !== hit.passage.document);
  const held = (match: Match): number => shareOf(words, (word) => strengthOf(word, match));
  const contexts = new Set(others.map((one) => one.context));
  return Math.max(0, held(context) - Math.max(0, ...Array.from(contexts, held)));
}

function surroundings(
  words: readonly AskedWord[],
  best: Evidence,
  { query, asked, expected, ranked }: Findings,
): Pick<Signals, 'near' | 'uncounted'> {
  const asksFigure = ASK_FIGURE.has(expected.kind);
  const nouns = new Set(COUNTS.has(expected.kind) ? countedNoun(analyse(query.words)) : []);
  const passage = ranked.filter((one) => one.hit.passage === best.hit.passage);
  const found = passage.map((one) => surroundingsOf(one, { asked, words, nouns, asksFigure }));
  const near = Math.max(...found.map((one) => one.near));
  if (!asksFigure) return { near, uncounted: 0 };
  const counted = words.some(({ text }) => nouns.has(text))
    ? found.map(({ noun }) => noun)
    : passage.map(({ answer }) => HELD[answer.presence]);
  return { near, uncounted: 1 - Math.max(...counted) };
}
