import type { QuestionType } from './question-type.ts';
import type { Token } from './tokens.ts';

/** Counting words, normalised. In Sorani they take endings: دووەم, سێیەمی. */
const NUMBER_WORDS = `یەک دوو سێ چوار پێنج شەش حەوت هەشت نۆ دە یازدە دوازدە بیست سی چل پەنجا شەست حەفتا هەشتا نەوەد سەد هەزار ملیۆن ملیار
  هەردوو هەرسێ تاکە چەندین نیو نیوە one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred
  thousand million billion dozen first second third fourth fifth both half single several`;

/** Words of time, normalised. */
const TIME_WORDS = `ڕۆژ ساڵ مانگ هەفتە کاتژمێر سەعات خولەک بەیانی ئێوارە شەو دوێنێ ئەمڕۆ سبەی شەممە یەکشەممە دووشەممە سێشەممە چوارشەممە
  پێنجشەممە هەینی کانوون شوبات ئازار نیسان ئایار حوزەیران تەممووز ئاب ئەیلوول تشرین day days year years month
  months week weeks hour hours minute minutes morning evening night today yesterday tomorrow monday tuesday wednesday thursday friday saturday
  sunday january february march april may june july august september october november december`;

/** What may follow a Sorani counting or time word: endings, as letters that don't make another word of it. */
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

/** What the answer to a type of question leaves on a sentence. Types that are not here leave nothing plain. */
const TRACES: Readonly<Partial<Record<QuestionType, RegExp>>> = {
  'how-many': NUMBER,
  when: anyOf(TIME_WORDS),
};

function anyOf(words: string): RegExp {
  const list = words.split(/\s+/u).join('|');
  return new RegExp(`[0-9]|(?<!\\p{L})(?:${list})(?:${ENDINGS})?(?!\\p{L})`, 'u');
}

/**
 * Whether a sentence holds the kind of thing that a question asks for: digits or counting words for "how many", a date
 * or a word of time for "when". For types that leave no such trace on a sentence it always does. The text is
 * normalised.
 */
export function holdsAnswerTo(type: QuestionType, normalised: string): boolean {
  return TRACES[type]?.test(normalised) ?? true;
}
