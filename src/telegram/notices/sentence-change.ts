import { setImmediate as nextTurn } from 'node:timers/promises';

import type { Citation } from '../../answering/answer.ts';
import type { ArchivedSentence, StaleAnswer } from '../memory.ts';
import type { BotParts } from '../parts.ts';

/** A sentence as a notice shows it. */
type ShownSentence = Pick<ArchivedSentence, 'id' | 'text' | 'rendition'>;

/** A sentence that an answer rests on, as it was and as it is; null: it was taken out. */
export interface SentenceChange {
  readonly from: ShownSentence;
  readonly to: ShownSentence | null;
}

type ChangeParts = Pick<BotParts, 'library' | 'memory'>;

/**
 * What became of what an answer rests on; nothing where its document has sentences of the same words. Each sentence is looked for once, in
 * a turn of the event loop of its own: in a large corpus it takes some ten milliseconds.
 */
export function createChangesOf(
  parts: ChangeParts,
): (stale: StaleAnswer) => Promise<readonly SentenceChange[]> {
  const known = new Map<string, SentenceChange | null>();
  return async ({ gone }) => {
    for (const citation of gone.filter(({ sentence }) => !known.has(sentence))) {
      await nextTurn();
      known.set(citation.sentence, changeOf(citation, parts));
    }
    return gone.flatMap(({ sentence }) => known.get(sentence) ?? []);
  };
}

/** Null where the same words stand there. */
function changeOf(
  { sentence: id, document, quote, rendition }: Citation,
  { library, memory }: ChangeParts,
): SentenceChange | null {
  // Where the bot ended before all was archived, the quote has its words, or some of them.
  const quoted = { text: quote, rendition: rendition?.text ?? null };
  const { text, rendition: english } = memory.sentences.find(id) ?? quoted;
  const from = { id, text, rendition: english };
  const change = library.changes.find({ document, text });
  if (change === null) return { from, to: null };
  const { sentence, text: today } = change;
  if (today === text) return null;
  const page = library.reader.pageOf(sentence);
  const own = page?.sentences.find((one) => one.id === sentence);
  return { from, to: { id: sentence, text: today, rendition: own?.rendition ?? null } };
}
