import { FormattedString } from '@grammyjs/parse-mode';

import type { Answer, Citation } from '../answering/answer.ts';
import { claimSpans } from '../answering/claim-spans.ts';
import type { ClaimSpan } from '../answering/claim-spans.ts';
import { namesTitle } from '../answering/own-words.ts';
import type { Messages } from '../messages.ts';
import { isolateFor } from './isolate.ts';
import { linked } from './linked.ts';
import type { TitleLink } from './linked.ts';
import { plain } from './plain.ts';
import { splitMessage } from './split-message.ts';

/** How an answer is shown. */
export interface AnswerView {
  /** Our words in the answer's language. */
  readonly words: Messages;
  /** The title of a document in the answer's language. */
  readonly titleOf: (document: string) => string;
  /** The permanent address of a sentence. */
  readonly addressOf: (sentence: string) => string;
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
      : [styled(answer, { start: 0, end: answer.answer.length })];
  if (view.question !== undefined) {
    blocks.unshift(plain(view.words.text('bot-asked', { question: view.question })));
  }
  const cited = claims.length > 0 ? [] : answer.citations;
  for (const [index, citation] of cited.entries()) {
    const isNamed = citation.marker === 0 && cited[index - 1]?.document === citation.document;
    blocks.push(citationBlock(citation, answer, { ...view, isNamed }));
  }
  if (view.note !== null) blocks.push(FormattedString.italic(view.note));
  return splitMessage(blocks);
}

/** What is said of a citation, its quote as a quote, and which document it is from where nothing has said so. */
function claimBlock(claim: ClaimSpan, answer: Answer, view: AnswerView): FormattedString {
  const { citation, quoted } = claim;
  const marker = ` [${citation.marker}]`;
  const title = view.titleOf(citation.document);
  const link = { title, address: view.addressOf(citation.sentence) };
  // The marker stands in the line of the source; only an answer that names its source itself keeps it.
  const isNamed = namesTitle(answer, title);
  const saidUntil = quoted?.start ?? claim.end - (isNamed ? 0 : marker.length);
  const before = styled(answer, { start: claim.start, end: saidUntil }, link);
  const behind =
    quoted === null ? '' : answer.answer.slice(quoted.end, claim.end - marker.length).trim();
  const parts = [
    before,
    isNamed ? plain('') : sourceLine(citation, view),
    FormattedString.expandableBlockquote(withShortAnswer(claim, answer)),
    plain(behind),
  ];
  return FormattedString.join(
    parts.filter(({ text }) => text !== ''),
    '\n',
  );
}

/** A quote with what of it answers the question in bold, where the answer says that in the same words. */
function withShortAnswer(
  { citation: { quote }, start, end }: ClaimSpan,
  { answer, emphasis }: Answer,
): FormattedString {
  const short = emphasis.find((one) => one.start >= start && one.end <= end);
  const words = short === undefined ? '' : answer.slice(short.start, short.end);
  const at = words === '' ? -1 : quote.indexOf(words);
  if (at === -1) return plain(quote);
  const parts = [
    plain(quote.slice(0, at)),
    FormattedString.bold(words),
    plain(quote.slice(at + words.length)),
  ];
  return FormattedString.join(parts, '');
}

/** A part of an answer without the line's end behind it, what says it shortest in bold, a title linked and kept in its direction. */
function styled(
  { answer, emphasis, language }: Answer,
  span: Pick<ClaimSpan, 'start' | 'end'>,
  link?: TitleLink,
): FormattedString {
  const own = (from: number, to: number): FormattedString => {
    const text = answer.slice(from, to);
    return link === undefined ? plain(text) : linked(text, link, isolateFor(language, link.title));
  };
  const parts: FormattedString[] = [];
  const last = span.start + answer.slice(span.start, span.end).trimEnd().length;
  let position = span.start;
  for (const { start, end } of emphasis.filter(
    (one) => one.start >= span.start && one.end <= last,
  )) {
    parts.push(own(position, start));
    parts.push(FormattedString.bold(answer.slice(start, end)));
    position = end;
  }
  return FormattedString.join([...parts, own(position, last)], '');
}

/** A quote under its source, which isn't named twice in a row; to a reader of English its rendition first, of a sentence that is only near its beginning. */
function citationBlock(
  citation: Citation,
  answer: Answer,
  view: AnswerView & { readonly isNamed: boolean },
): FormattedString {
  const lines = view.isNamed ? [] : [sourceLine(citation, view)];
  const { rendition } = citation;
  // The answer often is the rendition; a reader needs it once.
  if (answer.language === 'en' && rendition !== null && !answer.answer.includes(rendition.text)) {
    lines.push(plain(citation.marker === 0 ? beginning(rendition.text) : rendition.text));
  }
  lines.push(FormattedString.expandableBlockquote(citation.quote));
  return FormattedString.join(lines, '\n');
}

/** Enough of a sentence to see what it is about; whole words. */
const BEGINNING_UNITS = 140;

function beginning(text: string): string {
  if (text.length <= BEGINNING_UNITS) return text;
  const cut = text.slice(0, BEGINNING_UNITS);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).trimEnd()} …`;
}

function sourceLine(
  citation: Citation,
  { words, titleOf, addressOf }: AnswerView,
): FormattedString {
  const title = titleOf(citation.document);
  const line =
    citation.marker === 0
      ? words.text('bot-source-nearest', { title })
      : words.text('bot-source', { marker: `[${citation.marker}]`, title });
  return linked(line, { title, address: addressOf(citation.sentence) });
}
