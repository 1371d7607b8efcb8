/**
 * One letter for each sound, whatever keyboard or font it came from.
 *
 * Keys are single characters as they are typed, values the standard Sorani letter; an empty value drops the character.
 * What a letter may stand for only in some words (final ه for ە, ر for ڕ) is not here: see fold.ts.
 * Sources: Unicode 16 names list; the orthography of the Kurdish Academy (Erbil, 2009).
 */
export const LETTERS: ReadonlyMap<string, string> = new Map([
  // Arabic keyboards
  ['\u0643', '\u06A9'], // ك → ک
  ['\u064A', '\u06CC'], // ي → ی
  ['\u0649', '\u06CC'], // ى → ی
  ['\u0623', '\u0627'], // أ → ا
  ['\u0625', '\u0627'], // إ → ا
  ['\u0622', '\u0627'], // آ → ا
  ['\u0671', '\u0627'], // ٱ → ا
  // Old fonts, whose ة and ؤ were drawn as ە and ۆ
  ['\u0629', '\u06D5'], // ة → ە
  ['\u06C0', '\u06D5'], // ۀ → ە
  ['\u0624', '\u06C6'], // ؤ → ۆ
  // Look-alikes of other alphabets
  ['\u06BE', '\u0647'], // ھ → ه
  ['\u06C1', '\u0647'], // ہ → ه
  ['\u06CD', '\u06CE'], // ۍ → ێ
  ['\u06D0', '\u06CE'], // ې → ێ
  ['\u06D2', '\u06CC'], // ے → ی
  ['\u06C7', '\u06C6'], // ۇ → ۆ
  ['\u06C9', '\u06C6'], // ۉ → ۆ
  ['\u06CB', '\u06C6'], // ۋ → ۆ
  ['\u0692', '\u0695'], // ڒ → ڕ
  ['\u06B6', '\u06B5'], // ڶ → ڵ
  // Typographic punctuation that stands inside words
  ['\u2019', "'"],
  ['\u2018', "'"],
  ['\u02BC', "'"],
]);

/** Base letter + U+065A (small v above) as some keyboards write the marked letters. */
export const SMALL_V_LETTERS: ReadonlyMap<string, string> = new Map([
  ['\u0648', '\u06C6'], // و → ۆ
  ['\u06CC', '\u06CE'], // ی → ێ
  ['\u0631', '\u0695'], // ر → ڕ
  ['\u0644', '\u06B5'], // ل → ڵ
]);

/** Base letter + U+0654 (hamza above). */
export const HAMZA_ABOVE_LETTERS: ReadonlyMap<string, string> = new Map([
  ['\u0648', '\u06C6'], // و → ۆ, as ؤ
  ['\u06CC', '\u0626'], // ی → ئ
  ['\u0647', '\u06D5'], // ه → ە, as ۀ
]);

export const ZERO_WIDTH_NON_JOINER = '\u200C';
export const SMALL_V_ABOVE = '\u065A';
export const HAMZA_ABOVE = '\u0654';
/** At the start of a word these are one sound, always the rolled one; much printed Sorani writes the plain letter. */
export const REH = '\u0631';
export const RREH = '\u0695';
export const HEH = '\u0647';
export const AE = '\u06D5';

/** Tatweel and the marks above and below Arabic letters: they belong to the letter before them and carry no sound we match. */
export const ARABIC_MARK = /[\u0640\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E4]/u;

/** Joiners and direction controls: they stand between letters and are no part of a word. */
export const INVISIBLE = /[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u;

/** A combining mark of Latin, Greek or Cyrillic letters. */
export const LATIN_MARK = /[\u0300-\u036F]/u;

/** Presentation forms, which PDF files give instead of letters. */
export const PRESENTATION_FORM = /[\uFB50-\uFDFF\uFE70-\uFEFC]/u;

/**
 * The forms of ە that Unicode knows only as final and isolated ه (U+FEEA, U+FEE9): NFKC would turn them into ه.
 * A ه at the end of a Sorani word is almost always ە, so these forms are.
 */
export const PRESENTED_AE = /[\uFEE9\uFEEA]/u;
