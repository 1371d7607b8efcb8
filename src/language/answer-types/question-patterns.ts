import type { ExpectedKind } from './expected-kind.ts';
import { phrases } from './phrases.ts';

/** What is asked for where a pattern stands in a question. */
export type Rule = readonly [kind: ExpectedKind, asks: RegExp];

const MONEY_UNITS = 'دۆلار*|دینار*|پاوەند*|یۆرۆ*|لیرە*|تمەن*';
const MULTIPLES = ['', 'سەد ', 'هەزار ', 'ملیۆن ', 'ملیار ', 'ترلیۆن ', 'تریلیۆن '];

/** "چەند X" for each of a list, with and without a multiple between. */
function howMany(units: string): string {
  return units
    .split('|')
    .flatMap((unit) => MULTIPLES.map((multiple) => `چەند ${multiple}${unit}`))
    .join('|');
}

/** "how many X" likewise. */
function howManyEnglish(units: string): string {
  return units
    .split('|')
    .flatMap((unit) => [`how many ${unit}`, `how many _ ${unit}`])
    .join('|');
}

const SORANI_TIMES = 'چرکە*|خولەک*|دەقیقە*|کاتژمێر*|سەعات*|ڕۆژ*|شەو*|هەفتە*|مانگ*|ساڵ*';

const PRICE_WORDS = `نرخ* چەند*|نرخ* _ چەند*|نرخ* _ _ چەند*|نرخ* _ _ _ چەند*|نرخ* _ _ _ _ چەند*|چەند پارە*|چەندە پارە*|بە چەندە*|تێچوو*|مووچە* چەند*|کرێ* چەند*|${howMany(MONEY_UNITS)}|how much money|price|cost|costs|how much does|how much did|${howManyEnglish('dollars|dinars|pounds|euros|lira')}|what salary|salary`;

/** A price or a sum of money. */
export const PRICE = phrases(PRICE_WORDS);

/** Amounts: whatever the question word, these tell what is asked. The first that matches counts. */
export const AMOUNTS: readonly Rule[] = [
  [
    'percent',
    phrases(
      'چەند لە سەد*|چەند لەسەد*|لە سەدا چەند*|لەسەدا چەند*|سەدا چەند*|ڕێژە* چەند*|ڕێژە* _ چەند*|what percent*|what share|what proportion|how many percent|percentage|turnout reached|turnout in',
    ),
  ],
  [
    'age',
    phrases(
      'تەمەن* چەند*|تەمەن* _ چەند*|تەمەن* _ _ چەند*|چەند ساڵ* تەمەن*|چەند ساڵان*|لە چ تەمەنێک*|how old|what age|which age|age of',
    ),
  ],
  ['money', PRICE],
  [
    'length',
    phrases(
      `${howMany('مەتر*|کیلۆمەتر*|کم|سانتیمەتر*|میل|فووت*|پێ')}|چەند پان*|چەند بەرز*|چەند درێژ*|چەند دوور*|چەند قووڵ*|درێژی* چەند*|بەرزی* چەند*|پانی* چەند*|دووری* چەند*|درێژییەکەی چەند|how wide|how high|how tall|how deep|how far|${howManyEnglish('metres|meters|kilometres|kilometers|km|miles|feet|inches|centimetres')}`,
    ),
  ],
  [
    'weight',
    phrases(
      `${howMany('کیلۆ*|تەن*|تۆن*|گرام*')}|کێش* چەند*|how heavy|${howManyEnglish('kilos|kilograms|kg|tonnes|tons|grams')}|weigh`,
    ),
  ],
  [
    'time',
    phrases(
      'کاتژمێر چەند*|سەعات چەند*|چ کاتژمێر*|چ سەعات*|کام کاتژمێر*|what time|which hour|what hour',
    ),
  ],
  ['year', phrases('چ ساڵ*|کام ساڵ*|ساڵی چەند*|what year|which year|from what year|in what year')],
  [
    'weekday',
    phrases(
      'کام ڕۆژ* هەفتە*|چ ڕۆژ* هەفتە*|چەند شەممە*|چەندشەممە*|what day of the week|which day of the week|day of the week|what weekday|which weekday',
    ),
  ],
  ['month', phrases('چ مانگ*|کام مانگ*|what month|which month')],
  [
    'date',
    phrases(
      'چەندی مانگ*|چەندی _|چ ڕۆژ*|کام ڕۆژ*|چ بەروار*|بەروار*|چ کات*|what date|which date|what day|which day|exact date|until when|by when|since when',
    ),
  ],
  [
    'duration',
    phrases(
      `ماوە* چەند*|ماوە* _ چەند*|چەند* خایاند*|چەند _ خایاند*|چەند* درێژە*|${howMany(SORANI_TIMES)}|how long|${howManyEnglish('seconds|minutes|hours|days|nights|weeks|months|years|decades')}`,
    ),
  ],
  [
    'ordinal',
    phrases(
      'چەندەم*|چەندەمین*|چەندمین*|which round|what round|what number round|what rank|what place',
    ),
  ],
];

