import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { connect } from '../../src/state/database.ts';
import { readerOfUpdate } from '../../src/state/reader-of-update.ts';
import type { Memory, NewAnswer } from '../../src/telegram/memory.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { answer } from '../telegram/fake-answerer.ts';
import {
  DAY,
  filesWith,
  idsOf,
  newAnswer,
  NOON,
  open,
  openBoth,
  OTHER_READER,
  PLACE,
  READER,
  update,
} from './fixtures.ts';

const folder = temporaryFolder();

describe('a reader who is forgotten', () => {
  it('is a new reader in every part, and others stay as they are', async () => {
    const directory = join(folder, 'forgotten');
    const memory = await open(directory);
    const mine = leaveEverything(memory, READER, 'یەکەم');
    const others = leaveEverything(memory, OTHER_READER, 'دووەم');
    memory.answers.vote({ answer: others, reader: READER, value: 'up', reason: 'یەکەم', at: NOON });
    expect(filesWith(directory, 'یەکەم')).not.toEqual([]);

    expect(memory.readers.forget(READER)).toBe(2);
    const place = { chat: READER, thread: 0 };
    expect(memory.answers.find(mine)).toBeNull();
    expect(memory.answers.inMessage(READER, 31)).toBeNull();
    expect(memory.answers.lastQuestions(READER, place, 0, 9)).toEqual([]);
    expect(memory.readers.language(READER)).toBe('auto');
    expect(memory.readers.document(READER)).toBeNull();
    expect(memory.readers.conversationSince(READER, place)).toBe(0);
    expect(memory.usage.since(`reader ${READER}`, 0)).toEqual([]);
    expect(idsOf(memory.inbox.pending())).toEqual([OTHER_READER]);
    expect(memory.inbox.add([update(READER)], NOON)).toEqual([]);
    expect(memory.editors.list()).toEqual([{ id: OTHER_READER, by: null, at: NOON }]);
    expect(memory.followers.follows(READER)).toBe(false);
    expect(memory.outbox.pending().map(({ reader }) => reader)).toEqual([OTHER_READER]);
    expect(filesWith(directory, 'یەکەم')).toEqual([]);
    expect(filesWith(directory, String(READER))).toEqual([]);

    expect(memory.answers.find(others)?.question).toBe('دووەم');
    expect(memory.answers.inMessage(OTHER_READER, 31)?.id).toBe(others);
    expect(memory.readers.document(OTHER_READER)).toBe('دووەم');
    expect(memory.usage.since(`reader ${OTHER_READER}`, 0)).toEqual([NOON]);
    expect(memory.sentences.find('sentence')?.text).toBe('ڕستە');
    expect(memory.followers.follows(OTHER_READER)).toBe(true);
    const entry = { action: 'promote', detail: 'statement', at: NOON };
    expect(memory.audit.last(9)).toEqual([
      { ...entry, by: OTHER_READER, about: null },
      { ...entry, by: null, about: OTHER_READER },
    ]);
    expect(memory.readers.forget(READER)).toBe(0);
    expect(memory.readers.forget(OTHER_READER)).toBe(2);
    memory.close();
  });

  it.each([1, 2])(
    'leaves not a byte behind, however the pages were rearranged: %i',
    async (seed) => {
      const directory = join(folder, `bytes-${seed}`);
      const memory = await open(directory);
      const readers = 6 + seed;
      liveOn(memory, readers, seed);
      for (let number = 1; number < readers; number += 1) {
        expect(filesWith(directory, markOf(number))).not.toEqual([]);
        expect(memory.readers.forget(number + 1_000)).toBeGreaterThan(0);
        expect(filesWith(directory, markOf(number))).toEqual([]);
      }
      expect(filesWith(directory, markOf(0))).not.toEqual([]);
      memory.close();
    },
  );

  it('is gone from the log as soon as no other process reads from it', async () => {
    const directory = join(folder, 'read elsewhere');
    const { memory, database, lines } = await openBoth(directory);
    leaveEverything(memory, READER, 'یەکەم');
    database.execute('pragma busy_timeout = 10');
    const other = await connect(join(directory, 'bot.sqlite'));
    other.execute('begin; select 1 from answers');
    expect(memory.readers.forget(READER)).toBe(2);
    expect(lines).toEqual([expect.stringContaining('another process holds the log')]);
    expect(filesWith(directory, 'یەکەم')).toEqual(['bot.sqlite-wal']);
    other.execute('rollback');
    memory.prune(NOON);
    expect(filesWith(directory, 'یەکەم')).toEqual([]);
    memory.close();
    other.close();
  });
});

