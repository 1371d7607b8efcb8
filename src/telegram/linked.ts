import { FormattedString } from '@grammyjs/parse-mode';

import { plain } from './plain.ts';

/** A title, and where it leads. */
export interface TitleLink {
  readonly title: string;
  readonly address: string;
}

/** A text with its first mention of a title as a link; `shown` is written in its place. */
export function linked(
  text: string,
  { title, address }: TitleLink,
  shown: string = title,
): FormattedString {
  const start = title === '' ? -1 : text.indexOf(title);
  if (start === -1) return plain(text);
  const parts = [
    plain(text.slice(0, start)),
    FormattedString.link(shown, address),
    plain(text.slice(start + title.length)),
  ];
  return FormattedString.join(parts, '');
}
