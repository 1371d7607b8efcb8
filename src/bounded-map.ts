/** A map that forgets the entry used longest ago once it is full. */
export interface BoundedMap<Key, Value> {
  /** Counts as a use. */
  get(key: Key): Value | undefined;
  /** Counts as a use. */
  set(key: Key, value: Value): void;
  readonly size: number;
}

/** @param capacity how many entries are kept, at least 1. */
export function createBoundedMap<Key, Value>(capacity: number): BoundedMap<Key, Value> {
  // A Map keeps its keys in the order in which they were set.
  const entries = new Map<Key, Value>();
  function set(key: Key, value: Value): void {
    entries.delete(key);
    entries.set(key, value);
    if (entries.size > capacity) {
      const oldest = entries.keys().next();
      if (oldest.done !== true) {
        entries.delete(oldest.value);
      }
    }
  }
  return {
    get(key) {
      const value = entries.get(key);
      if (value !== undefined) {
        set(key, value);
      }
      return value;
    },
    set,
    get size() {
      return entries.size;
    },
  };
}