export const LENGTH_IS = phrases('how long is|how long was|how long are');
export const DURATION_VERBS = phrases('last|lasted|take|took|stay|stayed|continue|been|ago');

export const COUNTRY = phrases(
  'کام وڵات*|چ وڵات*|خەڵکی کوێ*|کام دەوڵەت*|which country|what country|which countries|what countries|what nationality|which nation|besides _ _ _ which country',
);
export const CITY = phrases(
  'کام شار*|چ شار*|پایتەخت*|which city|what city|which cities|which town|what town|capital of',
);
export const PLACE = phrases(
  'کام شوێن*|چ شوێن*|کام ناوچە*|کام پلاژ*|کام هۆڵ*|کام یاریگا*|کام دوورگە*|کام پارێزگا*|what place|which place|which area|which beach|which arena|what part of|which region|which island|which province|which stadium',
);
export const PERSON_NOUNS = phrases(
  'سەرۆک*|سەرکردە*|وەزیر*|سەرۆکوەزیر*|باڵیۆز*|وتەبێژ*|نوێنەر*|فەرماندە*|لێپرسراو*|بەرپرس*|یاریزان*|ئەکتەر*|دیزاینەر*|نووسەر*|کەس*|پیاو*|ژن*|کوڕ*|کچ*|منداڵ*|پزیشک*|دادوەر*|سیناتۆر*|گۆرانیبێژ*|ڕاهێنەر*|پەرلەمانتار*|leader*|president|minister|secretary|ambassador|spokesman|spokeswoman|representative|commander|official|player|actor|actress|designer|author|person|man|woman|boy|girl|child|doctor|judge|senator|singer|coach|chairman|director|king|prince|victim',
);
export const NAME_OF = phrases(
  'ناوی چی*|ناوی _ چی*|ناوی _ _ چی*|ناوی _ _ _ چی*|ناوەکە* چی*|ناویان چی*|چ ناوێک*|name of|names of|name|names|called',
);
export const LIST = phrases(
  'کام بابەت*|چ بابەت*|بابەتەکان*|کام بوار*|چ بوار*|چ پرس*|کام پرس*|چیان*|چییان*|لیست*|which topics|what topics|which issues|what issues|which areas|what areas|which subjects|list|name the|what things|which sectors',
);
export const PLURAL = phrases(
  'کامانە|کام *انە|کام *گەل|کام *ان|کام *گەلێک|چ *انێک|چ *گەلێک|کێن|چین|کام دوو|which two|which three',
);
export const ENGLISH_PLURAL =
  /(?:^| )(?:which|what) (?:\p{L}+ )?(?!was|is|does|has|this|us)\p{L}+(?<!s)s(?= |$)/u;
export const YES_NO_START =
  /^(?:ئایا|ایا|داخوا|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|am) /u;
export const ALTERNATIVE = /(?<= )(?:یان|or)(?= )/u;
export const OR_NOT = /(?:یان|or) (?:نا|نە|not|no)\b/u;
export const DESCRIBES =
  /^(?:who (?:is|was|are|were) \p{L}+(?: \p{L}+)?|(?!.*(?:سەرۆک|وەزیر))\p{L}+(?: \p{L}+)? (?:کێیە|کێ بوو|کییە|کیه))$/u;

export const SHARE = /(?:^| )[رڕ]ێژە/u;
export const SORANI_HOW_MANY = phrases('چەند*');

export const NUMBER_ASKED = phrases('چ ژمارە*|ژمارە* تەلەفۆن*|what number|which number');

/** "How did they describe it", "how did they react": what is asked is what was said, not a way of doing it. */
export const HOW_SAID = phrases(
  'چۆن وەسف*|چۆن باس*|چۆن هەڵسەنگاند*|how _ _ describe|how _ _ react|how _ _ respond|describe|described|react|respond|benefit',
);
