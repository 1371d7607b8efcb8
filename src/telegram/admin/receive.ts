import type { Context } from 'grammy';
import type { Document } from 'grammy/types';

import type { Intake, Proposal } from '../../curation/proposal.ts';
import type { Desk } from '../desk.ts';
import { downloadFile, MOST_BYTES } from '../download.ts';
import { failureFields } from '../failures.ts';
import { plain } from '../plain.ts';
import { splitMessage } from '../split-message.ts';
import { askerOf } from './asker.ts';
import type { Asker } from './asker.ts';
import { proposalButtons, proposalMessage, refusalMessage } from './upload-text.ts';
import { written } from './written.ts';

/** Fetches a file, reads it, and shows the admin what was read. */
export async function receiveFile(desk: Desk, ctx: Context, document: Document): Promise<void> {
  const asker = askerOf(desk, ctx);
  const name = document.file_name ?? 'document';
  const { administration } = desk.parts;
  const intake = await desk.presence.during(ctx, async () => {
    const bytes = await fetchFile(desk, ctx, document);
    if (bytes === 'not-fetched') return bytes;
    if (bytes === null) return { refusal: { reason: 'too-large' } } satisfies Intake;
    return written(desk, asker, async () =>
      administration.curator.receive({ name, bytes, by: asker.id }),
    );
  });
  if (intake === 'not-fetched') {
    const keys = ['upload-refused', 'upload-refused-not-fetched'];
    const lines = keys.map((key) => asker.words.text(key, { name }));
    await asker.chat.send(splitMessage([plain(lines.join('\n'))]));
  } else if (intake !== null) {
    await show(desk, asker, name, intake);
  }
}

/** The bytes of a file; null where it is too large. */
async function fetchFile(
  { parts: { token, apiRoot, log } }: Desk,
  { api }: Context,
  { file_id: id, file_size: size = 0 }: Document,
): Promise<Uint8Array | 'not-fetched' | null> {
  try {
    return size > MOST_BYTES ? null : await downloadFile(api, id, { token, apiRoot });
  } catch (error) {
    log.warn('A file could not be fetched.', failureFields(error));
    return 'not-fetched';
  }
}

/** Shows the admin what a text would be as a document; false where it could not be kept, and the admin may try again. */
export async function receiveText(desk: Desk, ctx: Context, text: string): Promise<boolean> {
  const asker = askerOf(desk, ctx);
  const name = asker.words.text('paste-name');
  const { curator } = desk.parts.administration;
  const intake = await written(desk, asker, async () => curator.receiveText(text, asker.id, name));
  if (intake === null) return false;
  await show(desk, asker, name, intake);
  return !('refusal' in intake && intake.refusal.reason === 'too-many-waiting');
}

async function show(desk: Desk, asker: Asker, name: string, intake: Intake): Promise<void> {
  const { chat, words } = asker;
  if ('refusal' in intake) {
    await chat.send(
      splitMessage([refusalMessage(name, intake.refusal, words, titlesFor(desk, asker))]),
    );
    return;
  }
  await propose(desk, asker, name, intake.proposal);
}

/** Shows what was read of a file, and asks whether to add it. */
export async function propose(
  desk: Desk,
  { id, chat, words }: Asker,
  name: string,
  proposal: Proposal,
): Promise<void> {
  const waiting = await desk.parts.administration.curator.waiting(id);
  await chat.send(
    splitMessage([proposalMessage(name, proposal, words)]),
    proposalButtons(proposal, waiting.length, words),
  );
}

export function titlesFor(desk: Desk, { language }: Asker): (document: string) => string {
  return (document) => desk.titleOf(document, language);
}
