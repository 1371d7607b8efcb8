import { FormattedString } from '@grammyjs/parse-mode';

import type { Answer, Citation } from '../answering/answer.ts';
import { claimSpans } from '../answering/claim-spans.ts';
import type { ClaimSpan } from '../answering/claim-spans.ts';
import { namesTitle } from '../answering/own-words.ts';
import type { Messages } from '../messages.ts';
import { isolateFor } from './isolate.ts';
import { splitMessage } from './split-message.ts';

/** How an answer is shown. */
export interface AnswerView {
  /** Our words in the answer's language. */
  readonly words: Messages;
  /** The title of a document in the answer's language. */
  readonly titleOf: (document: string) => string;
  /** A quiet line behind it all; null for most answers. */
  readonly note: string | null;
  /** The question, where it doesn't stand in the chat already (it was tapped, not written). */
  readonly question?: string;
}

/**
 * The messages that carry an answer: its text, then each citation as a line with marker and title and, in an
 * expandable quote, the verbatim sentence and nothing else. Of an answer made of the documents' own sentences each claim has its quote in its
 * place, and the title only where it doesn't say that itself. A refusal shows the nearest sentences.
 *
 * Formatting is in `entities` alone, since markup that Telegram can't parse would lose the whole answer. Quotes stand
 * as the document has them: no direction marks, no trimming.
 */
export function answerMessages(answer: Answer, view: AnswerView): readonly FormattedString[] {
  const claims = claimSpans(answer);
  const blocks =
    claims.length > 0
      ? claims.map((claim) => claimBlock(claim, answer, view))
      : [styled(answer, 0, answer.answer.length)];
  if (view.question !== undefined) {
    blocks.unshift(plain(view.words.text('bot-asked', { question: view.question })));
  }
  if (answer.status === 'not-in-document' && answer.citations.length > 0) {
    blocks.push(plain(view.words.text('bot-nearest')));
  }
  for (const citation of claims.length > 0 ? [] : answer.citations) {
    blocks.push(citationBlock(citation, answer, view));
  }
  if (view.note !== null) blocks.push(FormattedString.italic(view.note));
  return splitMessage(blocks);
}

/** What is said of a citation, its quote as a quote, and which document it is from where nothing has said so. */
function claimBlock(claim: ClaimSpan, answer: Answer, view: AnswerView): FormattedString {
  const { citation, quoted } = claim;
  const marker = ` [${citation.marker}]`;
  const title = view.titleOf(citation.document);
  const before = styled(answer, claim.start, quoted?.start ?? claim.end, title);
  const behind =
    quoted === null ? '' : answer.answer.slice(quoted.end, claim.end - marker.length).trim();
  const isNamed = namesTitle(answer, title);
  const parts = [
    before,
    plain(isNamed ? '' : sourceLine(citation, view)),
    FormattedString.expandableBlockquote(citation.quote),
    plain(behind),
  ];
  return FormattedString.join(
    parts.filter(({ text }) => text !== ''),
    '\n',
  );
}

/** A part of an answer without the line's end behind it, what says it shortest in bold, a title kept in its direction. */
function styled(
  { answer, emphasis, language }: Answer,
  start: number,
  end: number,
  title = '',
): FormattedString {
  const own = (from: number, to: number): FormattedString => {
    const text = answer.slice(from, to);
    return plain(title === '' ? text : text.replaceAll(title, isolateFor(language, title)));
  };
  const parts: FormattedString[] = [];
  const last = start + answer.slice(start, end).trimEnd().length;
  let position = start;
  for (const span of emphasis.filter((one) => one.start >= start && one.end <= last)) {
    parts.push(own(position, span.start));
    parts.push(FormattedString.bold(answer.slice(span.start, span.end)));
    position = span.end;
  }
  return FormattedString.join([...parts, own(position, last)], '');
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
