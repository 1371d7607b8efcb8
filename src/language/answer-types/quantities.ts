import { lazily } from '../lazily.ts';
import { BEFORE, BEHIND, NUMBER, NUMBER_ENDING } from './numbers.ts';
import { findAll, overlaps, wholeWords } from './span.ts';
import type { ReadableText, SpanKind, TypedSpan } from './span.ts';

/** Endings that a Sorani unit takes. */
const END =
  '(?:ییەکانی|ییەکەی|یەکانی|ەکانی|یەکەی|ەکەی|ییە|یە|ەکە|ەکان|ێکی|ێک|یەک|یدا|ەدا|دا|ی|ە|ان|ش)?';

const SORANI_CURRENCY =
  'دۆلار|دینار|پاوەند|یۆرۆ|یورۆ|لیرە|تمەن|ڕیاڵ|ڕیال|یەن|یوان|فرانک|ڕوبڵ|ڕۆبڵ|ڕوپیە|ڕوپی|درهەم|پاون|سەنت|کرۆن';
const ENGLISH_CURRENCY =
  '(?:(?:us|american|iraqi|canadian|australian) )?(?:dollars?|dinars?|pounds?|euros?|lira|tomans?|rials?|yen|yuan|francs?|roubles?|rubles?|rupees?|dirhams?|cents?|pence|crowns?)';
const SORANI_TIME = 'چرکە|خولەک|دەقە|دەقیقە|کاتژمێر|سەعات|ڕۆژ|شەو|هەفتە|مانگ|ساڵ|دەیە|سەدە|وەرز';
const ENGLISH_TIME =
  '(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|century|centuries)';
const SORANI_LENGTH = 'کیلۆمەتر|سانتیمەتر|سانتیم|ملیمەتر|مەتر|کم|سم|میل|فووت|فوت|فیت|پێ|ئینج|یارد';
const ENGLISH_LENGTH =
  '(?:kilomet(?:re|er)s?|centimet(?:re|er)s?|millimet(?:re|er)s?|met(?:re|er)s?|km|cm|mm|miles?|feet|foot|ft|inch(?:es)?|yards?)';
const SORANI_WEIGHT = 'کیلۆگرام|کیلۆ|گرام|میلیگرام|ملیگرام|تەن|تۆن';
const ENGLISH_WEIGHT = '(?:kilograms?|kilos?|kg|grams?|tonnes?|tons?|ounces?|lbs?|stone)';

/** What stands behind a number of a kind; it begins where the number ends. */
const BEHIND_NUMBER: readonly (readonly [SpanKind, string])[] = [
  ['percent', `(?:ی)? ?(?:[%\u066A]|(?:لە ?سەد|percent|per cent|pct)\\p{L}{0,4}${BEHIND})`],
  ['money', ' ?[$£€¥]'],
  ['money', `(?:ی)? ?(?:${SORANI_CURRENCY})${END}${BEHIND}`],
  ['money', `[ -]${ENGLISH_CURRENCY}${BEHIND}(?: (?:a|per) (?:day|week|month|year))?`],
  ['age', ` ?ساڵ(?:ی تەمەن\\p{L}*|ان|انە|ە)${BEHIND}`],
  ['age', `[- ](?:years?|months?)[- ]old${BEHIND}`],
  ['duration', `(?:ی)? ?(?:${SORANI_TIME})${END}${BEHIND}(?: و نیو\\p{L}{0,2}${BEHIND})?`],
  ['duration', `(?:[- ](?:more|full|long|consecutive|straight))?[- ]${ENGLISH_TIME}${BEHIND}`],
  ['length', `(?:ی)? ?(?:${SORANI_LENGTH})${END}${BEHIND}`],
  ['length', `[- ]?${ENGLISH_LENGTH}${BEHIND}`],
  ['weight', `(?:ی)? ?(?:${SORANI_WEIGHT})${END}${BEHIND}`],
  ['weight', `[- ]?${ENGLISH_WEIGHT}${BEHIND}`],
];

