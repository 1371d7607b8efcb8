import { FormattedString } from '@grammyjs/parse-mode';

import type { Answer, Citation } from '../answering/answer.ts';
import type { Messages } from '../messages.ts';
import { splitMessage } from './split-message.ts';

/** How an answer is shown. */
export interface AnswerView {
  /** Our words in the answer's language. */
  readonly words: Messages;
  /** The title of a document in the answer's language. */
  readonly titleOf: (document: string) => string;
  /** The question, where it doesn't stand in the chat already (it was tapped, not written). */
  readonly question?: string;
}

/**
 * The messages that carry an answer: its text, then each citation as a line with marker and title and, in an
 * expandable quote, the verbatim sentence and nothing else. A refusal shows the nearest sentences in the same way.
 *
 * Formatting is in `entities` alone, since markup that Telegram can't parse would lose the whole answer. Quotes stand
 * as the document has them: no direction marks, no trimming.
 */
export function answerMessages(answer: Answer, view: AnswerView): readonly FormattedString[] {
  const blocks = [plain(answer.answer)];
  if (view.question !== undefined) {
    blocks.unshift(plain(view.words.text('bot-asked', { question: view.question })));
  }
  if (answer.status === 'not-in-document' && answer.citations.length > 0) {
    blocks.push(plain(view.words.text('bot-nearest')));
  }
  for (const citation of answer.citations) {
    blocks.push(citationBlock(citation, answer, view));
  }
  return splitMessage(blocks);
}

function citationBlock(citation: Citation, answer: Answer, view: AnswerView): FormattedString {
  const lines = [plain(sourceLine(citation, view))];
  if (answer.language === 'en' && citation.rendition !== null) {
    const { text } = citation.rendition;
    // The answer often is the rendition; a reader needs it once.
    if (!answer.answer.includes(text)) {
      lines.push(plain(text));
    }
  }
  lines.push(FormattedString.expandableBlockquote(citation.quote));
  return FormattedString.join(lines, '\n');
}

function sourceLine(citation: Citation, { words, titleOf }: AnswerView): string {
  const title = titleOf(citation.document);
  return citation.marker === 0
    ? words.text('bot-source-nearest', { title })
    : words.text('bot-source', { marker: `[${citation.marker}]`, title });
}

/** Text without entities. */
export function plain(text: string): FormattedString {
  return new FormattedString(text);
}
