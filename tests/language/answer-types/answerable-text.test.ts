import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { analyse } from '../../../src/language/analysis.ts';
import { AnswerableText } from '../../../src/language/answer-types/answerable-text.ts';
import type { SpanKind } from '../../../src/language/answer-types/span.ts';
import { buildLexicon } from '../../../src/language/build-lexicon.ts';
import { parseLexicon } from '../../../src/language/parse-lexicon.ts';
import { FIXED, anyText } from '../../support/any-text.ts';

const LEXICON = buildLexicon(
  parseLexicon(
    'test.tsv',
    [
      'english\tpos\tsorani',
      'Fuad\tname\tفوئاد',
      'Hussein\tname\tحوسێن',
      'Mustafa\tname\tمستەفا',
      'Baghdad\tname\tبەغدا',
      'Erbil\tname\tهەولێر',
      'minister\tn\tوەزیر',
      'delegation\tn\tشاند',
      'committee\tn\tلیژنە',
      'joint\ta\tهاوبەش',
      'foreign\ta\tدەرەوە',
      'statement\tn\tڕاگەیێندراو',
      'country\tn\tوڵات',
      'good\ta\tباش',
      'day\tn\tڕۆژ',
      'year\tn\tساڵ',
      'meeting\tn\tکۆبوونەوە',
    ].join('\n'),
  ),
);

const KINDS: readonly SpanKind[] = [
  'person',
  'group',
  'country',
  'city',
  'region',
  'place',
  'date',
  'month',
  'year',
  'weekday',
  'time',
  'relative-time',
  'duration',
  'age',
  'money',
  'length',
  'weight',
  'percent',
  'ordinal',
  'number',
  'reason',
  'manner',
];

function read(text: string): AnswerableText {
  return new AnswerableText(text, analyse(text), LEXICON);
}

