import { FormattedString } from '@grammyjs/parse-mode';
import { InlineKeyboard } from 'grammy';

import type { Proposal, Refusal } from '../../curation/proposal.ts';
import { refusalText } from '../../curation/refusal-text.ts';
import type { Messages } from '../../messages.ts';
import { plain } from '../plain.ts';

/** What was read of a file, for an admin to look at. */
export function proposalMessage(
  name: string,
  proposal: Proposal,
  words: Messages,
): FormattedString {
  const { kind, document, language, title, pages, paragraphs, sentences, words: count } = proposal;
  const facts = [
    words.text('upload-file', { name }),
    words.text('upload-title', { title }),
    ...(kind === 'replacement' ? [words.text('upload-replaces', { title, document })] : []),
    words.text(`upload-language-${language}`),
    ...(pages === null ? [] : [words.text('upload-pages', { pages })]),
    words.text('upload-size', { paragraphs, sentences, words: count }),
  ];
  const warnings = proposal.warnings.map((warning) => words.text(`upload-warning-${warning}`));
  const blocks = [
    FormattedString.bold(words.text(`upload-proposal-${kind}`)),
    plain(facts.join('\n')),
    ...(warnings.length === 0 ? [] : [plain(warnings.join('\n'))]),
    FormattedString.join(
      [plain(words.text('upload-sample')), FormattedString.blockquote(proposal.sample)],
      '\n',
    ),
  ];
  return FormattedString.join(blocks, '\n\n');
}

/** @param waiting how many files of this admin wait, this one among them. */
export function proposalButtons(
  { key, kind }: Proposal,
  waiting: number,
  words: Messages,
): InlineKeyboard {
  const add = words.text(kind === 'replacement' ? 'upload-button-replace' : 'upload-button-add');
  const keyboard = new InlineKeyboard()
    .text(add, `upload:add:${key}`)
    .text(words.text('upload-button-drop'), `upload:drop:${key}`);
  if (waiting < 2) return keyboard;
  return keyboard.row().text(words.text('upload-button-all', { count: waiting }), 'upload:all');
}

/** Why a file can't be added, and what to do. */
export function refusalMessage(
  name: string,
  refusal: Refusal,
  words: Messages,
  titleOf: (document: string) => string,
): FormattedString {
  const lines = [words.text('upload-refused', { name }), refusalText(refusal, words, titleOf)];
  if (refusal.reason !== 'misaligned') return plain(lines.join('\n'));
  const { beginnings } = refusal;
  const shown = (['document', 'rendition'] as const)
    .filter((side) => beginnings[side] !== '')
    .map((side) =>
      FormattedString.join(
        [
          plain(words.text(`upload-refused-beginning-${side}`)),
          FormattedString.blockquote(beginnings[side]),
        ],
        '\n',
      ),
    );
  return FormattedString.join([plain(lines.join('\n')), ...shown], '\n\n');
}
