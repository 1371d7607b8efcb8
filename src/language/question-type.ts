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
    /(?:^| )(?:کەی|چ کاتێک|کام ڕۆژ\p{L}*|کام رۆژ\p{L}*|چ ساڵێک|چ بەروارێک\p{L}*|بەروار\p{L}*|when|what date|what day|what year|which day|which year|from what year|kay|key)(?: |$)/u,
  ],
  [
    'how-many',
    /(?:^| )(?:چەند\p{L}*|ڕێژەی|how many|how much|how old|how long|how far|chand|çend)(?: |$)/u,
  ],
  ['where', /(?:^| )(?:لەکوێ\p{L}*|کوێ\p{L}*|کوی|where|kwe|kwê)(?: |$)/u],
  ['who', /(?:^| )(?:کێ|کێن|کێی|کێیە|کێدا|کێوە|کی|who|whom|whose|ki|kê)(?: |$)/u],
  ['how', /(?:^| )(?:چۆن|چون|چۆنە|بە چ شێوەیەک|how|chon|çon|çon)(?: |$)/u],
  ['which', /(?:^| )(?:کام|کامە|کامانە|which|kam)(?: |$)/u],
  ['what', /(?:^| )(?:چی|چیە|چییە|چییان|چیدا|چین|چ|what|chi|çi|çî)(?: |$)/u],
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
  return QUESTION_WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other';
}
