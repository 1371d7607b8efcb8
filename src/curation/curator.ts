import { parseCorpus } from '../corpus/corpus.ts';
import { DocumentStore } from '../corpus/document-store.ts';
import type { DocumentId, Title } from '../corpus/document.ts';
import type { Extract, Extraction } from '../corpus/extraction/extraction.ts';
import { createGate } from '../corpus/extraction/gate.ts';
import { readCorpusFiles } from '../corpus/read-files.ts';
import type { DocumentFiles } from '../corpus/read-files.ts';
import { detectLanguage } from '../language/detect.ts';
import { idOf, nameDocument } from './document-id.ts';
import type { NamedDocument } from './document-id.ts';
import { hashOf, Incoming } from './incoming.ts';
import type { WaitingFile } from './incoming.ts';
import { PastedText } from './pasted-text.ts';
import type { Intake, Proposal, ProposalKind, Refusal } from './proposal.ts';
import { propose, titleIn } from './propose.ts';
import type { Upload } from './propose.ts';
import { titleLine } from './title-line.ts';

/** A document as it stands in the folders, indexed or not. */
export interface CuratedDocument {
  readonly id: DocumentId;
  readonly title: Title;
  readonly date: string | null;
  readonly passages: number;
  readonly hasRendition: boolean;
}

/** What became of an upload that an admin wanted added. */
type Addition =
  | {
      readonly added: {
        readonly document: DocumentId;
        readonly kind: ProposalKind;
        readonly title: string;
      };
    }
  /** `name` is that of the file. */
  | { readonly refusal: Refusal; readonly name: string }
  /** It would now replace a document that wasn't there when it was shown: it waits under another key, to be looked at again. */
  | { readonly changed: Proposal; readonly name: string }
  /** It was added or dropped before. */
  | { readonly gone: true };

/** A file that somebody sent; `by` is a number of the caller's that names them. */
interface ReceivedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly by: number;
}

/** Takes documents in and out. Methods reject with the file system's error where a folder can't be written; nothing has changed then. */
export interface Curator {
  /** Reads a file and keeps it until it is added or dropped. Never rejects for what is in the file. */
  receive(file: ReceivedFile, signal?: AbortSignal): Promise<Intake>;
  /** The same for text; `name` is its title where its first line is none. */
  receiveText(text: string, by: number, name: string): Promise<Intake>;
  /** A text that comes in parts. */
  readonly pasted: PastedText;
  /** The keys of what waits of one sender, the oldest first. */
  waiting(by: number): Promise<readonly string[]>;
  add(key: string): Promise<Addition>;
  /** The title of what was dropped; null where it is gone already. */
  drop(key: string): Promise<string | null>;
  /** In the order of their ids. */
  list(): Promise<readonly CuratedDocument[]>;
  /** The last one stays: without any document there is nothing to serve. */
  remove(id: DocumentId): Promise<'removed' | 'unknown' | 'last'>;
  /** The ids of what was removed and can be brought back. */
  removed(): Promise<readonly DocumentId[]>;
  /** Takes a removal back; false where that can't be done any more. */
  restore(id: DocumentId): Promise<boolean>;
  /**
   * Gives a document another title, in the language that it is in. The title as it is kept, on one line and shortened where it is very long;
   * null where there is no such document.
   */
  rename(id: DocumentId, title: string): Promise<string | null>;
  /** Drops all that waits of one sender, and the text that they have begun. What they added stays. */
  forget(by: number): Promise<void>;
  /** Deletes for good what was removed, and drops what has waited, since before a time in milliseconds since 1970. */
  purge(before: number): Promise<void>;
}

/** Where documents are, and what reads files. */
export interface CuratorParts {
  /** Never written. */
  readonly documentsDirectory: string;
  /** Overlays it. */
  readonly uploadsDirectory: string;
  readonly incomingDirectory: string;
  readonly extract: Extract;
  /** Milliseconds since 1970. Default: `Date.now`. */
  readonly now?: () => number;
}

