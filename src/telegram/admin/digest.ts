import { FormattedString } from '@grammyjs/parse-mode';
import { InputFile } from 'grammy';

import type {
  ChangedText,
  DocumentChanges,
  SnapshotChanges,
} from '../../answering/snapshot-changes.ts';
import { changesBetween } from '../../answering/text-changes.ts';
import type { Messages } from '../../messages.ts';
import { sentenceAddress } from '../address.ts';
import { changedText } from '../changed-text.ts';
import type { Desk } from '../desk.ts';
import { plain } from '../plain.ts';
import { splitMessage } from '../split-message.ts';
import type { Asker } from './asker.ts';

/** Sentences shown in the chat; where there are more, a file holds all. */
const MOST_SHOWN = 8;
const LONGEST_SHOWN = 600;

/**
 * Tells an admin what a swap changed: each sentence in Sorani and, where it has one, its English rendition, with the addresses of what it
 * was and what it is. Says nothing where nothing changed.
 */
export async function sendDigest(
  desk: Desk,
  { chat, words, language, username }: Asker,
  changes: SnapshotChanges,
): Promise<void> {
  const { added, removed, changed } = changes;
  if (added + removed + changed === 0) return;
  const titleOf = (document: string): string => desk.titleOf(document, language);
  const blocks = [FormattedString.bold(words.text('digest-head', { added, removed, changed }))];
  const entries: FormattedString[] = [];
  for (const document of changes.documents) {
    const head = plain(headOf(document, words, titleOf(document.document)));
    // Of a whole document that came or went, the number tells enough.
    const own = document.kind === 'changed' ? entriesOf(document, words, username) : [];
    entries.push(head, ...own);
  }
  blocks.push(...entries.slice(0, MOST_SHOWN));
  const left = entries.length - MOST_SHOWN;
  if (left > 0) blocks.push(plain(words.text('digest-more', { count: left })));
  await chat.send(splitMessage(blocks));
  if (left <= 0) return;
  const file = new InputFile(Buffer.from(wholeText(changes, words, titleOf)), 'changes.txt');
  await chat.sendDocument(file, words.text('digest-caption'));
}

function headOf({ kind, added, removed }: DocumentChanges, words: Messages, title: string): string {
  const count = kind === 'added' ? added.length : removed.length;
  return words.text(`digest-document-${kind}`, kind === 'changed' ? { title } : { title, count });
}

function entriesOf(
  { added, removed, changed }: DocumentChanges,
  words: Messages,
  username: string,
): FormattedString[] {
  const link = (key: string, { id }: ChangedText): FormattedString =>
    FormattedString.link(words.text(key), sentenceAddress(username, id));
  return [
    ...changed.map(({ from, to }) =>
      entry(
        '✏️ ',
        changedText(changesBetween(from.text, to.text)),
        from.rendition === to.rendition ? to.rendition : joined(from.rendition, to.rendition),
        FormattedString.join([link('digest-before', from), link('digest-now', to)], ' · '),
      ),
    ),
    ...removed.map((from) =>
      entry(
        '➖ ',
        FormattedString.strikethrough(short(from.text)),
        from.rendition,
        link('digest-before', from),
      ),
    ),
    ...added.map((to) =>
      entry('➕ ', FormattedString.bold(short(to.text)), to.rendition, link('digest-now', to)),
    ),
  ];
}

function entry(
  sign: string,
  sorani: FormattedString,
  rendition: string | null,
  links: FormattedString,
): FormattedString {
  const lines = [FormattedString.join([plain(sign), sorani], '')];
  if (rendition !== null) lines.push(FormattedString.italic(short(rendition)));
  return FormattedString.join([...lines, links], '\n');
}

function joined(before: string | null, now: string | null): string | null {
  return before === null || now === null ? (now ?? before) : `${before} → ${now}`;
}

function short(text: string): string {
  return text.length <= LONGEST_SHOWN
    ? text
    : `${text.slice(0, LONGEST_SHOWN).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}

function wholeText(
  { documents }: SnapshotChanges,
  words: Messages,
  titleOf: (document: string) => string,
): string {
  return documents
    .map((document) =>
      [
        headOf(document, words, titleOf(document.document)),
        ...document.changed.map(({ from, to }) => `${line('-', from)}\n${line('+', to)}`),
        ...document.removed.map((from) => line('-', from)),
        ...document.added.map((to) => line('+', to)),
      ].join('\n\n'),
    )
    .join('\n\n\n');
}

function line(sign: string, { text, rendition }: ChangedText): string {
  return [`${sign} ${text}`, ...(rendition === null ? [] : [`   ${rendition}`])].join('\n');
}