/** What begins with a sign or word of its kind, the number behind it. */
const BEFORE_NUMBER: readonly (readonly [SpanKind, string])[] = [
  ['percent', `${BEFORE}(?:لە ?سەد|سەد)(?:ا|ی|دا)? ?${NUMBER}${NUMBER_ENDING}${BEHIND}`],
  ['percent', `[%\u066A] ?${NUMBER}`],
  ['money', `(?:us)?[$£€¥] ?${NUMBER}(?:bn|m|k|tn)?`],
  ['age', `${BEFORE}تەمەن(?:ی|یان)? ?${NUMBER}(?: ?ساڵ\\p{L}{0,5})?`],
  ['age', `${BEFORE}(?:aged|age of|at age|age) ${NUMBER}`],
  ['age', '(?<=\\p{L}, |\\p{L} \\()(?:[1-9][0-9])(?=[,)])'],
];

/** What needs no number: an hour, several weeks, half of; first, third. */
const WITHOUT_NUMBER: readonly (readonly [SpanKind, string, boolean])[] = [
  ['percent', `${BEFORE}(?:half|third|quarter|two-thirds|three-quarters)s? of${BEHIND}`, true],
  ['percent', `${BEFORE}(?:نیوەی|سێیەکی|چارەکی)${BEHIND}`, true],
  ['duration', `${BEFORE}(?:ماوەی )?(?:چەند|چەندین|نیو) (?:${SORANI_TIME})${END}${BEHIND}`, false],
  ['duration', `${BEFORE}(?:several|a few|half an?|an?|few) ${ENGLISH_TIME}${BEHIND}`, false],
  ['duration', `${BEFORE}(?:${SORANI_TIME})(?:ێک|یەک|ێکی|ێکە)${BEHIND}`, true],
  ['duration', `${BEFORE}(?:ماوە|for (?:decades|years|months|weeks|days|hours))${BEHIND}`, true],
  [
    'ordinal',
    `${BEFORE}(?:[0-9]+|(?:\\p{L}+ و )?(?:یەک|دوو|سێی|سێ|چوار|پێنج|شەش|حەوت|هەشت|نۆ|نۆی|دە|دەی|یازدە|دوازدە|بیست|سی|سەد))(?:ی|ه|ە)?(?:ەم|هەم|یەم|م)(?:ین|ی|دا|یندا)?${BEHIND}`,
    false,
  ],
  [
    'ordinal',
    `${BEFORE}(?:[0-9]+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)${BEHIND}`,
    false,
  ],
];

const STICKY = lazily(() =>
  BEHIND_NUMBER.map(([kind, pattern]) => [kind, new RegExp(pattern, 'uy')] as const),
);
const PREFIXED = lazily(() =>
  BEFORE_NUMBER.map(([kind, pattern]) => [kind, new RegExp(pattern, 'gu')] as const),
);
const OTHERS = lazily(() =>
  WITHOUT_NUMBER.map(([kind, pattern, weak]) => [kind, new RegExp(pattern, 'gu'), weak] as const),
);
const ANY_NUMBER = lazily(() => new RegExp(NUMBER, 'gu'));
const BARE = lazily(() => new RegExp(`${NUMBER}${NUMBER_ENDING}(?![\\p{L}\\p{N}])`, 'gu'));
const ONLY = /(?<!\p{L})تاک(?:ە|ی)(?!\p{L})/gu;

/** Money, ages, lengths and the like; last the numbers that are in none of them. */
export function findQuantities(text: ReadableText): TypedSpan[] {
  const others = OTHERS().flatMap(([kind, pattern, weak]) => findAll(text, pattern, kind, weak));
  const only = findAll(text, ONLY, 'number');
  const places = Array.from(
    text.text.matchAll(ANY_NUMBER()),
    (match) => [match.index, match.index + match[0].length] as const,
  );
  if (places.length === 0) return [...others, ...only];
  const measured = [
    ...places.flatMap(([start, end]) => withUnit(text, start, end)),
    ...PREFIXED().flatMap(([kind, pattern]) => findAll(text, pattern, kind)),
    ...others,
  ];
  const numbers = findAll(text, BARE(), 'number').filter(
    (span) => !measured.some((other) => !other.weak && overlaps(other, span)),
  );
  return [...measured, ...numbers, ...only];
}

/** The number at a place of the text as an amount, by the unit that follows it; none where no unit does. */
function withUnit(text: ReadableText, start: number, end: number): TypedSpan[] {
  return STICKY().flatMap(([kind, pattern]) => {
    pattern.lastIndex = end;
    const [unit] = pattern.exec(text.text) ?? [];
    if (unit === undefined) return [];
    return [{ kind, weak: false, ...wholeWords(text, start, end + unit.length) }];
  });
}
