import type { Draft, Room } from './chats.ts';

/** How long Telegram shows a draft that no longer changes. */
const LIFETIME_IN_SECONDS = 30;

/** The drafts that a reader sees now, the one changed last at the end. */
export function draftsShown({ drafts }: Pick<Room, 'drafts'>, now: number): Draft[] {
  return [...drafts.values()]
    .filter(({ at }) => now - at < LIFETIME_IN_SECONDS)
    .toSorted((one, other) => one.at - other.at);
}
