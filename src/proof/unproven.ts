import { agrees, datesIn } from '../language/dates.ts';
import type { DateMention } from '../language/dates.ts';
import { numbersIn } from '../language/numbers.ts';
import type { NumberMention } from '../language/numbers.ts';
import { tokenise } from '../language/tokens.ts';
import type { Token } from '../language/tokens.ts';
import type { Dictionary } from '../retrieval/dictionary.ts';
import { unprovenAbsolutes } from './absolutes.ts';
import { citedNames, nameStands, namesIn } from './names.ts';
import { negationsIn } from './negations.ts';
import { oppositionOf } from './opposites.ts';
import { wrongPair } from './pairing.ts';
import { isTurned, withoutAnswer } from './polarity.ts';
import { readClaim } from './support.ts';

/** Something that a claim says and what it cites doesn't. */
export interface Unproven {
  readonly kind: 'number' | 'date' | 'name' | 'negation' | 'opposite' | 'absolute' | 'pair';
  /** The words of the claim. */
  readonly text: string;
  /** One English sentence, for a log or for whoever mends the claim. */
  readonly reason: string;
}

/**
 * What a claim says that texts don't prove; empty where they prove all of it. Both may be in either language. Numbers and dates must
 * stand there by value, names as they are or as the lexicon or their sounds say, nothing may be denied that the texts affirm or the
 * other way round, and no word may say the opposite or claim that it holds further. Its other words aren't compared.
 *
 * @param texts what the claim cites: quotes, their renditions, titles.
 */
export function unproven(
  claim: string,
  texts: readonly string[],
  dictionary: Dictionary,
): Unproven[] {
  return [...unprovenValues(claim, texts), ...unprovenWords(claim, texts, dictionary)];
}

/** The dates and numbers of a claim that stand in none of the texts, by value; in either language. */
export function unprovenValues(claim: string, texts: readonly string[]): Unproven[] {
  const { dates, numbers } = valuesIn(claim);
  const said = numbers.filter(
    (number) => !isPronoun(number, claim) && !isPartOfName(number, claim),
  );
  // Most claims give none: reading what they cite all the same took a third of the time of an answer.
  if (dates.length === 0 && said.length === 0) return [];
  const cited = texts.map(valuesIn);
  return [...unprovenDates(claim, dates, cited), ...unprovenNumbers(claim, said, cited)];
}

/** What a text says by value. */
interface Values {
  readonly tokens: readonly Token[];
  readonly dates: readonly DateMention[];
  /** Those outside dates. */
  readonly numbers: readonly NumberMention[];
}

function valuesIn(text: string): Values {
  const tokens = tokenise(text);
  const dates = datesIn(text, tokens);
  const numbers = numbersIn(text, tokens).filter(
    ({ start }) => !dates.some((date) => date.start <= start && start < date.end),
  );
  return { tokens, dates, numbers };
}

function unprovenDates(
  claim: string,
  said: readonly DateMention[],
  cited: readonly Values[],
): Unproven[] {
  const stand = cited.flatMap(({ dates }) => dates);
  return said
    .filter((date) => !stand.some((other) => agrees(date, other)))
    .map(({ start, end }) => {
      const text = claim.slice(start, end);
      return { kind: 'date', text, reason: `The date "${text}" is not in what is cited.` };
    });
}

function unprovenNumbers(
  claim: string,
  said: readonly NumberMention[],
  cited: readonly Values[],
): Unproven[] {
  if (said.length === 0) return [];
  const stand = cited.flatMap(numbersStanding);
  return said
    .filter((number) => !stand.some((other) => isSameNumber(number, other)))
    .map(({ start, end }) => {
      const text = claim.slice(start, end);
      return { kind: 'number', text, reason: `The number "${text}" is not in what is cited.` };
    });
}

/** "one" and یەک are said of anything. */
function isPronoun({ value, ordinal, start, end }: NumberMention, claim: string): boolean {
  return value === 1 && !ordinal && !/\p{N}/u.test(claim.slice(start, end));
}

/** COVID-19: the word before the hyphen is compared as a name. A letter or two (F-16) name nothing without the number. */
function isPartOfName({ start }: NumberMention, claim: string): boolean {
  return /\p{Script=Latin}{3,}[-\u2010\u2011]$/u.test(claim.slice(0, start));
}

/** What a text gives as numbers: those outside dates, the years of dates, and what "both" and هەردوو say. */
function numbersStanding({
  tokens,
  dates,
  numbers,
}: Values): Pick<NumberMention, 'value' | 'unit'>[] {
  const years = dates.flatMap(({ year }) => (year === null ? [] : [{ value: year, unit: null }]));
  const both = tokens.flatMap(({ text: word }) => {
    if (BOTH.test(word)) return [{ value: 2, unit: null }];
    return ALL_THREE.test(word) ? [{ value: 3, unit: null }] : [];
  });
  return [...numbers, ...years, ...both];
}

const BOTH = /^(?:both|هەردوو)/u;
const ALL_THREE = /^هەرسێ/u;

/** Per cent is no amount, and an amount of one currency none of another; one without a currency may have lost it. */
function isSameNumber(
  said: Pick<NumberMention, 'value' | 'unit'>,
  stands: Pick<NumberMention, 'value' | 'unit'>,
): boolean {
  if (said.value !== stands.value) return false;
  if (said.unit === stands.unit) return true;
  return said.unit === null && stands.unit !== '%';
}

/** The names of a claim that stand in none of the texts; in either language. */
export function unprovenNames(
  claim: string,
  texts: readonly string[],
  dictionary: Dictionary,
): Unproven[] {
  const { lexicon } = dictionary;
  const names = namesIn(claim, lexicon);
  if (names.length === 0) return [];
  const cited = citedNames(texts, lexicon);
  const read = readClaim(claim, dictionary);
  return names
    .filter((name) => !nameStands(name, read, cited))
    .map(({ text }) => ({
      kind: 'name',
      text,
      reason: `The name "${text}" is not in what is cited.`,
    }));
}

function unprovenWords(
  claim: string,
  texts: readonly string[],
  dictionary: Dictionary,
): Unproven[] {
  const found = unprovenNames(claim, texts, dictionary);
  if (isTurned(claim, texts, dictionary)) {
    const text = negationsIn(withoutAnswer(claim), dictionary.lexicon)[0]?.text ?? claim;
    const reason = 'The claim denies what is cited, or affirms what that denies.';
    found.push({ kind: 'negation', text, reason });
  }
  found.push(...unprovenSense(claim, texts));
  const pair = wrongPair(claim, texts, dictionary);
  if (pair !== null) {
    const reason = `What is cited does not put these together: "${pair.text}".`;
    found.push({ kind: 'pair', text: pair.text, reason });
  }
  return found;
}

/** What a claim turns round or takes further than the texts do, by a single word. */
function unprovenSense(claim: string, texts: readonly string[]): Unproven[] {
  const absolutes = unprovenAbsolutes(claim, texts).map((text): Unproven => {
    const reason = `"${text}" claims more than what is cited.`;
    return { kind: 'absolute', text, reason };
  });
  const opposition = oppositionOf(claim, texts);
  if (opposition === null) return absolutes;
  const { said: text, stands } = opposition;
  const reason = `What is cited says "${stands}", not "${text}".`;
  return [...absolutes, { kind: 'opposite', text, reason }];
}
