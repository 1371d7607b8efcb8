import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import type { DocumentId } from '../corpus/document.ts';
import { messageOf } from '../errors.ts';
import { readQuestions } from '../evaluation/questions.ts';
import type { EvaluationQuestion } from '../evaluation/questions.ts';
import type { Log } from '../log.ts';

/** The questions by which an admin judges one document. */
export interface GoldSet {
  readonly document: DocumentId;
  readonly questions: readonly EvaluationQuestion[];
}

/** `<id>.questions.jsonl` beside a document, in the format of `evaluate`. */
const QUESTIONS = '.questions.jsonl';

/**
 * Reads the questions of each document that has some, from the first of the folders that holds them. Those of other documents in such a file
 * are left out; a file that can't be read is named in the log, and checks nothing.
 */
export async function readGoldSets(
  documents: Iterable<DocumentId>,
  folders: readonly string[],
  log: Log,
): Promise<GoldSet[]> {
  const sets: GoldSet[] = [];
  const places = await findFiles(folders);
  for (const document of documents) {
    const file = places.get(document + QUESTIONS);
    if (file === undefined) continue;
    try {
      const questions = await readQuestions(file);
      const own = questions.filter(({ gold }) => gold === null || gold.document === document);
      if (own.length > 0) sets.push({ document, questions: own });
    } catch (error) {
      log.warn(`No questions check "${document}": ${messageOf(error)}`);
    }
  }
  return sets;
}

/** Where each file of questions stands, by its name. */
async function findFiles(folders: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const places = new Map<string, string>();
  for (const folder of folders.toReversed()) {
    const names = await readdir(folder).catch(() => []);
    for (const name of names) if (name.endsWith(QUESTIONS)) places.set(name, join(folder, name));
  }
  return places;
}
