import type { AnswerLanguage, LanguageChoice } from '../answering/answer.ts';

/** Every choice of `/language`, in the order of its buttons. */
export const LANGUAGE_CHOICES = ['ckb', 'en', 'auto'] as const satisfies readonly LanguageChoice[];

const NAMES: Readonly<Record<string, LanguageChoice>> = {
  ckb: 'ckb',
  ku: 'ckb',
  kurdish: 'ckb',
  kurdi: 'ckb',
  sorani: 'ckb',
  کوردی: 'ckb',
  سۆرانی: 'ckb',
  en: 'en',
  english: 'en',
  ئینگلیزی: 'en',
  auto: 'auto',
  automatic: 'auto',
  خۆکار: 'auto',
};

/** The choice a reader names after `/language`, in any case; null where the name isn't known. */
export function languageChoiceNamed(name: string): LanguageChoice | null {
  const key = name.trim().toLowerCase();
  return Object.hasOwn(NAMES, key) ? (NAMES[key] ?? null) : null;
}

/**
 * The language of our own words: the reader's choice, else what Telegram says of their app (`en`, `en-GB`: English);
 * whoever reads Telegram in anything else, or in nothing we are told, is greeted in Sorani.
 */
export function wordsLanguage(
  choice: LanguageChoice,
  languageCode: string | undefined,
): AnswerLanguage {
  if (choice !== 'auto') {
    return choice;
  }
  return /^en(?:-|$)/iu.test(languageCode ?? '') ? 'en' : 'ckb';
}
