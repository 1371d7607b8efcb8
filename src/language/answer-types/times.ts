import { alternatives, KURDISH_MONTHS, MONTHS, WEEKDAYS } from '../calendar.ts';
import { lazily } from '../lazily.ts';
import { BEFORE, BEHIND, NUMBER } from './numbers.ts';
import { byPlace, findAll } from './span.ts';
import type { ReadableText, SpanKind, TypedSpan } from './span.ts';

/** Endings of a Sorani noun of time. */
const END = '(?:ەکانی|ەکەی|یەکەی|ەکە|ەکان|یشدا|یدا|ەدا|دا|یش|ەش|ی|ێکی|ێک|ە|ان|انە)?';
const DAY = '(?:0?[1-9]|[12][0-9]|3[01])';
const YEAR = '(?:1[0-9]{3}|20[0-9]{2})';
const SORANI_MONTH = `(?:${alternatives(MONTHS, true)}|${KURDISH_MONTHS})`;
const ENGLISH_MONTH = `(?:${alternatives(MONTHS, false)})`;
const SORANI_DAY = `(?:${alternatives(WEEKDAYS, true)})`;
const ENGLISH_DAY = `(?:${alternatives(WEEKDAYS, false)})s?`;
const PART_OF_DAY =
  'بەرەبەیان|بەیانی|پێشنیوەڕۆ|پێش نیوەڕۆ|نیوەڕۆ|پاشنیوەڕۆ|پاش نیوەڕۆ|دوانیوەڕۆ|دوای نیوەڕۆ|ئێوارە|ئێوارەی|شەو|نیوەشەو';
const SORANI_DATE = `${BEFORE}${DAY} ?(?:ی|ـی|هەمی)? ?(?:مانگی )?${SORANI_MONTH}(?:ی|ە)?(?:[ ،,]+(?:ساڵی |ی )?${YEAR})?`;
/** A number in digits or words, or a word like "few": the unit behind it tells. */
const SOME = '(?:[0-9]+|\\p{L}+(?: و \\p{L}+)?)';
const LOW = '[-\u2013\u2014/.\u2010]';

type Pattern = readonly [kind: SpanKind, pattern: string, weak?: boolean];

/** What says when with at least one digit, by kind; patterns may overlap. */
const IN_DIGITS: readonly Pattern[] = [
  ['date', `${BEFORE}[0-9]{1,2} ?${LOW} ?[0-9]{1,2} ?${LOW} ?(?:[0-9]{4})${BEHIND}`],
  ['date', `${BEFORE}[0-9]{4} ?${LOW} ?[0-9]{1,2} ?${LOW} ?[0-9]{1,2}${BEHIND}`],
  ['date', SORANI_DATE],
  [
    'date',
    `${BEFORE}(?:the )?${DAY}(?:st|nd|rd|th)? (?:of )?${ENGLISH_MONTH}${BEHIND}\\.?(?:,? ${YEAR})?`,
  ],
  ['date', `${BEFORE}${ENGLISH_MONTH}\\.? ${DAY}(?:st|nd|rd|th)?${BEHIND}(?:,? ${YEAR})?`],
  ['month', `${BEFORE}${SORANI_MONTH}ی (?:ساڵی )?${YEAR}`],
  ['year', `${BEFORE}ساڵ(?:ی|انی|ەکانی) ?${YEAR}`],
  ['year', `${BEFORE}(?<![$£€])${YEAR}s?(?![,.][0-9])(?![\\p{N}])`],
  ['time', `${BEFORE}[0-9]{1,2}:[0-9]{2}${BEHIND}(?: ?(?:[ap]\\.?m\\.?|${PART_OF_DAY}))?`],
  ['time', `${BEFORE}[0-9]{1,2}(?:[.:][0-9]{2})? ?(?:[ap]\\.?m${BEHIND}\\.?|o'clock)`],
];

