import { detectLanguage } from './detect.ts';
import { tokenise } from './tokens.ts';

/** What a question asks for; `other` where no question word tells. */
export type QuestionType =
  | 'who'
  | 'when'
  | 'where'
  | 'how-many'
  | 'why'
  | 'how'
  | 'which'
  | 'what'
  | 'other';

/** Question words as they are typed, normalised; the first type with a match is the question's. */
const QUESTION_WORDS: readonly (readonly [QuestionType, RegExp])[] = [
  [
    'why',
    /(?:^| )(?:بۆچی|بوچی|بۆ چی|بو چی|بۆ چییە|لەبەرچی|لەبەر چی|هۆکار|why|what for|bochi|boçî|bo chi)(?: |$)/u,
  ],
  [
    'when',
    /(?:^| )(?:کەی|کەیە|کەیەوە|چ کات[ێی]ک\p{L}*|کام [ڕر][ۆو]ژ(?!نام|هەڵ|ئاو)\p{L}*|چ سا[ڵل][ێی]ک|چ بەروار[ێی]ک\p{L}*|بەروار\p{L}*|when|what date|what day|what year|which day|which year|from what year|kay|key)(?: |$)/u,
  ],
  [
    'how-many',
    /(?:^| )(?:چەند\p{L}*|ڕێژەی|how many|how much|how old|how long|how far|chand|çend)(?: |$)/u,
  ],
  ['where', /(?:^| )(?:لەکوێ\p{L}*|کوێ\p{L}*|کوی|where|kwe|kwê)(?: |$)/u],
  [
    'who',
    /(?:^| )(?:کێ|کێن|کێی|کێیە|کێیان|کێدا|کێوە|کی|کییە|کیە|کین|who|whom|whose|ki|kê)(?: |$)/u,
  ],
  ['how', /(?:^| )(?:چۆن|چون|چۆنە|بە چ شێوەیەک|how|chon|çon|çon)(?: |$)/u],
  ['which', /(?:^| )(?:کام|کامە|کامەیە|کامیان|کامانە|which|kam)(?: |$)/u],
  ['what', /(?:^| )(?:چی|چیە|چیی|چییە|چییەوە|چییان|چیدا|چین|چ|what|chi|çi|çî)(?: |$)/u],
];

/** Sorani question words in Latin letters that are English words or names too: the key points, Ban Ki-moon, Kay. */
const NO_QUESTION_IN_ENGLISH: ReadonlySet<string> = new Set(['key', 'kay', 'ki', 'chi', 'kam']);

/** What a question asks for, judged by its question words in any of the languages we read. */
export function questionType(question: string): QuestionType {
  const isEnglish = detectLanguage(question) === 'en';
  const words = tokenise(question)
    .map((token) => token.text)
    .filter((word) => !(isEnglish && NO_QUESTION_IN_ENGLISH.has(word)))
    .join(' ');
  // English asks with its first question word: in "What came up when they met?" the second joins a clause.
  return (
    (isEnglish ? firstOf(words) : QUESTION_WORDS.find(([, pattern]) => pattern.test(words))?.[0]) ??
    'other'
  );
}

/** The type of the question word that stands first; of several at one place, the first of the list. */
function firstOf(words: string): QuestionType | undefined {
  const found = QUESTION_WORDS.flatMap(([type, pattern]) => {
    const place = pattern.exec(words)?.index;
    return place === undefined ? [] : [{ type, place }];
  });
  return found.toSorted((left, right) => left.place - right.place)[0]?.type;
}
