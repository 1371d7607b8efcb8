import { FormattedString } from '@grammyjs/parse-mode';

import type { AnswerLanguage } from '../answering/answer.ts';
import type { Messages } from '../messages.ts';
import { differenceLines, verdictText } from '../proof/format-check.ts';
import type { QuoteCheck } from '../proof/quote-check.ts';
import { linked } from './linked.ts';
import { plain } from './plain.ts';
import { splitMessage } from './split-message.ts';

/** How a check is shown. */
export interface CheckView {
  readonly language: AnswerLanguage;
  /** Our words in that language. */
  readonly words: Messages;
  /** The title of a document in that language. */
  readonly titleOf: (document: string) => string;
  /** The permanent address of a sentence. */
  readonly addressOf: (sentence: string) => string;
  /** A quiet line behind it all; null for most checks. */
  readonly note: string | null;
}

/**
 * The messages that carry a check: the verdict, the document's own words in an expandable quote under its title, and what differs. The
 * quote stands as the document has it.
 */
export function checkMessages(check: QuoteCheck, view: CheckView): readonly FormattedString[] {
  const { citation } = check;
  const blocks = [plain(verdictText(check, view.words))];
  if (citation !== null) {
    const title = view.titleOf(citation.document);
    const source = view.words.text('bot-source-nearest', { title });
    const lines = [linked(source, { title, address: view.addressOf(citation.sentence) })];
    if (view.language === 'en' && citation.rendition !== null) {
      lines.push(plain(citation.rendition.text));
    }
    lines.push(FormattedString.expandableBlockquote(citation.quote));
    blocks.push(FormattedString.join(lines, '\n'));
  }
  const differences = differenceLines(check, view.words);
  if (differences.length > 0) blocks.push(plain(differences.join('\n')));
  if (view.note !== null) blocks.push(FormattedString.italic(view.note));
  return splitMessage(blocks);
}
