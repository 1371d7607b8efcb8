import type { AnswerLanguage } from '../answering/answer.ts';

const FIRST_STRONG = /[\p{Script=Arabic}\p{Script=Latin}]/u;
const ARABIC = /\p{Script=Arabic}/u;

/**
 * A title within our own words: isolated (U+2068 … U+2069) where it begins in the other direction, so that the signs round it keep their
 * place. Never for quotes, which stay as the document has them.
 */
export function isolateFor(language: AnswerLanguage, title: string): string {
  const first = FIRST_STRONG.exec(title)?.[0];
  const isOther = first !== undefined && ARABIC.test(first) !== (language === 'ckb');
  return isOther ? `\u2068${title}\u2069` : title;
}
