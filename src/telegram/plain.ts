import { FormattedString } from '@grammyjs/parse-mode';

/** Text without entities. */
export function plain(text: string): FormattedString {
  return new FormattedString(text);
}
