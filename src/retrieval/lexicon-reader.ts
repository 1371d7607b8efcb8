import type { Lexicon } from '../language/lexicon.ts';
import type { CheckedFiles } from './checked-files.ts';
import { inSlices } from './slices.ts';
import { decodeLexicon, SNAPSHOT_FILES } from './snapshot-files.ts';

/**
 * Reads the lexicons of snapshots, and gives that of last time where the file is the same: what the questions of before made it derive,
 * a tenth of a second's work, needn't be derived again when the documents have changed.
 */
export class LexiconReader {
  #last: { readonly sha256: string; readonly lexicon: Lexicon } | null = null;

  /** @throws {PirsyarError} if the file is damaged, or the reason of an aborted signal. */
  async read(files: CheckedFiles, signal?: AbortSignal): Promise<Lexicon> {
    const { sha256 } = files.recordOf(SNAPSHOT_FILES.lexicon);
    const bytes = await files.read(SNAPSHOT_FILES.lexicon, signal);
    if (this.#last?.sha256 === sha256) return this.#last.lexicon;
    const lexicon = await inSlices(decodeLexicon(bytes), signal);
    this.#last = { sha256, lexicon };
    return lexicon;
  }
}
