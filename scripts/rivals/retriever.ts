import type { EvaluationFolders } from '../../src/evaluation/run-evaluation.ts';

/** What a retriever is given to find: its text is the Sorani and, where there is one, the English rendition. */
export interface RivalPassage {
  readonly id: string;
  readonly text: string;
}

/** One way to find passages. A new one is made for each corpus and indexes once. */
export interface Retriever {
  readonly name: string;
  /** What a reader must know to judge its figures, in one clause. */
  readonly note: string;
  index(passages: readonly RivalPassage[]): Promise<void>;
  /** The ids of at most `top` passages, best first, each once. */
  search(query: string, top: number): Promise<readonly string[]>;
}

/** Makes a retriever. Rivals index the passages they are handed; ours reads the documents that these are cut from. */
export type CreateRetriever = (folders: EvaluationFolders) => Retriever;
