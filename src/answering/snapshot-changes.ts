import { setImmediate as nextTurn } from 'node:timers/promises';

import type { CorpusDocument, DocumentId, Sentence, SentenceId } from '../corpus/document.ts';
import type { Snapshot } from '../retrieval/snapshot.ts';
import { createChangeFinder } from './changed-sentence.ts';
import type { ChangeFinder } from './changed-sentence.ts';

/** A sentence of one of two snapshots. */
export interface ChangedText {
  readonly id: SentenceId;
  readonly text: string;
  /** Its English rendition; null without one. */
  readonly rendition: string | null;
}

/** What became of the sentences of one document; each list in the order of the document. */
export interface DocumentChanges {
  readonly document: DocumentId;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly added: readonly ChangedText[];
  readonly removed: readonly ChangedText[];
  readonly changed: readonly { readonly from: ChangedText; readonly to: ChangedText }[];
}

/** What differs between two snapshots, and how many sentences in all. */
export interface SnapshotChanges {
  readonly documents: readonly DocumentChanges[];
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
}

type Served = Pick<Snapshot, 'documents' | 'passages' | 'words' | 'lexicon'>;

/** Sentences of one document that are looked for among the new ones; what is beyond counts as removed. */
const MOST_LOOKED_FOR = 300;

/**
 * What a re-index added, removed and changed, sentence by sentence. Sentences that both have under the same id are the same; one that is
 * gone is taken for changed where a new one of its document comes near it (see `createChangeFinder`), and each new one stands for one
 * only. Documents that are the same byte for byte aren't looked at. Readers are answered meanwhile: each look takes a turn of the event
 * loop of its own.
 */
export async function changesBetweenSnapshots(
  before: Served,
  after: Served,
): Promise<SnapshotChanges> {
  const finder = createChangeFinder(() => after);
  const ids = new Set([...before.documents.keys(), ...after.documents.keys()]);
  const documents: DocumentChanges[] = [];
  for (const id of ids) {
    const changes = await changesOf(before.documents.get(id), after.documents.get(id), finder);
    if (changes !== null) documents.push(changes);
  }
  const count = (list: 'added' | 'removed' | 'changed'): number =>
    documents.reduce((sum, one) => sum + one[list].length, 0);
  return { documents, added: count('added'), removed: count('removed'), changed: count('changed') };
}

/** Null where its sentences are the same. */
async function changesOf(
  before: CorpusDocument | undefined,
  after: CorpusDocument | undefined,
  finder: ChangeFinder,
): Promise<DocumentChanges | null> {
  const document = (after ?? before)?.id;
  if (document === undefined || before?.hash === after?.hash) return null;
  const [old, now] = [sentencesIn(before), sentencesIn(after)];
  const gone = [...old.values()].filter(({ id }) => !now.has(id));
  const come = new Map([...now].filter(([id]) => !old.has(id)));
  if (gone.length + come.size === 0) return null;
  const successors = await takeSuccessors(document, gone, { come, finder });
  return {
    document,
    kind: kindOf(before, after),
    added: [...come.values()],
    removed: gone.filter(({ id }) => !successors.has(id)),
    changed: gone.flatMap((from) => {
      const to = successors.get(from.id);
      return to === undefined ? [] : [{ from, to }];
    }),
  };
}

/** What each sentence that is gone became, by its id; those that it became are taken out of `come`. */
async function takeSuccessors(
  document: DocumentId,
  gone: readonly ChangedText[],
  { come, finder }: { come: Map<SentenceId, ChangedText>; finder: ChangeFinder },
): Promise<ReadonlyMap<SentenceId, ChangedText>> {
  const successors = new Map<SentenceId, ChangedText>();
  for (const { id, text } of gone.slice(0, MOST_LOOKED_FOR)) {
    if (come.size === 0) break;
    await nextTurn();
    const successor = come.get(finder.find({ document, text })?.sentence ?? '');
    if (successor === undefined) continue;
    successors.set(id, successor);
    come.delete(successor.id);
  }
  return successors;
}

function kindOf(
  before: CorpusDocument | undefined,
  after: CorpusDocument | undefined,
): DocumentChanges['kind'] {
  if (before === undefined) return 'added';
  return after === undefined ? 'removed' : 'changed';
}

function sentencesIn(document: CorpusDocument | undefined): Map<SentenceId, ChangedText> {
  const sentences = (document?.passages ?? []).flatMap((passage) => passage.sentences);
  return new Map(sentences.map((sentence) => [sentence.id, changedText(sentence)]));
}

function changedText({ id, text, rendition }: Sentence): ChangedText {
  return { id, text, rendition: rendition?.text ?? null };
}
