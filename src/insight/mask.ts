/** What stands for something that may say who wrote. */
const MASK = '‹…›';

const DIGIT = String.raw`[0-9٠-٩۰-۹]`;
/** Invisible marks of direction, which chat apps put around numbers. */
const MARKS = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

const IDENTIFYING: readonly RegExp[] = [
  // links, with or without a scheme
  /\b[a-z][a-z0-9+.-]*:\/\/\S+/giu,
  /\b(?:www\.|(?:t|telegram|wa|fb|facebook|instagram|tiktok)\.(?:me|com)\/)\S+/giu,
  /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu,
  /\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|net|org|info|me|io|krd|iq|gov|edu)\b(?:\/\S*)?/giu,
  // @names
  /@[\p{L}\p{N}_]{2,}/gu,
  // numbers of passports, cards and accounts: letters and digits mixed
  new RegExp(String.raw`(?<![\p{L}\p{N}])[A-Za-z]{1,4}-?${DIGIT}{6,}[A-Za-z0-9]*`, 'gu'),
];

/** Digits with what may stand between those of a telephone number. */
const LONG_NUMBER = new RegExp(String.raw`[+(]*${DIGIT}(?:[\s().\-/,٬،]{0,2}${DIGIT}){6,}`, 'gu');
/** 3,500,000 is an amount, and 7/4/2021 or 2021-04-07 a date. */
const AMOUNT = new RegExp(String.raw`^${DIGIT}{1,3}(?:[,.٬،]${DIGIT}{3})+$`, 'u');
const DATE = new RegExp(
  String.raw`^(?:${DIGIT}{1,2}[-/.]${DIGIT}{1,2}[-/.]${DIGIT}{4}|${DIGIT}{4}[-/.]${DIGIT}{1,2}[-/.]${DIGIT}{1,2})$`,
  'u',
);
/** Round, as amounts without separators are: 25000000. */
const ROUND = /[0٠۰]{4}$/u;

/**
 * A text without what may say who wrote it or about whom, as far as form tells: links, e-mail addresses, @names and long numbers become ‹…›.
 * Names of people have no form of their own, and stay.
 */
export function masked(text: string): string {
  let result = text.replaceAll(MARKS, '');
  for (const pattern of IDENTIFYING) result = result.replaceAll(pattern, MASK);
  return result.replaceAll(LONG_NUMBER, (number) =>
    AMOUNT.test(number) || DATE.test(number) || ROUND.test(number) ? number : MASK,
  );
}