export function createCurator(parts: CuratorParts): Curator {
  const { documentsDirectory, uploadsDirectory, extract, now = Date.now } = parts;
  const store = new DocumentStore(documentsDirectory, uploadsDirectory);
  const incoming = new Incoming(parts.incomingDirectory);
  const gate = createGate(1);
  /** One change after another, so that each is judged beside what is there after the one before it. */
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    const leave = await gate.enter();
    try {
      return await work();
    } finally {
      leave?.();
    }
  };
  const readDocuments = async (): Promise<readonly DocumentFiles[]> =>
    (await readCorpusFiles(documentsDirectory, uploadsDirectory)).documents;
  const waitingDocuments = async (id: DocumentId): Promise<DocumentFiles[]> => {
    const files = (await incoming.list()).filter(
      ({ named }) => named.id === id && !named.isRendition,
    );
    const found = await Promise.all(files.map(async ({ key }) => incoming.find(key)));
    return found.filter((upload) => upload !== null).map(asDocument);
  };
  const take = async (
    extraction: Extraction,
    named: NamedDocument,
    by: number,
  ): Promise<Intake> => {
    if ('problem' in extraction) return { refusal: { reason: extraction.problem } };
    const upload = { extracted: extraction.extracted, named };
    const documents = [...(await readDocuments())];
    // A rendition may come together with its document.
    if (named.isRendition) documents.push(...(await waitingDocuments(named.id)));
    const judged = propose(upload, documents);
    if ('refusal' in judged) return judged;
    const { kind } = judged.proposal;
    const key = await inTurn(async () => {
      // Sent twice, or handled once more after a restart, it still waits once.
      const again = (await incoming.list()).find((one) => one.by === by && isSame(one, upload));
      const added = await incoming.add({ ...upload, kind, by, at: now() });
      if (added !== null && again !== undefined) await incoming.drop(again.key);
      return added;
    });
    return key === null
      ? { refusal: { reason: 'too-many-waiting' } }
      : { proposal: { ...judged.proposal, key } };
  };
  const add = async (key: string): Promise<Addition> => {
    const upload = await incoming.find(key);
    if (upload === null) return { gone: true };
    const { name } = upload.named;
    const documents = await readDocuments();
    const there = documents.find((document) => isThere(upload, document));
    if (there !== undefined) {
      await incoming.drop(key);
      return { added: { document: there.id, kind: upload.kind, title: titleIn(there) } };
    }
    // The documents may have changed since it was shown.
    const judged = propose(upload, documents);
    if ('refusal' in judged) {
      if (judged.refusal.reason === 'duplicate') await incoming.drop(key);
      return { ...judged, name };
    }
    const { document, kind, title } = judged.proposal;
    if (kind === 'replacement' && upload.kind !== kind) {
      const anew = await incoming.replace(key, { ...upload, kind });
      return { changed: { ...judged.proposal, key: anew }, name };
    }
    await store.put(document, changeOf(upload, judged.proposal));
    await incoming.drop(key);
    return { added: { document, kind, title } };
  };
  const pasted = new PastedText(parts.incomingDirectory);
  return {
    pasted,
    receive: async ({ name, bytes, by }, signal) =>
      take(await extract({ name, bytes }, signal), nameDocument(name), by),
    async receiveText(text, by, name) {
      const bytes = new TextEncoder().encode(text);
      const [first = ''] = text.trim().split('\n', 1);
      const named = { id: idOf(first), name, isRendition: false };
      return take(await extract({ name: 'text.txt', bytes }), named, by);
    },
    waiting: async (by) =>
      (await incoming.list()).filter((upload) => upload.by === by).map(({ key }) => key),
    add: async (key) => inTurn(async () => add(key)),
    drop: async (key) =>
      inTurn(async () => {
        const upload = await incoming.find(key);
        return upload !== null && (await incoming.drop(key)) ? upload.named.name : null;
      }),
    async list() {
      const { documents } = parseCorpus({ documents: await readDocuments(), failed: [] });
      return documents.map(({ id, description, passages }) => ({
        id,
        title: description.title,
        date: description.date,
        passages: passages.length,
        hasRendition: passages.some(({ sentences }) =>
          sentences.some(({ rendition }) => rendition !== null),
        ),
      }));
    },
    async remove(id) {
      const documents = await readDocuments();
      if (!documents.some((document) => document.id === id)) return 'unknown';
      if (documents.length === 1) return 'last';
      return (await store.remove(id)) ? 'removed' : 'unknown';
    },
    removed: async () => store.removed(),
    restore: async (id) => (await store.removed()).includes(id) && store.restore(id),
    async rename(id, given) {
      const document = (await this.list()).find((one) => one.id === id);
      if (document === undefined) return null;
      const title = titleLine(given);
      const { ckb, en } = document.title;
      // Where one title stands for both languages, the English one is none of its own.
      const english = ckb === en ? {} : { en };
      const isEnglish = detectLanguage(title) === 'en';
      const renamed = isEnglish ? { ckb, en: title } : { ckb: title, ...english };
      await store.put(id, { description: { title: renamed } });
      return title;
    },
    async forget(by) {
      for (const key of await this.waiting(by)) await incoming.drop(key);
      await pasted.end(by);
    },
    async purge(before) {
      await store.purge(before);
      await incoming.purge(before);
    },
  };
}

function isSame({ named, hash }: WaitingFile, other: Upload): boolean {
  const { id, isRendition } = other.named;
  return (
    named.id === id && named.isRendition === isRendition && hash === hashOf(other.extracted.text)
  );
}

/** Whether an upload is in its document already: the process that added it was killed before it could be dropped. */
function isThere({ extracted, named }: Upload, { id, sorani, english }: DocumentFiles): boolean {
  const side = named.isRendition ? english : sorani;
  return id === named.id && side?.equals(Buffer.from(extracted.text)) === true;
}

/** What waits to be a document, as the document that it would be. */
function asDocument({ extracted, named: { id } }: Upload): DocumentFiles {
  const sorani = Buffer.from(extracted.text);
  return { id, sorani, english: null, description: null, unreadable: [], hash: '' };
}

function changeOf(
  { extracted, named }: Upload,
  { kind, title, warnings }: Omit<Proposal, 'key'>,
): Parameters<DocumentStore['put']>[1] {
  if (kind === 'rendition') return { english: extracted.text };
  if (kind === 'replacement') {
    const breaks = warnings.includes('rendition-breaks');
    return { sorani: extracted.text, ...(breaks ? { english: null } : {}) };
  }
  return {
    sorani: extracted.text,
    // Of an earlier document of that name.
    english: null,
    description: { title: { ckb: title }, source: named.name },
  };
}
