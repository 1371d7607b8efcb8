import { createBoundedMap } from '../bounded-map.ts';
import type { BoundedMap } from '../bounded-map.ts';
import type { Answer, Answerer, AnswerOptions, Question } from './answer.ts';
import { carriedQuestions } from './follow-up.ts';

/** What a cache of answers is told. */
export interface CachedAnswererParts {
  /** What answers are made from; an answer made from another one is never given. */
  readonly snapshot: () => object;
  /** How many answers are kept, at least 1. */
  readonly capacity: number;
}

/** The answers made from one snapshot. */
interface Store {
  readonly kept: BoundedMap<string, Answer>;
  /** Work that others who ask the same wait for. */
  readonly underWay: Map<string, Promise<Answer>>;
}

/** Who writes more than this asks what nobody asks again, in UTF-16 code units; so the room that keys take is bounded too. */
const LONGEST_KEY = 2000;

/**
 * Gives an answer that was given before without making it again: to the same text but for its white space, in the same language, about
 * the same documents, and behind the same earlier questions where it goes on from any.
 *
 * Kept are answers made of the documents' own sentences with nothing amiss: a model writes another one each time, and a degraded one may
 * be better the next time. Who asks what is being answered waits for that answer, unless the question comes with a signal or wants drafts:
 * such work is one asker's own, to be ended and watched. Failures are never kept.
 */
export function createCachedAnswerer(
  answerer: Answerer,
  { snapshot, capacity }: CachedAnswererParts,
): Answerer {
  // Answers hold the text of the documents: they go with their snapshot.
  const stores = new WeakMap<object, Store>();
  const make = async (question: Question, options: AnswerOptions): Promise<Answer> => {
    const serving = snapshot();
    const answer = await answerer.answer(question, options);
    const key = keyOf(question);
    // What was swapped meanwhile may have been the one or the other.
    if (isLasting(answer) && key.length <= LONGEST_KEY && snapshot() === serving)
      storeOf(stores, serving, capacity).kept.set(key, answer);
    return answer;
  };
  const share = ({ underWay }: Store, question: Question): Promise<Answer> => {
    const key = sharedKeyOf(question);
    const started = underWay.get(key);
    if (started !== undefined) return started;
    const work = make(question, {}).finally(() => underWay.delete(key));
    underWay.set(key, work);
    return work;
  };
  return {
    async answer(question, options = {}) {
      options.signal?.throwIfAborted();
      const store = storeOf(stores, snapshot(), capacity);
      const asked = plain(question);
      const kept = store.kept.get(keyOf(asked));
      const answer = kept ?? (await (isOwn(options) ? make(asked, options) : share(store, asked)));
      return { ...answer, question: question.text };
    },
  };
}

function storeOf(stores: WeakMap<object, Store>, snapshot: object, capacity: number): Store {
  const known = stores.get(snapshot);
  if (known !== undefined) return known;
  const store: Store = { kept: createBoundedMap(capacity), underWay: new Map() };
  stores.set(snapshot, store);
  return store;
}

function isOwn({ signal, onDraft }: AnswerOptions): boolean {
  return signal !== undefined || onDraft !== undefined;
}

function isLasting({ composer, degraded }: Answer): boolean {
  return composer === 'extractive' && degraded === null;
}

/** A question without white space that says nothing, so that all that share a key are one question. */
function plain(question: Question): Question {
  const { text, history = [] } = question;
  return { ...question, text: singleSpaced(text), history: history.map(singleSpaced) };
}

function singleSpaced(text: string): string {
  return text.trim().replaceAll(/\s+/gu, ' ');
}

/** What the documents' own sentences depend on: of the conversation only what the question goes on from. */
function keyOf(question: Question): string {
  return written(question, carriedQuestions(question.text, question.history ?? []));
}

/** What any composer depends on: a model reads the whole conversation. */
function sharedKeyOf(question: Question): string {
  return written(question, question.history ?? []);
}

function written({ text, language, document }: Question, earlier: readonly string[]): string {
  return JSON.stringify([text, language ?? 'auto', document ?? null, earlier]);
}
