import type { Update } from 'grammy/types';

import type { Answer, AnswerLanguage, Citation, LanguageChoice } from '../answering/answer.ts';
import type { AskedQuestion } from '../insight/asked-question.ts';

/**
 * What the bot remembers, so that a restart forgets nothing. Implemented elsewhere and wired by app.ts.
 *
 * No method throws for a fault of the storage (a full disk, a damaged file): it is logged where it arises, reads give what a new reader
 * would get, and writes are lost. An answer must never fail because it can't be remembered. Times are milliseconds since 1970.
 */
export interface Memory {
  readonly inbox: Inbox;
  readonly readers: Readers;
  readonly answers: AnswerLog;
  readonly usage: Usage;
  readonly sentences: SentenceArchive;
  readonly editors: Editors;
  readonly audit: AuditLog;
  readonly followers: Followers;
  readonly outbox: Outbox;
  readonly insight: Insight;
  /** Does work that only reads, all of it from one state, which costs less than one by one. Gives what the work gives. */
  reading<T>(work: () => T): T;
  /**
   * Does work that writes, and resolves with what it gives when that is kept, with null where it can't be: at the end of this turn of the
   * event loop, together with what else was gathered in it, which costs much less than one by one. Who reads meanwhile sees it.
   */
  gathered<T>(work: () => T): Promise<T | null>;
  /** Deletes what readers left that is older than the retention; the caller says what time it is. Sentences stay. */
  prune(now: number): void;
  /** No method may be called after it. */
  close(): void;
}

/** Where in Telegram something was said: a chat, and in it a topic (0: none). */
export interface Place {
  readonly chat: number;
  readonly thread: number;
}

/** Updates that were fetched and are not yet done with: Telegram doesn't give them a second time. */
export interface Inbox {
  /**
   * Keeps those that were never added before, all or none, and gives them back in their order. Where the storage fails, those that this
   * process never saw are given back all the same.
   */
  add(updates: readonly Update[], now: number): readonly Update[];
  /**
   * Those that an earlier process left undone, oldest first; one that has been begun four times already is left out: it may be
   * what ended those processes, more likely than that they were stopped by chance so often.
   */
  pending(): readonly Update[];
  /** Counts an attempt at each. */
  begin(...updates: readonly number[]): void;
  /** Forgets its content; that it came is remembered for two days. */
  done(update: number): void;
}

/** What readers chose. A reader is a Telegram user, or the chat in whose name somebody writes. */
export interface Readers {
  /** `auto` until the reader chooses. */
  language(reader: number): LanguageChoice;
  chooseLanguage(reader: number, choice: LanguageChoice): void;
  /** The document that the reader asks alone; null: all of them. */
  document(reader: number): string | null;
  chooseDocument(reader: number, document: string | null): void;
  /** Where the reader's conversation in a place begins anew; 0 where it never did. */
  conversationSince(reader: number, place: Place): number;
  beginConversation(reader: number, place: Place, now: number): void;
  /**
   * Deletes everything that is stored about a reader, in every part of the memory, so that not a byte of it stays, and counts the answers
   * that went; null where the storage fails, and nothing was deleted. May take a second.
   */
  forget(reader: number): number | null;
}

/** An answer as it was given; what its buttons need after any restart. */
export interface AnswerRecord {
  /** Above zero, never given twice, not even by another file after one was lost; 13 digits, so that it stays short in base 36. */
  readonly id: number;
  readonly reader: number;
  readonly place: Place;
  /** The reader's message; null where a button asked. */
  readonly questionMessage: number | null;
  /** Our messages that carry it, in order; the buttons are below the last. */
  readonly messages: readonly number[];
  readonly question: string;
  /** The earlier questions that it was asked with, oldest first. */
  readonly history: readonly string[];
  readonly document: string | null;
  /** The language in which it is shown now. */
  readonly language: AnswerLanguage;
  /** The answer in each language in which it was given. */
  readonly texts: Readonly<Partial<Record<AnswerLanguage, Answer>>>;
  /** The questions that its buttons suggest. */
  readonly suggestions: readonly string[];
  readonly at: number;
}

export type NewAnswer = Omit<AnswerRecord, 'id'>;

/** What a reader thinks of an answer. */
export interface Vote {
  readonly answer: number;
  readonly reader: number;
  readonly value: 'up' | 'down';
  /** What was wrong, as one of the buttons has it; null where it wasn't said. */
  readonly reason: string | null;
  readonly at: number;
}

/** What was answered, and what readers thought of it. */
export interface AnswerLog {
  /** Keeps an answer before it is sent, so that its buttons know it; null where it could not be kept. */
  add(answer: NewAnswer): AnswerRecord | null;
  /** Changes an answer that is kept. */
  change(id: number, changes: Partial<Omit<AnswerRecord, 'id'>>): void;
  find(id: number): AnswerRecord | null;
  /** The answer to a reader's message. */
  toQuestion(place: Place, message: number): AnswerRecord | null;
  /** The answer that one of our messages carries. */
  inMessage(chat: number, message: number): AnswerRecord | null;
  /** What a reader asked last in a place since a time, at most `limit`, oldest first. */
  lastQuestions(reader: number, place: Place, since: number, limit: number): readonly string[];
  /** A reader has one vote for an answer; a later one replaces it. Lost where the answer is gone. */
  vote(vote: Vote): void;
}

