import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';

import { MOST_BYTES } from '../corpus/extraction/extraction.ts';
import { ADDING } from '../curation/proposal.ts';
import type { Intake, Proposal } from '../curation/proposal.ts';
import { refusalText } from '../curation/refusal-text.ts';
import { titleLine } from '../curation/title-line.ts';
import { PirsyarError, UsageError } from '../errors.ts';
import type { Messages } from '../messages.ts';
import { write } from '../streams.ts';
import type { Streams } from '../streams.ts';
import type { JsonOption } from './documents-commands.ts';
import type { OpenDocuments } from './services.ts';

type Open = () => Promise<OpenDocuments>;

/** Uploads of the command line are nobody's in Telegram. */
const COMMAND_LINE = 0;
const READ_IN = 'The index is brought up to date by `pirsyar index`, or with the next question.';

/** Lists the documents that are there, indexed or not. Resolves to the exit code. */
export async function listDocuments(
  { json }: JsonOption,
  open: Open,
  { output }: Streams,
): Promise<number> {
  const documents = await (await open()).curator.list();
  if (json === true) {
    await write(output, `${JSON.stringify(documents)}\n`);
    return 0;
  }
  for (const { id, title, date, passages, hasRendition } of documents) {
    const facts = [`${passages} passages`, hasRendition ? 'with rendition' : null, date];
    const known = facts.filter((fact) => fact !== null).join(', ');
    await write(output, `${id}\t${title.ckb}\t${known}\n`);
  }
  return 0;
}

/** Reads files and adds them, each by itself. Resolves to the exit code: 1 where one could not be added. */
export async function addDocuments(
  files: readonly string[],
  { json, dryRun }: JsonOption & { readonly dryRun?: true },
  open: Open,
  streams: Streams,
): Promise<number> {
  const opened = await open();
  const taken = new Set<string>();
  let failures = 0;
  for (const file of files) {
    const done = await addOne(file, { opened, taken, isAdded: dryRun !== true });
    if (done.problem !== null) {
      failures += 1;
      await write(streams.errors, `${file}: ${done.problem}\n`);
    }
    if (json === true) {
      const line = done.intake ?? { problem: done.problem };
      await write(streams.output, `${JSON.stringify({ file, ...line })}\n`);
    } else if (done.problem === null) {
      await write(streams.output, `${file}: ${described(done.intake, opened.words)}\n`);
    }
  }
  if (failures < files.length && dryRun !== true) await write(streams.errors, `${READ_IN}\n`);
  return failures === 0 ? 0 : 1;
}

/** What came of a file: what was read, and why it is not added; the first is null where it could not even be read. */
type Added =
  | { readonly intake: Intake; readonly problem: string | null }
  | { readonly intake: null; readonly problem: string };

/** What files are added with. */
interface Adding {
  readonly opened: OpenDocuments;
  /** What this command has added so far: a second file of that name is meant to be another document. */
  readonly taken: Set<string>;
  /** False where files are only shown. */
  readonly isAdded: boolean;
}

async function addOne(file: string, adding: Adding): Promise<Added> {
  const { words } = adding.opened;
  const intake = await receive(file, adding.opened);
  if (typeof intake === 'string') return { intake: null, problem: intake };
  if ('proposal' in intake) return { intake, problem: await settle(intake.proposal, adding) };
  return { intake, problem: refusalText(intake.refusal, words, (id) => id) };
}

/** Adds what was proposed, or drops it; why it can't be added, or null. */
async function settle(
  { key, kind, document }: Proposal,
  { opened: { curator, words, record }, taken, isAdded }: Adding,
): Promise<string | null> {
  const name = `${kind === 'rendition' ? 'rendition' : 'document'} ${document}`;
  if (!isAdded || taken.has(name)) {
    await curator.drop(key);
    return isAdded ? otherOf(document) : null;
  }
  const addition = await curator.add(key);
  if ('added' in addition) {
    taken.add(name);
    await record(ADDING[kind], document);
    return null;
  }
  await curator.drop('changed' in addition ? addition.changed.key : key);
  return 'refusal' in addition
    ? refusalText(addition.refusal, words, (id) => id)
    : otherOf(document);
}

function otherOf(document: string): string {
  return `another file has just become "${document}": rename one of them, or add this one alone to replace that`;
}

/** What was read of a file, or why it can't be. */
async function receive(file: string, { curator }: OpenDocuments): Promise<Intake | string> {
  let bytes: Uint8Array;
  try {
    const found = await stat(file);
    // A pipe may never end.
    if (!found.isFile()) return 'it is not a file.';
    if (found.size > MOST_BYTES) return { refusal: { reason: 'too-large' } };
    bytes = await readFile(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error;
    return `it can't be read (${String(code)}).`;
  }
  return curator.receive({ name: basename(file), bytes, by: COMMAND_LINE });
}

function described(intake: Intake | null, words: Messages): string {
  if (intake === null || !('proposal' in intake)) return '';
  const { proposal } = intake;
  const { kind, document, title, paragraphs, sentences, words: count, warnings } = proposal;
  const facts = `${kind} of "${document}": ${title} (${paragraphs} paragraphs, ${sentences} sentences, ${count} words)`;
  return [facts, ...warnings.map((warning) => words.text(`upload-warning-${warning}`))].join(
    '\n  ',
  );
}

/** Removes a document. Resolves to the exit code. */
export async function removeDocument(id: string, open: Open, streams: Streams): Promise<number> {
  const { curator, record } = await open();
  const removal = await curator.remove(id);
  if (removal === 'unknown') throw unknown(id);
  if (removal === 'last') {
    throw new PirsyarError(`"${id}" is the only document: add another one before you remove it.`);
  }
  await record('remove', id);
  await write(
    streams.errors,
    `"${id}" is removed; \`pirsyar documents restore ${id}\` brings it back. ${READ_IN}\n`,
  );
  return 0;
}

/** Brings a removed document back. Resolves to the exit code. */
export async function restoreDocument(id: string, open: Open, streams: Streams): Promise<number> {
  const { curator, record } = await open();
  if (!(await curator.restore(id))) {
    throw new PirsyarError(`"${id}" is not removed, or was deleted for good: add its file again.`);
  }
  await record('restore', id);
  await write(streams.errors, `"${id}" is back. ${READ_IN}\n`);
  return 0;
}

/** Gives a document another title. Resolves to the exit code. */
export async function renameDocument(
  id: string,
  title: string,
  open: Open,
  streams: Streams,
): Promise<number> {
  const line = titleLine(title);
  if (line === '') throw new UsageError('The new title is empty.');
  const { curator, record } = await open();
  const renamed = await curator.rename(id, line);
  if (renamed === null) throw unknown(id);
  await record('rename', id);
  await write(streams.errors, `"${id}" is now: ${renamed}. ${READ_IN}\n`);
  return 0;
}

function unknown(id: string): PirsyarError {
  return new PirsyarError(
    `There is no document "${id}": \`pirsyar documents list\` names those that there are.`,
  );
}
