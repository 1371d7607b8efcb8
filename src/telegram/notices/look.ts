import { setImmediate as nextTurn } from 'node:timers/promises';

import type { Follower, StaleAnswer } from '../memory.ts';
import type { BotParts } from '../parts.ts';
import { MOST_NOTICES, noticesOf } from './notice.ts';
import type { ChangedAnswer } from './notice.ts';
import { createChangesOf } from './sentence-change.ts';

/** Answers that are read in one turn of the event loop: some milliseconds. */
const ANSWERS_IN_A_TURN = 200;

type LookParts = Required<Pick<BotParts, 'library' | 'memory' | 'now'>>;

/**
 * Looks through the answers of those who follow for what they rest on and is no longer served, however that came about, and writes down
 * what is to be told, each sentence of an answer once; gives how many notices. Readers are answered meanwhile.
 *
 * @param ending aborted when the documents are swapped or the bot stops: nothing is written from then on, and a later look finds it.
 */
export async function lookForChanges(
  { library, memory, now }: LookParts,
  ending: AbortSignal,
): Promise<number> {
  const changesOf = createChangesOf({ library, memory });
  let count = 0;
  for (const follower of memory.followers.list()) {
    const stale = await staleOf(follower, { library, memory }, ending);
    const newest: ChangedAnswer[] = [];
    let looked = 0;
    for (const one of stale) {
      if (newest.length === MOST_NOTICES || ending.aborted) break;
      looked += 1;
      const changes = await changesOf(one);
      if (changes.length > 0) newest.push({ ...one, changes });
    }
    if (ending.aborted) break;
    const notices = noticesOf(follower, { newest, others: stale.slice(looked), at: now() });
    if (notices.length > 0) memory.outbox.add(notices);
    count += notices.length;
  }
  return count;
}

/** Where it is ended, some of them. */
async function staleOf(
  { reader }: Follower,
  { library, memory }: Omit<LookParts, 'now'>,
  ending: AbortSignal,
): Promise<readonly StaleAnswer[]> {
  const isServed = (sentence: string): boolean => library.reader.has(sentence);
  const answers = memory.followers.newestAnswers(reader);
  const stale: StaleAnswer[] = [];
  for (let start = 0; start < answers.length; start += ANSWERS_IN_A_TURN) {
    await nextTurn();
    if (ending.aborted) break;
    const some = answers.slice(start, start + ANSWERS_IN_A_TURN);
    stale.push(...memory.followers.staleAmong(some, isServed));
  }
  return stale;
}
