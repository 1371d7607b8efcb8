import { string } from './payload.ts';
import { refuse } from './refusal.ts';

/** What a bot answers once and soon. */
type QueryKind = 'callback' | 'inline' | 'guest';

/** A query that waits for its answer. */
interface OpenQuery<Origin> {
  readonly kind: QueryKind;
  readonly at: number;
  readonly origin: Origin;
}

/** The queries of people that a bot hasn't answered. */
export interface Queries<Origin> {
  open(kind: QueryKind, id: string, origin: Origin): void;
  /**
   * Where the query came from; it can't be answered a second time.
   *
   * @throws {Refusal} if there is no such query, or it is too old.
   */
  take(kind: QueryKind, id: unknown): Origin;
}

/** Telegram doesn't say how long it waits; a minute is more than it was seen to. */
const SECONDS_TO_ANSWER = 60;

/** No queries yet. The clock counts seconds. */
export function createQueries<Origin>(clock: { readonly now: number }): Queries<Origin> {
  const waiting = new Map<string, OpenQuery<Origin>>();
  return {
    open(kind, id, origin) {
      waiting.set(id, { kind, at: clock.now, origin });
    },
    take(kind, given) {
      const id = string(given);
      const query = waiting.get(id);
      if (query?.kind !== kind || clock.now - query.at > SECONDS_TO_ANSWER) {
        return refuse(
          'Bad Request: query is too old and response timeout expired or query ID is invalid',
        );
      }
      waiting.delete(id);
      return query.origin;
    },
  };
}
