import { lazily } from '../lazily.ts';
import { readMoment } from './moment.ts';
import type { Moment } from './moment.ts';
import { BEHIND, NUMBER, NUMBER_ENDING, numberValue } from './numbers.ts';
import { readable } from './span.ts';
import type { SpanKind } from './span.ts';
import { UNITS } from './units.ts';
import type { Unit } from './units.ts';

/** The languages an answer is read in. */
export type ReaderLanguage = 'ckb' | 'en';

const DATES: ReadonlySet<SpanKind> = new Set(['date', 'month', 'year', 'weekday']);
const AMOUNTS: ReadonlySet<SpanKind> = new Set([
  'number',
  'duration',
  'money',
  'length',
  'weight',
  'percent',
]);

/**
 * A date or amount as a reader of English or Sorani writes it: "٧ی نیسانی ٢٠٢١" and "7 April 2021", "لەسەدا ٥٨" and "58 per cent". Null
 * where the span is neither, or anything in it isn't understood: then the document's own words must stand.
 *
 * @param text the words of a span, in either language.
 */
export function writeForReader(
  text: string,
  kind: SpanKind,
  language: ReaderLanguage,
): string | null {
  const normalised = readable(text).text.trim();
  if (DATES.has(kind)) {
    const moment = readMoment(normalised);
    return moment === null ? null : writeMoment(moment, language);
  }
  return AMOUNTS.has(kind) ? writeAmount(normalised, kind, language) : null;
}

function writeMoment(moment: Moment, language: ReaderLanguage): string {
  return language === 'en' ? inEnglishOrder(moment) : inSoraniOrder(moment);
}

function inEnglishOrder({ weekday, day, month, year }: Moment): string {
  const date = [day, month?.english ?? null, year].filter((part) => part !== null).join(' ');
  return [weekday?.english ?? '', date].filter((part) => part !== '').join(', ');
}

function inSoraniOrder({ weekday, day, month, year }: Moment): string {
  const days = day === null ? '' : `${plainInSorani(day)}ی `;
  const months = month === null ? '' : `${days}${month.sorani}`;
  const years = year === null ? '' : plainInSorani(year);
  return [weekday?.sorani ?? '', yearBehind(months, years)]
    .filter((part) => part !== '')
    .join('، ');
}

/** نیسانی ٢٠٢١ with a month, ساڵی ٢٠٢١ without. */
function yearBehind(months: string, years: string): string {
  if (years === '') return months;
  return months === '' ? `ساڵی ${years}` : `${months}ی ${years}`;
}

const ONLY_NUMBER = lazily(
  () =>
    new RegExp(`^(?:ماوەی )?(?<number>${NUMBER}(?:${NUMBER_ENDING}${BEHIND})?)(?<unit>.*)$`, 'u'),
);
const SIGN_FIRST = lazily(() => new RegExp(`^(?<unit>[$£€]) ?(?<number>${NUMBER})$`, 'u'));
const PERCENT = lazily(
  () =>
    new RegExp(
      `^(?:(?:لە ?سەد|سەد)(?:ا|ی|دا)? ?|[%\u066A] ?)?(?<number>${NUMBER}${NUMBER_ENDING}) ?(?:[%\u066A]|لە ?سەدا?|percent|per cent)?$`,
      'u',
    ),
);

function writeAmount(text: string, kind: SpanKind, language: ReaderLanguage): string | null {
  const patterns = kind === 'percent' ? [PERCENT()] : [SIGN_FIRST(), ONLY_NUMBER()];
  const groups = patterns.map((pattern) => pattern.exec(text)?.groups).find((found) => found);
  const value = numberValue(groups?.['number'] ?? '');
  if (value === null) return null;
  const digits = language === 'ckb' ? SORANI().format(value) : ENGLISH().format(value);
  if (kind === 'percent') return language === 'ckb' ? `لەسەدا ${digits}` : `${digits} per cent`;
  return withUnit(digits, (groups?.['unit'] ?? '').trim().replace(/^(?:ی|-)\s*/u, ''), {
    value,
    language,
  });
}

function withUnit(
  digits: string,
  said: string,
  { value, language }: { readonly value: number; readonly language: ReaderLanguage },
): string | null {
  if (said === '') return digits;
  const unit = UNITS().find(({ pattern }) => pattern.test(said));
  return unit === undefined ? null : `${digits} ${unitName(unit, value, language)}`;
}

function unitName({ sorani, english }: Unit, value: number, language: ReaderLanguage): string {
  if (language === 'ckb') return sorani;
  return value === 1 ? english[0] : english[1];
}

const SORANI = lazily(() => new Intl.NumberFormat('ckb', { maximumFractionDigits: 6 }));
const SORANI_PLAIN = lazily(() => new Intl.NumberFormat('ckb', { useGrouping: false }));
const ENGLISH = lazily(() => new Intl.NumberFormat('en', { maximumFractionDigits: 6 }));

function plainInSorani(value: number): string {
  return SORANI_PLAIN().format(value);
}
