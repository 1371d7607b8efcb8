/** A month or weekday: its number, its name in each language, and other ways to write it. */
export interface CalendarName {
  readonly number: number;
  readonly sorani: string;
  readonly english: string;
  /** Normalised, lower case; the name itself among them. */
  readonly forms: readonly string[];
}

/**
 * Months as Kurdish news writes them. Not from `Intl`: its ckb writes December with one و and November's neighbour with two, Friday
 * with ھ, and dates as "٢٠٢١ نیسان ٧" (Node 20, ICU 74).
 */
export const MONTHS: readonly CalendarName[] = [
  name(
    1,
    'کانوونی دووەم',
    'January',
    'کانونی دووەم|کانونی دوەم|کانوونی دوەم|جانیوەری|ژانیوەری|یەنایەر|ژانویە|jan',
  ),
  name(2, 'شوبات', 'February', 'فێبریوەری|فێبرایەر|فێبریوێری|فیبرایەر|feb'),
  name(3, 'ئازار', 'March', 'ئادار|مارس|مارچ|مارت|mar'),
  name(4, 'نیسان', 'April', 'ئەپریل|ئاپریل|ئەپرێل|ئەبریل|apr'),
  name(5, 'ئایار', 'May', 'مای|مەی|مایس'),
  name(6, 'حوزەیران', 'June', 'جوون|جون|یونیو|یۆنیۆ|ژوئن|jun'),
  name(7, 'تەممووز', 'July', 'تەمووز|تەمموز|تەموز|جولای|جوولای|یولیو|jul'),
  name(8, 'ئاب', 'August', 'ئۆگەست|ئۆگست|ئاگۆست|ئۆگۆست|aug'),
  name(9, 'ئەیلوول', 'September', 'ئەیلول|سێپتەمبەر|سێپتێمبەر|سەپتەمبەر|sep|sept'),
  name(10, 'تشرینی یەکەم', 'October', 'ئۆکتۆبەر|ئۆکتەبەر|oct'),
  name(11, 'تشرینی دووەم', 'November', 'تشرینی دوەم|نۆڤەمبەر|نۆڤێمبەر|نۆفەمبەر|nov'),
  name(12, 'کانوونی یەکەم', 'December', 'کانونی یەکەم|دیسەمبەر|دێسەمبەر|دیسێمبەر|دێسێمبەر|dec'),
];

/** Weekdays, Sunday first (0). */
export const WEEKDAYS: readonly CalendarName[] = [
  name(0, 'یەکشەممە', 'Sunday', 'یەک شەممە|یەکشەمە'),
  name(1, 'دووشەممە', 'Monday', 'دوو شەممە|دووشەمە|دوشەممە'),
  name(2, 'سێشەممە', 'Tuesday', 'سێ شەممە|سێشەمە'),
  name(3, 'چوارشەممە', 'Wednesday', 'چوار شەممە|چوارشەمە'),
  name(4, 'پێنجشەممە', 'Thursday', 'پێنج شەممە|پێنجشەمە|پێنشەممە'),
  name(5, 'هەینی', 'Friday', 'جومعە|جومعه'),
  name(6, 'شەممە', 'Saturday', 'شەمە'),
];

/** Months of the Kurdish year, which have no English name. */
export const KURDISH_MONTHS =
  'خاکەلێوە|گوڵان|جۆزەردان|پووشپەڕ|گەلاوێژ|خەرمانان|ڕەزبەر|گەڵاڕێزان|خەزەڵوەر|سەرماوەز|بەفرانبار|ڕێبەندان|ڕەشەمە|ڕەشەمێ';

function name(number: number, sorani: string, english: string, others: string): CalendarName {
  return { number, sorani, english, forms: [sorani, english.toLowerCase(), ...others.split('|')] };
}

/** The forms of names as alternatives of a pattern, the longest first. */
export function alternatives(names: readonly CalendarName[], sorani: boolean): string {
  return names
    .flatMap(({ forms }) => forms)
    .filter((form) => /^[a-z]/u.test(form) !== sorani)
    .toSorted((left, right) => right.length - left.length)
    .join('|');
}
