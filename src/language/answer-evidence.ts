import type { Token } from './tokens.ts';

/** Counting words, normalised. In Sorani they take endings: دووەم, سێیەمی. */
const NUMBER_WORDS = `یەک دوو سێ چوار پێنج شەش حەوت هەشت نۆ دە یازدە دوازدە بیست سی چل پەنجا شەست حەفتا هەشتا نەوەد سەد هەزار ملیۆن ملیار
  هەردوو هەرسێ تاکە چەندین نیو نیوە one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred
  thousand million billion dozen first second third fourth fifth both half single several`;

/** What may follow a Sorani counting word: endings, as letters that don't make another word of it. */
const ENDINGS =
  'ی|ە|ێک|یەک|م|ەم|یەم|ەمی|یەمی|ەمین|یەمین|ان|انی|ەکە|ەکەی|ەکان|ەکانی|دا|ەدا|یدا|ەکەدا';

const NUMBER = anyOf(NUMBER_WORDS);

/** Whether a normalised word is a number or counts: ٣, سێیەم, both. */
export function isCounting(word: string): boolean {
  return NUMBER.test(word);
}

/** Ordinals, with the endings that Sorani puts behind them. */
const ORDINAL =
  /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|(?:یەک|دوو|سێی|چوار|پێنج|شەش|حەوت|هەشت|نۆی|دەی)ەم\p{L}{0,3})$/u;

/** Whether a word is a number in digits or an ordinal: what tells one round, year or sum from another. */
export function isNumeral({ text, script }: Pick<Token, 'text' | 'script'>): boolean {
  return script === 'number' || ORDINAL.test(text);
}

function anyOf(words: string): RegExp {
  const list = words.split(/\s+/u).join('|');
  return new RegExp(`[0-9]|(?<!\\p{L})(?:${list})(?:${ENDINGS})?(?!\\p{L})`, 'u');
}
