import { foldQuote } from '../../proof/quote-fold.ts';
import type { AnswerLanguage } from '../answer.ts';

/** A sentence longer than this is none, in UTF-16 code units: as long as a quote may be. */
const LONGEST = 400;
/**
 * Direction controls, letters without a width, tags and other characters that are not seen: with them, what is read isn't what stands
 * there. A joiner, U+200C or U+200D, is allowed where Sorani has one: behind a letter.
 */
const UNSEEN =
  /[\p{Cc}\p{Co}\p{Cn}\p{Cs}]|(?![\u200C\u200D])\p{Cf}|(?<!\p{Script=Arabic})[\u200C\u200D]/u;

/** Why the form of a sentence alone keeps it from being shown; empty where nothing does. */
export function doubtForm(text: string): string[] {
  const reasons: string[] = [];
  if (text.length > LONGEST) reasons.push(`It is longer than ${LONGEST} letters.`);
  if (UNSEEN.test(text)) reasons.push('It holds characters that are not seen.');
  return reasons;
}

/** The letters of each language's answers. */
const LETTERS: Readonly<Record<AnswerLanguage, RegExp>> = {
  ckb: /^\p{Script=Arabic}+$/u,
  en: /^\p{Script=Latin}+$/u,
};
/** What stands in addresses, markup, code, settings and paths, and hardly in a sentence of anybody's speech. */
const TECHNICAL = /[<>{}`|\\=_@#~^]|:\/\/|^--|^\/|\]\(|^www\.|[a-z0-9-]{2,}\.[a-z]{2,}|\w\/\w/iu;
/** Letters and digits mixed in a long row: keys, sums, encoded text. */
const ENCODED = /(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{8,}|[a-z\d+/=_-]{25,}/iu;

/**
 * Words that a sentence may only have from what it cites: those in other letters than its language's, and addresses, markup, code
 * and keys. One reason for all that stand nowhere there.
 */
export function doubtForeign(
  text: string,
  texts: readonly string[],
  language: AnswerLanguage,
): string[] {
  const cited = texts.map((one) => ` ${one} `);
  const folds = texts.map((one) => foldQuote(one).text);
  const words = text.match(/[\p{L}\p{M}\u200C\u200D]+/gu) ?? [];
  const foreign = words.filter(
    (word) =>
      !isWritten(word, language) && !folds.some((fold) => fold.includes(foldQuote(word).text)),
  );
  const technical = text
    .split(/\s+/u)
    .filter((piece) => TECHNICAL.test(piece) || ENCODED.test(piece))
    .filter((piece) => !cited.some((one) => one.includes(piece)));
  const all = [...new Set([...foreign, ...technical])];
  return all.length === 0 ? [] : [`"${all.join(' ')}" is not in what is cited.`];
}

function isWritten(word: string, language: AnswerLanguage): boolean {
  return LETTERS[language].test(word.replaceAll(/[\p{M}\u200C\u200D]/gu, ''));
}
