import { createBoundedMap } from '../bounded-map.ts';

const LIFETIME_IN_MS = 30 * 60 * 1000;
const QUESTIONS_KEPT = 3;
const CONVERSATIONS_KEPT = 10_000;

/** What each reader asked lately in each chat, so that a follow-up can be understood; in memory only. */
export interface Conversations {
  /** The last three questions at most, oldest first; none after 30 minutes of silence. */
  history(chat: number, reader: number): readonly string[];
  remember(chat: number, reader: number, question: string): void;
}

/** Keeps the 10,000 conversations used last. `now` gives milliseconds. */
export function createConversations(now: () => number): Conversations {
  const known = createBoundedMap<string, { questions: readonly string[]; at: number }>(
    CONVERSATIONS_KEPT,
  );
  function history(chat: number, reader: number): readonly string[] {
    const conversation = known.get(`${chat}:${reader}`);
    const fresh = conversation !== undefined && now() - conversation.at < LIFETIME_IN_MS;
    return fresh ? conversation.questions : [];
  }
  return {
    history,
    remember(chat, reader, question) {
      const questions = [...history(chat, reader), question].slice(-QUESTIONS_KEPT);
      known.set(`${chat}:${reader}`, { questions, at: now() });
    },
  };
}