/** How often somebody asked lately: within the last hour. */
export interface Usage {
  /** The times of what a key (a reader or a chat) asked since a time, oldest first. */
  since(key: string, time: number): readonly number[];
  record(key: string, reader: number, now: number): void;
}

/** A sentence that documents hold or held. */
export interface ArchivedSentence {
  readonly id: string;
  readonly document: string;
  readonly text: string;
  /** Its English rendition; null without one. */
  readonly rendition: string | null;
}

/** Every sentence that was ever served, so that its address stays good. */
export interface SentenceArchive {
  /** Adds what isn't there yet; takes a hundred thousand at once. */
  add(sentences: readonly ArchivedSentence[]): void;
  find(id: string): ArchivedSentence | null;
}

/** Somebody whom an owner lets look after the documents; a Telegram user. */
interface Editor {
  readonly id: number;
  /** Who made them an editor; null once that person was forgotten. */
  readonly by: number | null;
  readonly at: number;
}

/** Who may look after the documents besides the owners, whom the settings name. */
export interface Editors {
  /** In the order in which they were added; nobody where the storage fails. */
  list(): readonly Editor[];
  /** False where the storage fails. */
  has(id: number): boolean;
  /** Whether it was nobody's role before, and is theirs now; false, too, where it can't be kept. */
  add(editor: Editor): boolean;
  /** Whether it was theirs, and no longer is; false, too, where the storage fails. */
  remove(id: number): boolean;
}

/** One thing that somebody did to the documents, the index or the roles. */
export interface AuditEntry {
  /** Who did it, a Telegram user; null: on the command line, or by somebody who was forgotten since. */
  readonly by: number | null;
  /** Whom it was done to; null: nobody, or somebody who was forgotten since. */
  readonly about: number | null;
  /** What was done, in one word: `add`, `remove`, `reindex`, `promote`, … */
  readonly action: string;
  /** What to, such as a document's id; never a person, whom this could not forget. */
  readonly detail: string;
  readonly at: number;
}

/** What was done, for as long as the file lasts: the last 10,000 entries. */
export interface AuditLog {
  record(entry: AuditEntry): void;
  /** The newest first. */
  last(limit: number): readonly AuditEntry[];
}

/** Somebody who wants to be told when an answer of theirs may no longer hold. */
export interface Follower {
  readonly reader: number;
  /** Where they want to be told. */
  readonly chat: number;
}

/** An answer that may no longer hold. */
export interface StaleAnswer {
  readonly answer: AnswerRecord;
  /** What it rests on that is gone and was not told yet, each sentence once; at least one. */
  readonly gone: readonly Citation[];
}

/** The readers who want to be told when an answer of theirs may no longer hold. */
export interface Followers {
  follows(reader: number): boolean;
  /** From now on the reader is told in this chat, and in no other. */
  follow(reader: number, chat: number, at: number): void;
  unfollow(reader: number): void;
  /** All of them, by reader. */
  list(): readonly Follower[];
  /** Of each question of a reader, asked again or not, the newest answer that is still kept, by its id; the newest first. */
  newestAnswers(reader: number): readonly number[];
  /**
   * Those of some answers that cite a sentence which isn't served, in any language (what only came near doesn't count), and of which their
   * reader wasn't told; the newest first. Reads all of them: 1,000 take some 20 ms.
   */
  staleAmong(
    answers: readonly number[],
    isServed: (sentence: string) => boolean,
  ): readonly StaleAnswer[];
}

/** Something to tell a reader that nobody asked for. */
export interface Notice {
  readonly id: number;
  readonly reader: number;
  readonly chat: number;
  /** What to say, as whoever sends it understands it. */
  readonly content: string;
  readonly at: number;
}

export interface NewNotice extends Omit<Notice, 'id'> {
  /** The answers that it tells of, each with a sentence that is gone; none where it tells of something else. */
  readonly about: readonly { readonly answer: number; readonly sentence: string }[];
}

/** What readers are still to be told: kept until it was sent, so that it is told at least once, also after a kill. */
export interface Outbox {
  /**
   * All or none, and together with them what they are about, so that nobody is told of it again. One about answers is left out where
   * nothing of it is new, and where its answers are gone or their reader follows no more.
   */
  add(notices: readonly NewNotice[]): void;
  /** In the order in which they were added. */
  pending(): readonly Notice[];
  /** It was sent, or never can be. */
  done(notice: number): void;
}

/** What readers asked, without who they are. */
export interface Insight {
  /** From `since` to before `until`, oldest first; read some at a time, as it is gone through. */
  asked(since: number, until: number): Iterable<AskedQuestion>;
  /** How many there are. */
  count(since: number, until: number): number;
}