/** Likewise, without a digit. */
const IN_WORDS: readonly Pattern[] = [
  ['month', `${BEFORE}مانگی (?:${SORANI_MONTH}|${NUMBER})${END}${BEHIND}(?: ?ساڵی)?(?: ${YEAR})?`],
  [
    'month',
    `${BEFORE}(?:کانوونی (?:یەکەم|دووەم)|کانونی (?:یەکەم|دووەم)|تشرینی (?:یەکەم|دووەم)|نیسان|شوبات|ئایار|حوزەیران|تەمموو?ز|تەموو?ز|ئەیلوو?ل|سێپتەمبەر|ئۆکتۆبەر|نۆڤ[ەێ]مبەر|د[ێی]سەمبەر|جوو?لای)${END}${BEHIND}`,
  ],
  [
    'month',
    `${BEFORE}(?:(?:january|february|april|june|july|august|september|october|november|december)${BEHIND}|(?<=(?:in|since|until|by|last|next|of|early|late) )(?:march|may)${BEHIND})(?:,? ${YEAR})?`,
  ],
  ['weekday', `${BEFORE}(?:ڕۆژی )?${SORANI_DAY}${END}${BEHIND}`],
  ['weekday', `${BEFORE}${ENGLISH_DAY}${BEHIND}`],
  [
    'time',
    `${BEFORE}(?:کاتژمێر|سەعات|کات ژمێر)ی? ${NUMBER}(?:[:.][0-9]{2})?(?:ی|ـی| ـە)?(?: (?:${PART_OF_DAY}))?`,
  ],
  ['time', `${BEFORE}(?:noon|midnight|نیوەشەو)${BEHIND}`],
  [
    'relative-time',
    `${BEFORE}(?:ئەمڕۆ|دوێنێ|پێرێ|سبەی|سبەینێ|دووسبەی|ئەمشەو|دوێشەو|ئەمساڵ|پارساڵ|پار|پێرار|ئێستا|ئەوکات|today|yesterday|tomorrow|tonight|now)${END}${BEHIND}`,
  ],
  [
    'relative-time',
    `${BEFORE}(?:ڕۆژ|شەو|هەفتە|مانگ|ساڵ|وەرز|دەیە|سەدە|هاوین|زستان|بەهار|پایز|کۆتایی هەفتە)ی ?(?:ڕابردوو|ڕابوردوو|داهاتوو|پێشوو|ئایندە|دواتر|پاشتر)${END}${BEHIND}`,
  ],
  [
    'relative-time',
    `${BEFORE}(?:(?:last|next|this|that|coming|past|previous|following) (?:day|night|week|weekend|month|year|spring|summer|autumn|fall|winter|decade|century|morning|afternoon|evening|${ENGLISH_DAY}|${ENGLISH_MONTH}))${BEHIND}`,
  ],
  [
    'relative-time',
    `${BEFORE}${SOME} (?:ڕۆژ|هەفتە|مانگ|ساڵ|دەیە|کاتژمێر|خولەک)${END} (?:لەمەوبەر|لەمەوپێش|پێش ئێستا|پێشتر|دواتر|دوای)`,
  ],
  [
    'relative-time',
    `${BEFORE}${SOME} (?:second|minute|hour|day|week|month|year|decade)s? (?:ago|earlier|later|from now)${BEHIND}`,
  ],
  [
    'relative-time',
    `${BEFORE}(?:لە ?)?(?:سەرەتا|ناوەڕاست|کۆتایی|نیوەی یەکەم|نیوەی دووەم)ی ?(?:${KURDISH_MONTHS}|ساڵ|مانگ|هەفتە|سەدە|${YEAR})${END}`,
  ],
  [
    'relative-time',
    `${BEFORE}(?:the )?(?:beginning|middle|end|start|first half|second half|early|late|mid)(?: of)?[ -](?:the )?(?:week|month|year|century|spring|summer|autumn|winter|${YEAR})`,
  ],
  [
    'relative-time',
    `${BEFORE}لە (?:\\p{L}+ ){1,3}(?:داهاتوو|ڕابردوو|ئایندە)(?:دا|ەکاندا|ەکەدا|ەکان)?${BEHIND}`,
    true,
  ],
  [
    'relative-time',
    `${BEFORE}(?:coming|upcoming|future|next|forthcoming) (?:\\p{L}+ )?\\p{L}+`,
    true,
  ],
  [
    'relative-time',
    `${BEFORE}(?:بەرەبەیان|بەیانی|بەیانیان|نیوەڕۆ|ئێوارە|شەو|زستان|هاوین|پایز|بەهار|morning|afternoon|evening|night|spring|summer|autumn|winter)(?:ی|دا|یان|ان)?${BEHIND}`,
    true,
  ],
  [
    'relative-time',
    `${BEFORE}(?:لە ?کاتی|کاتێک|لەکاتێکدا|دوای|پاش|پێش|بەر لە|before|after|when|during|since|until) [^،,.؛;]{3,60}`,
    true,
  ],
];

function compile([kind, pattern, weak = false]: Pattern): readonly [SpanKind, RegExp, boolean] {
  return [kind, new RegExp(pattern, 'gu'), weak];
}

const DIGIT_PATTERNS = lazily(() => IN_DIGITS.map(compile));
const WORD_PATTERNS = lazily(() => IN_WORDS.map(compile));

/** What may stand between two parts of one date: "٧ی نیسانی ٢٠٢١، کاتژمێر ٤", "Wednesday, 7 April". */
const BETWEEN = /^(?:[\s،,()]|(?<!\p{L})(?:ی|لە|ـە|ە|و|of|on|at|in|the|ڕۆژی|رۆژی)(?!\p{L}))*$/u;
const LONGEST_GAP = 12;

/** What says when: days, months, years, weekdays, hours, and, as dates, those that stand side by side put together. */
export function findTimes(text: ReadableText): TypedSpan[] {
  const patterns = /[0-9]/u.test(text.text)
    ? [...DIGIT_PATTERNS(), ...WORD_PATTERNS()]
    : WORD_PATTERNS();
  const found = patterns.flatMap(([kind, pattern, weak]) => findAll(text, pattern, kind, weak));
  const spans = withoutRepeats(found.toSorted(byPlace));
  return [...spans, ...joinNeighbours(text.source, spans)];
}

function withoutRepeats(spans: readonly TypedSpan[]): TypedSpan[] {
  return spans.filter(
    (span, index) =>
      spans.findIndex(
        (other) =>
          other.kind === span.kind &&
          other.start <= span.start &&
          other.end >= span.end &&
          (!other.weak || span.weak),
      ) === index,
  );
}

function joinNeighbours(source: string, spans: readonly TypedSpan[]): TypedSpan[] {
  const runs: { span: TypedSpan; parts: number }[] = [];
  for (const span of spans.filter(({ weak }) => !weak)) {
    const run = runs.at(-1);
    if (run === undefined || !isBeside(source, run.span, span)) {
      runs.push({ span, parts: 1 });
      continue;
    }
    if (span.end > run.span.end) run.parts += 1;
    run.span = { ...run.span, kind: 'date', end: Math.max(run.span.end, span.end) };
  }
  return runs.filter(({ parts }) => parts > 1).map(({ span }) => span);
}

function isBeside(source: string, left: TypedSpan, right: TypedSpan): boolean {
  const between = source.slice(left.end, right.start);
  return between.length <= LONGEST_GAP && BETWEEN.test(between);
}
