/** Telegram brings at most a hundred updates again, those of the last request; this is plenty. */
const IDS_KEPT = 10_000;

/** Ids that came lately, the last 10,000 of them. Times are milliseconds since 1970. */
export interface RecentIds {
  has(id: number, now: number): boolean;
  /** Whether it wasn't there yet. */
  add(id: number, now: number): boolean;
}

/** Each id is forgotten after a while. */
export function createRecentIds(lifetimeInMs: number): RecentIds {
  const addedAt = new Map<number, number>();
  const has = (id: number, now: number): boolean => {
    const at = addedAt.get(id);
    return at !== undefined && now - at <= lifetimeInMs;
  };
  return {
    has,
    add(id, now) {
      if (has(id, now)) return false;
      // A Map keeps its keys in the order in which they were set.
      addedAt.delete(id);
      addedAt.set(id, now);
      const oldest = addedAt.size > IDS_KEPT ? addedAt.keys().next() : null;
      if (oldest?.done === false) addedAt.delete(oldest.value);
      return true;
    },
  };
}
