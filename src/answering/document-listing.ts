import type { DocumentDescription, DocumentId } from '../corpus/document.ts';
import { writeForReader } from '../language/answer-types/for-reader.ts';
import type { AnswerLanguage } from './answer.ts';

/** A document as readers know it. */
export interface DocumentListing {
  readonly id: DocumentId;
  readonly title: DocumentDescription['title'];
  readonly date: DocumentDescription['date'];
}

/** A document's title, with its date where it has one, in a reader's language and digits. */
export function titleWithDate(
  { title, date }: Pick<DocumentListing, 'title' | 'date'>,
  language: AnswerLanguage,
): string {
  const written = dateFor(date, language);
  return written === null ? title[language] : `${title[language]} (${written})`;
}

/** The same with the date first: a button shows the beginning alone. */
export function dateBeforeTitle(
  { title, date }: Pick<DocumentListing, 'title' | 'date'>,
  language: AnswerLanguage,
): string {
  const written = dateFor(date, language);
  return written === null ? title[language] : `${written} · ${title[language]}`;
}

/** A document's date as a reader writes it: "٧ی نیسانی ٢٠٢١", "7 April 2021"; null without one, or where it isn't understood. */
export function dateFor(
  date: DocumentDescription['date'],
  language: AnswerLanguage,
): string | null {
  return date === null ? null : writeForReader(date, 'date', language);
}