describe('what a text holds of a kind', () => {
  it.each<[string, SpanKind, string[], string]>([
    ['لە ٠٧ - ٠٤ - ٢٠٢١ بەڕێوەچوو', 'date', ['٠٧ - ٠٤ - ٢٠٢١'], 'digits and dashes'],
    ['لە ٧/٤/٢٠٢١ هات', 'date', ['٧/٤/٢٠٢١'], 'strokes'],
    ['on 2021-04-07', 'date', ['2021-04-07'], 'the year first'],
    ['لە ٧ی نیسانی ٢٠٢١دا هات', 'date', ['٧ی نیسانی ٢٠٢١دا'], 'to the end of the word'],
    ['١٢ی جون بوو', 'date', ['١٢ی جون'], 'a borrowed month'],
    ['held on 7 April 2021 in', 'date', ['7 April 2021'], 'English'],
    ['on April 7, 2021', 'date', ['April 7, 2021'], 'the month first'],
    ['on the 7th of April', 'date', ['the 7th of April'], 'an ordinal'],
    [
      'رۆژی چوارشەممە ٠٧ - ٠٤ - ٢٠٢١',
      'date',
      ['رۆژی چوارشەممە ٠٧ - ٠٤ - ٢٠٢١', '٠٧ - ٠٤ - ٢٠٢١'],
      'weekday and day together, and the day alone',
    ],
    ['on Wednesday, 7 April 2021', 'date', ['Wednesday, 7 April 2021', '7 April 2021'], 'likewise'],
    ['لە مانگی کانونی دووەم', 'month', ['مانگی کانونی دووەم'], 'a month of two words'],
    ['in May', 'month', ['May'], 'behind a preposition'],
    ['they may come', 'month', [], 'a verb'],
    ['ئازاری هەبوو', 'month', [], 'ئازار is pain too'],
    ['ڕێککەوتنی ساڵی ٢٠٠٨ی نێوان', 'year', ['ساڵی ٢٠٠٨ی'], 'with its noun'],
    ['the agreement of 2008', 'year', ['2008'], 'English'],
    ['12008 workers', 'year', [], 'part of a greater number'],
    ['ڕۆژی هەینی هات', 'weekday', ['ڕۆژی هەینی'], 'a weekday'],
    ['on Friday', 'weekday', ['Friday'], 'English'],
    [
      'کاتژمێر ٧ی ئێوارە دەست پێ دەکات',
      'time',
      ['کاتژمێر ٧ی ئێوارە'],
      'an hour and its part of the day',
    ],
    ['کاتژمێر ٤.٤٠ی بەیانی', 'time', ['کاتژمێر ٤.٤٠ی بەیانی'], 'minutes behind a point'],
    ['at 5:30 pm', 'time', ['5:30 pm'], 'English'],
    ['دوێنێ هات', 'relative-time', ['دوێنێ'], 'yesterday'],
    ['ساڵی ڕابردوو هات', 'relative-time', ['ساڵی ڕابردوو'], 'last year'],
    ['two years ago', 'relative-time', ['two years ago'], 'English'],
    ['بۆ ماوەی پێنج هەفتە', 'duration', ['پێنج هەفتە'], 'a number word'],
    ['٤٨ کاتژمێری خایاند', 'duration', ['٤٨ کاتژمێری'], 'digits'],
    ['بیست و پێنج ساڵ', 'duration', ['بیست و پێنج ساڵ'], 'a compound number'],
    ['a two-year plan', 'duration', ['two-year'], 'a hyphen'],
    ['several weeks', 'duration', ['several weeks'], 'no exact number'],
    ['تەمەنی ٣٦ ساڵە', 'age', ['تەمەنی ٣٦ ساڵە', '٣٦ ساڵە'], 'an age'],
    ['a 36-year-old man', 'age', ['36-year-old'], 'English'],
    ['Greg Hemphill, 48, said', 'age', ['48'], 'between commas behind a name'],
    ['ڕۆژی ٣٥٠ دۆلار', 'money', ['٣٥٠ دۆلار'], 'a currency'],
    ['پێنج ملیۆن دیناری عێراقی', 'money', ['پێنج ملیۆن دیناری'], 'words and a multiple'],
    [
      'دوو ملیۆن و سێسەد هەزاری دۆلار',
      'money',
      ['دوو ملیۆن و سێسەد هەزاری دۆلار'],
      'an ending before the currency',
    ],
    ['it cost $1.5 million', 'money', ['$1.5 million'], 'a sign before it'],
    ['twenty pounds', 'money', ['twenty pounds'], 'a number word'],
    ['درێژییەکەی ١٨ فووتە', 'length', ['١٨ فووتە'], 'with the copula'],
    ['five kilometres away', 'length', ['five kilometres'], 'English'],
    ['سێ کیلۆ برنج', 'weight', ['سێ کیلۆ'], 'a weight'],
    ['لە سەدا پەنجا و هەشت', 'percent', ['لە سەدا پەنجا و هەشت'], 'of a hundred'],
    ['١٦ لەسەدی دەنگەکان', 'percent', ['١٦ لەسەدی'], 'the number first'],
    [
      'لە سەدا پەنجا و هەشتى دەنگدەران',
      'percent',
      ['لە سەدا پەنجا و هەشتى'],
      'an ending on the last of several words',
    ],
    ['لە سەدا ٤٨یش دژن', 'percent', ['لە سەدا ٤٨یش'], 'an ending on digits'],
    ['٪٥٠ی خەڵک', 'percent', ['٪٥٠ی'], 'the sign first'],
    ['58 per cent of voters', 'percent', ['58 per cent'], 'English'],
    ['گەڕی سێیەمی گفتوگۆ', 'ordinal', ['سێیەمی'], 'with an ending'],
    ['the third round', 'ordinal', ['third'], 'English'],
    ['the 21st century', 'ordinal', ['21st'], 'digits'],
    ['هەردوو وڵات', 'number', ['هەردوو'], 'both'],
    ['٨٣٢ کەس مردن', 'number', ['٨٣٢'], 'digits'],
    ['twenty-five workers', 'number', ['twenty-five'], 'a compound number'],
    ['زیاتر لە ٥.٥ ملیۆن کەس', 'number', ['٥.٥ ملیۆن'], 'digits and a multiple'],
    ['بیست و نۆیەکە هاتن', 'number', ['بیست و نۆیەکە'], 'the definite ending'],
    ['لە ١.٧ ملیۆنەوە', 'number', ['١.٧ ملیۆنەوە'], 'an ending on the multiple'],
    ['پێنج سەدە', 'duration', ['پێنج سەدە'], 'a century is no hundred'],
    ['٣٥٠ دۆلار', 'number', [], 'a sum of money is no bare number'],
    ['لەگەڵ فوئاد حوسێن کۆبووەوە', 'person', ['فوئاد حوسێن'], 'two names'],
    ['سیناتۆر گراهام گوتی', 'person', ['گراهام'], 'an unknown name behind a title'],
    ['said Antony Blinken yesterday', 'person', ['Antony Blinken'], 'English'],
    ['the Joint Committee met', 'person', [], 'common words with capitals'],
    ['لە عێراق', 'country', ['عێراق'], 'a country'],
    [
      'ویلایەتە یەکگرتووەکانی ئەمریکا',
      'country',
      ['ویلایەتە یەکگرتووەکانی ئەمریکا'],
      'a country of several words',
    ],
    ['in the United States', 'country', ['United States'], 'English'],
    ['they eat turkey', 'country', [], 'a bird'],
    ['لە هەولێر کۆبوونەوە', 'city', ['هەولێر'], 'by its English name in the lexicon'],
    ['a visit to Baghdad', 'city', ['Baghdad'], 'English'],
    ['حکومەتی عێراق بڕیاری دا', 'group', ['حکومەتی عێراق'], 'a government and whose it is'],
    ['the Iraqi government said', 'group', ['Iraqi government'], 'English'],
    ['لە شاری وێلینگ', 'place', ['شاری وێلینگ', 'وێلینگ'], 'a name behind "city"'],
    ['وەستا، چونکە نەخۆش بوو.', 'reason', ['چونکە نەخۆش بوو'], 'because'],
    [
      'هات بۆئەوەی ببینێت، بزانێت؛ ڕۆیشت',
      'reason',
      ['بۆئەوەی ببینێت، بزانێت'],
      'in order to, over commas',
    ],
    ['بەهۆی نەخۆشییەوە، نەهات', 'reason', ['بەهۆی نەخۆشییەوە'], 'by reason of, to the comma'],
    ['left because it rained.', 'reason', ['because it rained'], 'English'],
    ['closed due to snow, again', 'reason', ['due to snow'], 'a phrase'],
    [
      'لەڕێگەی ڤیدیۆ کۆنفرانسەوە کۆبوونەوە',
      'manner',
      ['لەڕێگەی ڤیدیۆ کۆنفرانسەوە کۆبوونەوە'],
      'by way of',
    ],
    ['they met by using video', 'manner', ['by using video'], 'English'],
  ])('%j, %s: %j, %s', (text, kind, expected) => {
    const found = read(text)
      .spans([kind])
      .filter(({ weak }) => !weak || kind === 'place' || kind === 'duration')
      .map(({ start, end }) => text.slice(start, end));
    expect([...new Set(found)].toSorted()).toEqual(expected.toSorted());
  });

  it('begins and ends at whole words, inside the text, in any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { start, end, first, last } of read(text).spans(KINDS)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          expect(last).toBeGreaterThanOrEqual(first);
        }
      }),
      FIXED,
    );
  });

  it('never cuts a word of a written text', () => {
    const letter = /[\p{L}\p{N}]/u;
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { start, end } of read(text).spans(KINDS)) {
          const cutsStart = letter.test(text.charAt(start - 1)) && letter.test(text.charAt(start));
          const cutsEnd = letter.test(text.charAt(end - 1)) && letter.test(text.charAt(end));
          expect(cutsStart || cutsEnd).toBe(false);
        }
      }),
      FIXED,
    );
  });
});
