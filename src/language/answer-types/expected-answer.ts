import { analyse } from '../analysis.ts';
import type { Term } from '../analysis.ts';
import { foldWord } from '../fold.ts';
import { questionType } from '../question-type.ts';
import type { QuestionType } from '../question-type.ts';
import type { ExpectedKind } from './expected-kind.ts';
import { countedNoun, namedNoun, officeNoun } from './question-nouns.ts';
import {
  ALTERNATIVE,
  AMOUNTS,
  CITY,
  COUNTRY,
  DESCRIBES,
  DURATION_VERBS,
  ENGLISH_PLURAL,
  HOW_SAID,
  LENGTH_IS,
  LIST,
  NAME_OF,
  NUMBER_ASKED,
  OR_NOT,
  PERSON_NOUNS,
  PLACE,
  PLURAL,
  PRICE,
  SHARE,
  SORANI_HOW_MANY,
  YES_NO_START,
} from './question-patterns.ts';
import type { Rule } from './question-patterns.ts';

/** What a question asks for, as finely as its words tell. */
export interface ExpectedAnswer {
  readonly kind: ExpectedKind;
  /** The words of the question that say what is counted or named, as they stand in it; empty where nothing does. */
  readonly noun: readonly string[];
  /** Whether several are asked for: which countries, کام وڵاتانە. */
  readonly many: boolean;
}

/**
 * What a question asks for.
 *
 * @param words the question's words, as `Query.words` has them: normalised, in the spelling of the documents.
 */
export function expectAnswer(words: string): ExpectedAnswer {
  const terms = analyse(words);
  const plain = spelt(terms.map(({ text }) => text)).join(' ');
  const type = questionType(words);
  const kind = kindOf(type, plain, terms);
  return { kind, noun: nounOf(kind, type, terms), many: asksForSeveral(plain) };
}

/** Letters that only a Kurdish keyboard types; normalising makes ڕ of every initial ر. */
const KURDISH_LETTER = /(?<=.)\u0695|[\u06B5\u06C6\u06CE]/u;

/** Words as the patterns know them: whoever types none of ڕ ڵ ۆ ێ means them where plain letters stand. */
function spelt(words: readonly string[]): readonly string[] {
  return words.some((word) => KURDISH_LETTER.test(word)) ? words : words.map(foldWord);
}

function asksForSeveral(words: string): boolean {
  return PLURAL.test(words) || LIST.test(words) || ENGLISH_PLURAL.test(words);
}

function nounOf(kind: ExpectedKind, type: QuestionType, terms: readonly Term[]): string[] {
  if (kind === 'count' || kind === 'ordinal') return countedNoun(terms);
  if (kind === 'person') return officeNoun(terms, PERSON_NOUNS);
  if (type === 'which' || type === 'what' || kind === 'named') return namedNoun(terms);
  return [];
}

/** Kinds by what else is known of a question: its words. Types that are not here have one kind only. */
const BY_TYPE: Readonly<
  Partial<Record<QuestionType, (words: string, terms: readonly Term[]) => ExpectedKind>>
> = {
  who: whoKind,
  'how-many': (_, terms) => (countedNoun(terms).length > 0 ? 'count' : 'number'),
  where: whereKind,
  which: (words, terms) => placeOrThing(words) ?? namedKind(terms, true),
  what: (words, terms) => placeOrThing(words) ?? namedKind(terms, NAME_OF.test(words)),
  how: (words) => (HOW_SAID.test(words) ? 'other' : 'manner'),
  other: plainKind,
};
const ONE_KIND: Readonly<Partial<Record<QuestionType, ExpectedKind>>> = {
  why: 'reason',
  when: 'date',
};
/** Questions of these types ask for an amount only by accident of a word. */
const NO_AMOUNT: ReadonlySet<QuestionType> = new Set(['why', 'who', 'other']);

function kindOf(type: QuestionType, words: string, terms: readonly Term[]): ExpectedKind {
  const amount = NO_AMOUNT.has(type) ? null : amountOf(words);
  return amount ?? ONE_KIND[type] ?? BY_TYPE[type]?.(words, terms) ?? 'other';
}

function amountOf(words: string): ExpectedKind | null {
  if (SHARE.test(words) && SORANI_HOW_MANY.test(words)) return 'percent';
  const amount = AMOUNTS.find(([, asks]) => asks.test(words))?.[0] ?? null;
  // "how long is the bridge" asks for its length, "how long did it last" for the time.
  const isLength = LENGTH_IS.test(words) && !DURATION_VERBS.test(words);
  return amount === 'duration' && isLength ? 'length' : amount;
}

function whoKind(words: string): ExpectedKind {
  if (PERSON_NOUNS.test(words) || NAME_OF.test(words)) return 'person';
  return DESCRIBES.test(words) ? 'role' : 'agent';
}

function whereKind(words: string): ExpectedKind {
  if (COUNTRY.test(words)) return 'country';
  return CITY.test(words) ? 'city' : 'place';
}

const THINGS: readonly Rule[] = [
  ['number', NUMBER_ASKED],
  ['country', COUNTRY],
  ['city', CITY],
  ['place', PLACE],
  ['list', LIST],
];

function placeOrThing(words: string): ExpectedKind | null {
  return THINGS.find(([, asks]) => asks.test(words))?.[0] ?? null;
}

function namedKind(terms: readonly Term[], byName: boolean): ExpectedKind {
  const noun = namedNoun(terms);
  if (noun.length === 0) return 'other';
  if (PERSON_NOUNS.test(noun.join(' '))) return 'person';
  return byName ? 'named' : 'other';
}

function plainKind(words: string): ExpectedKind {
  if (PRICE.test(words)) return 'money';
  if (ALTERNATIVE.test(words) && !OR_NOT.test(words)) return 'alternatives';
  if (LIST.test(words)) return 'list';
  return YES_NO_START.test(words) || words.split(' ').length > 2 ? 'yes-no' : 'other';
}
