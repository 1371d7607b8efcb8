import type { AnswerLanguage } from '../../answering/answer.ts';
import { dateFor } from '../../answering/document-listing.ts';

/** A point in time as a reader writes it, in UTC: "١٤ی تشرینی دووەمی ٢٠٢٣ ٢٢:١٣". */
export function momentFor(at: number, language: AnswerLanguage): string {
  return `${dayFor(at, language)} ${clockFor(at, language)}`;
}

/** Hours and minutes of a point in time, in UTC. */
export function clockFor(at: number, language: AnswerLanguage): string {
  const time = new Date(at);
  const number = new Intl.NumberFormat(language, { minimumIntegerDigits: 2 });
  return `${number.format(time.getUTCHours())}:${number.format(time.getUTCMinutes())}`;
}

/** The day of a point in time, in UTC. */
function dayFor(at: number, language: AnswerLanguage): string {
  const day = new Date(at).toISOString().slice(0, 10);
  return dateFor(day, language) ?? day;
}
