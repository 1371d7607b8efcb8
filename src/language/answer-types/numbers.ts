/** Sorani counting words with their values, in standard letters, spoken forms among them. */
const SORANI: ReadonlyMap<string, number> =
  readTable(`سفر:0 یەک:1 دوو:2 سێ:3 چوار:4 پێنج:5 شەش:6 حەوت:7 هەشت:8 نۆ:9 دە:10
  یازدە:11 یانزە:11 یانزدە:11 دوازدە:12 دوانزە:12 سێزدە:13 سیازدە:13 سیانزە:13 چواردە:14 پازدە:15 پانزە:15 پانزدە:15 شازدە:16 شانزە:16 شانزدە:16
  حەڤدە:17 هەڤدە:17 حەڤدە:17 هەژدە:18 نۆزدە:19 بیست:20 سی:30 چل:40 پەنجا:50 شەست:60 حەفتا:70 هەشتا:80 نەوەد:90 نەوەت:90 سەد:100 دووسەد:200
  سێسەد:300 چوارسەد:400 پێنسەد:500 پێنجسەد:500 شەشسەد:600 حەوتسەد:700 حەوسەد:700 هەشتسەد:800 نۆسەد:900 هەزار:1000 ملیۆن:1000000 ملیار:1000000000
  بلیۆن:1000000000 ملیارد:1000000000 ترلیۆن:1000000000000 تریلیۆن:1000000000000 هەردوو:2 هەرسێ:3 هەرچوار:4`);

const ENGLISH: ReadonlyMap<string, number> =
  readTable(`zero:0 one:1 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 eleven:11
  twelve:12 thirteen:13 fourteen:14 fifteen:15 sixteen:16 seventeen:17 eighteen:18 nineteen:19 twenty:20 thirty:30 forty:40 fifty:50 sixty:60
  seventy:70 eighty:80 ninety:90 hundred:100 thousand:1000 million:1000000 billion:1000000000 trillion:1000000000000 both:2 dozen:12`);

function readTable(table: string): ReadonlyMap<string, number> {
  return new Map(
    table.split(/\s+/u).map((entry) => {
      const [word = '', value] = entry.split(':');
      return [word, Number(value)] as const;
    }),
  );
}

/** No letter or digit stands before … */
export const BEFORE = '(?<![\\p{L}\\p{M}\\p{N}])';
/** … or behind. */
export const BEHIND = '(?![\\p{L}\\p{M}\\p{N}])';

/** Digits of one number, whatever separates thousands and decimals. */
const DIGITS = '[0-9]+(?:[.,\u066B\u066C][0-9]+)*';

const SORANI_WORD = `(?:${[...SORANI.keys()].toSorted((a, b) => b.length - a.length).join('|')})`;
const ENGLISH_WORD = `(?:${[...ENGLISH.keys()].toSorted((a, b) => b.length - a.length).join('|')})s?`;

/** Endings of a Sorani number, which are left to the reader: یەکێک, سێیان, دەی. */
const ENDED = `(?=(?:ی|ە|ان|یان|دا|یش|ش)?${BEHIND})`;

const ONE = `(?:${DIGITS}|${SORANI_WORD}${ENDED}|${ENGLISH_WORD}${BEHIND})`;
const JOINT = '(?: و |[ -]and |[ -])';

/** A number in digits, in words, or in both (٥.٥ ملیۆن, بیست و پێنج, twenty-five); what may stand behind it is left to the reader. */
export const NUMBER = `${BEFORE}${ONE}(?:${BEHIND}${JOINT}${ONE}(?![\\p{L}\\p{N}]))*`;

/**
 * The value of a number in digits, words or both; null where it is none. `بیست و پێنج` → 25, `5.5 million` → 5,500,000. The text is
 * normalised.
 */
export function numberValue(text: string): number | null {
  const words = text.split(/[\s-]+/u).filter((word) => !/^(?:و|and|)$/u.test(word));
  let total = 0;
  let current = 0;
  for (const word of words) {
    const value = wordValue(word);
    if (value === null) return null;
    const isMultiple = value >= 100 && !isDigits(word);
    if (!isMultiple) current += value;
    else if (value < 1000) current = hundreds(current, value);
    else {
      total += Math.max(1, current) * value;
      current = 0;
    }
  }
  return words.length === 0 ? null : total + current;
}

/** سێ سەد is three hundred, سێسەد one word for it. */
function hundreds(current: number, value: number): number {
  return value === 100 && current > 0 && current < 100 ? current * value : current + value;
}

function isDigits(word: string): boolean {
  return /^[0-9]/u.test(word);
}

function wordValue(word: string): number | null {
  if (isDigits(word)) {
    const plain = word.replaceAll(/[,\u066C](?=[0-9]{3}(?![0-9]))/gu, '').replace('\u066B', '.');
    const value = Number(plain);
    return Number.isNaN(value) ? null : value;
  }
  return SORANI.get(word) ?? ENGLISH.get(word) ?? ENGLISH.get(word.replace(/s$/u, '')) ?? null;
}
