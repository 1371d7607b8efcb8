import { FormattedString } from '@grammyjs/parse-mode';

import type { TextPart } from '../answering/text-changes.ts';
import { plain } from './plain.ts';

/** Two texts laid beside each other: what was removed is struck through, what was added bold. */
export function changedText(parts: readonly TextPart[]): FormattedString {
  const marked = parts.map(({ kind, text }) => {
    if (kind === 'removed') return FormattedString.strikethrough(text);
    return kind === 'added' ? FormattedString.bold(text) : plain(text);
  });
  return FormattedString.join(marked, '');
}