describe('what is older than the retention', () => {
  it('is deleted, and sentences stay', async () => {
    const { memory, database } = await openBoth(join(folder, 'pruned'));
    const old = leaveEverything(memory, READER, 'کۆن');
    memory.answers.vote({ answer: old, reader: OTHER_READER, value: 'up', reason: null, at: NOON });
    const young = memory.answers.add(newAnswer({ at: NOON + DAY }))?.id ?? 0;
    memory.prune(NOON + 30 * DAY);
    expect(memory.answers.find(old)).not.toBeNull();
    memory.prune(NOON + 30 * DAY + 1);
    expect(memory.answers.find(old)).toBeNull();
    expect(memory.answers.find(young)).not.toBeNull();
    expect(memory.inbox.pending()).toEqual([]);
    expect(memory.readers.conversationSince(READER, PLACE)).toBe(0);
    expect(memory.readers.language(READER)).toBe('en');
    expect(memory.editors.has(READER)).toBe(true);
    expect(memory.followers.follows(READER)).toBe(true);
    expect(memory.audit.last(9)).toHaveLength(1);
    expect(memory.sentences.find('sentence')).not.toBeNull();
    for (const table of ['votes', 'answer_messages', 'updates', 'usage', 'notices', 'told']) {
      expect(database.prepare(`select * from ${table}`).all()).toEqual([]);
    }
    memory.close();
  });
});

describe('the reader of an update', () => {
  const user = { id: READER };
  const chat = { id: -100 };
  it.each<[string, object, number | null]>([
    ['a message', { message: { from: user, chat } }, READER],
    ['an edited message', { edited_message: { from: user, chat } }, READER],
    ['a message in a chat’s name', { message: { sender_chat: chat, from: user } }, -100],
    ['a button', { callback_query: { from: user, message: { chat, from: { id: 1 } } } }, READER],
    ['a reaction', { message_reaction: { chat, user } }, READER],
    ['a reaction in a chat’s name', { message_reaction: { chat, actor_chat: { id: 5 } } }, 5],
    ['a vote', { poll_answer: { poll_id: '1', user } }, READER],
    ['a channel post', { channel_post: { chat } }, -100],
    ['a membership', { my_chat_member: { chat, from: user } }, READER],
    ['a poll', { poll: { id: '1' } }, null],
    ['something unknown', { something: [1, null, { from: { id: 'x' } }] }, null],
  ])('of %s', (_name, parts, reader) => {
    expect(readerOfUpdate({ update_id: 1, ...parts })).toBe(reader);
  });
});

/** Leaves something of a reader in every part; gives an answer, which is the first of two. */
function leaveEverything(memory: Memory, reader: number, text: string): number {
  const place = { chat: reader, thread: 0 };
  const texts = { ckb: answer({ question: text, answer: text.repeat(2_000) }) };
  const changes: Partial<NewAnswer> = { reader, place, question: text, document: text, texts };
  const first = memory.answers.add(newAnswer({ ...changes, messages: [31] }))?.id ?? 0;
  const second = memory.answers.add(newAnswer(changes))?.id ?? 0;
  memory.answers.change(second, { texts: { ...texts, en: texts.ckb }, suggestions: [text] });
  memory.answers.vote({ answer: first, reader, value: 'down', reason: text, at: NOON });
  memory.readers.chooseLanguage(reader, 'en');
  memory.readers.chooseDocument(reader, text);
  memory.readers.beginConversation(reader, place, NOON);
  memory.usage.record(`reader ${reader}`, reader, NOON);
  memory.inbox.add([update(reader, text.repeat(500), reader)], NOON);
  const other = reader === READER ? OTHER_READER : READER;
  memory.editors.add({ id: reader, by: other, at: NOON });
  const entry = { action: 'promote', detail: 'statement', at: NOON };
  memory.audit.record({ ...entry, by: reader, about: other });
  memory.followers.follow(reader, reader, NOON);
  const about = [{ answer: first, sentence: text }];
  memory.outbox.add([{ reader, chat: reader, content: text.repeat(500), at: NOON, about }]);
  memory.sentences.add([{ id: 'sentence', document: 'one', text: 'ڕستە', rendition: null }]);
  return first;
}

/** Few letters, and all that a reader ever writes, so that a piece of a page shows them. */
function markOf(reader: number): string {
  return `<${reader}ڕ>`;
}

/** What a busy week does to the pages of a file, the same for the same seed. */
function liveOn(memory: Memory, readers: number, seed: number): void {
  const random = randomNumbers(seed);
  const kept = Array.from({ length: readers }, (): number[] => []);
  for (let turn = 0; turn < 800; turn += 1) {
    const number = Math.floor(random() * readers);
    const reader = number + 1_000;
    const ids = kept[number] ?? [];
    const text = (): string => markOf(number).repeat(1 + Math.floor(random() ** 3 * 600));
    const texts = { ckb: answer({ answer: text(), citations: [] }) };
    const roll = random();
    if (roll < 0.5) {
      const place = { chat: reader, thread: 0 };
      const changes = { reader, place, question: text(), history: [text()], texts };
      const id = memory.answers.add(newAnswer(changes))?.id ?? 0;
      ids.push(id);
      memory.answers.vote({ answer: id, reader, value: 'down', reason: text(), at: NOON });
    } else if (roll < 0.8) {
      const id = ids[Math.floor(random() * ids.length)] ?? 0;
      const both = { ...texts, en: answer({ answer: text(), citations: [] }) };
      memory.answers.change(id, { messages: [turn], texts: both, suggestions: [text()] });
    } else {
      memory.inbox.add([update(turn, text(), reader)], NOON);
      if (roll < 0.9) memory.inbox.done(turn);
    }
  }
}

/** Numbers from 0 to 1. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
