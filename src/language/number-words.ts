import type { Token } from './tokens.ts';

/** What a word says of a number. */
export interface NumberWord {
  readonly value: number;
  /** `unit`: stands for itself (three, twenty); `scale`: multiplies what stands before it (hundred, million). */
  readonly kind: 'unit' | 'scale';
  readonly ordinal: boolean;
}

/** Counting words, normalised; of Sorani ones in every usual spelling. */
const WORDS = `0:zero,سفر 1:one,first,یەک 2:two,second,دوو,دو 3:three,third,سێ 4:four,fourth,چوار 5:five,fifth,پێنج 6:six,sixth,شەش 7:seven,seventh,حەوت,حەفت
  8:eight,eighth,هەشت 9:nine,ninth,نۆ 10:ten,tenth,دە 11:eleven,eleventh,یازدە,یانزە,یانزدە 12:twelve,twelfth,دوازدە,دوانزە 13:thirteen,thirteenth,سێزدە,سیازدە,سیانزە
  14:fourteen,fourteenth,چواردە 15:fifteen,fifteenth,پازدە,پانزدە,پانزە 16:sixteen,sixteenth,شازدە,شانزدە,شانزە 17:seventeen,seventeenth,حەڤدە,هەڤدە
  18:eighteen,eighteenth,هەژدە 19:nineteen,nineteenth,نۆزدە 20:twenty,twentieth,بیست 30:thirty,thirtieth,سی 40:forty,fortieth,چل 50:fifty,fiftieth,پەنجا
  60:sixty,sixtieth,شەست 70:seventy,seventieth,حەفتا 80:eighty,eightieth,هەشتا 90:ninety,ninetieth,نەوەد,نەوەت
  200:دووسەد,دوسەد 300:سێسەد 400:چوارسەد 500:پێنسەد,پێنجسەد 600:شەشسەد 700:حەوتسەد,حەوسەد 800:هەشتسەد 900:نۆسەد,نۆهەسەد`;
const SCALES = `100:hundred,hundredth,سەد 1000:thousand,thousandth,هەزار 1000000:million,millionth,ملیۆن,میلیۆن
  1000000000:billion,billionth,ملیار,ملیارد,میلیار,بلیۆن 1000000000000:trillion,trillionth,تریلیۆن,ترلیۆن`;

const ENGLISH_ORDINAL = /(?:st|nd|rd|th|first|second|third)$/u;
/** Endings behind a Sorani number: those of ordinals, and those that any noun takes; not the plural, which counts nothing (هەزاران). */
const ORDINAL_ENDING = /^(?:ه|ی)?ەم(?:ی|ە|ین|ینی|یش|دا|یان)?$/u;
const PLAIN_ENDING = /^(?:ی|ە|یە|ێک|ێکی|دا|یدا|ەوە|ش|یش|یان)$/u;
/**
 * The endings of a word that ends a number of several (پەنجا و هەشتەکەی), as a pattern; alone some of them make other words: سێوە is an
 * apple, یەکەکە a unit. A fraction's (سێیەک, a third) isn't among them.
 */
export const PART_ENDING =
  '(?:ی|یە|دا|یدا|ەوە|یەوە|وە|یش|ش|ەش|ێک(?:ی|دا|ە|یان)?|یان(?:ی|ە|دا|یش)?|ی?ەکە(?:ی|ش|دا|وە|یان)?|ە)';
const OF_PART = new RegExp(`^${PART_ENDING}$`, 'u');
/** Too short for another ending than that of an ordinal: دەی and سییان are other words. */
const SHORT_WORDS: ReadonlySet<string> = new Set(['دە', 'سی', 'نۆ', 'دو']);
/** No numbers though they begin as such, as a pattern: a century, a week, a decade, dozens. */
export const OTHER_WORD = '(?:سەدە|حەفتە|دەیە|دەیان)';
const OTHER_WORDS = new RegExp(`^${OTHER_WORD}`, 'u');

const TABLE: ReadonlyMap<string, NumberWord> = new Map([
  ...readTable(WORDS, 'unit'),
  ...readTable(SCALES, 'scale'),
]);
const LONGEST_ENDING = 7;
const SHORTEST_WORD = 2;
/** The first letters of counting words: other words, nearly all of them, need no look at their endings. */
const BEGINNINGS: ReadonlySet<string> = new Set(Array.from(TABLE.keys(), beginningOf));

function beginningOf(word: string): string {
  return word.slice(0, SHORTEST_WORD);
}

function readTable(table: string, kind: NumberWord['kind']): (readonly [string, NumberWord])[] {
  return table.split(/\s+/u).flatMap((line) => {
    const [value = '', words = ''] = line.split(':');
    return words
      .split(',')
      .map(
        (word) =>
          [word, { value: Number(value), kind, ordinal: isEnglishOrdinal(word, kind) }] as const,
      );
  });
}

function isEnglishOrdinal(word: string, kind: NumberWord['kind']): boolean {
  return ENGLISH_ORDINAL.test(word) && !(kind === 'scale' && !word.endsWith('th'));
}

/** The counting words of a language, of both kinds or one, as they are without an ending, normalised; no ordinals. */
export function cardinals(
  language: 'sorani' | 'english',
  only: NumberWord['kind'] | null = null,
): string[] {
  const script = language === 'sorani' ? /^\p{Script=Arabic}/u : /^\p{Script=Latin}/u;
  return [...TABLE].flatMap(([word, { ordinal, kind }]) =>
    !ordinal && script.test(word) && (only === null || kind === only) ? [word] : [],
  );
}

/**
 * What a normalised word says of a number; null for other words. `دووەمی` is an ordinal 2, `هەشتی` an 8.
 *
 * @param isPart whether it would go on a number that stands before it: then `نۆی` is a 9 and `هەشتەکەی` an 8 too.
 */
export function numberWord(
  { text, script }: Pick<Token, 'text' | 'script'>,
  isPart = false,
): NumberWord | null {
  if (script === 'latin') return TABLE.get(text) ?? null;
  if (script !== 'arabic' || !BEGINNINGS.has(beginningOf(text))) return null;
  for (
    let length = text.length;
    length >= Math.max(SHORTEST_WORD, text.length - LONGEST_ENDING);
    length -= 1
  ) {
    const found = withEnding(text.slice(0, length), text.slice(length), isPart);
    if (found !== null) return found;
  }
  return null;
}

function withEnding(word: string, ending: string, isPart: boolean): NumberWord | null {
  const found = TABLE.get(word);
  if (found === undefined) return null;
  if (ORDINAL_ENDING.test(ending)) return { ...found, ordinal: true };
  if (ending === '') return found;
  if (OTHER_WORDS.test(word + ending)) return null;
  if (isPart) return OF_PART.test(ending) ? found : null;
  return !SHORT_WORDS.has(word) && PLAIN_ENDING.test(ending) ? found : null;
}
