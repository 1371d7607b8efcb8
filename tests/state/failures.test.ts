import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { connect } from '../../src/state/database.ts';
import type { Memory } from '../../src/telegram/memory.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { newAnswer, NOON, open, openBoth, PLACE, READER, update } from './fixtures.ts';

const folder = temporaryFolder();
const SECRET = 'نهێنیی خوێنەر';
const SENTENCE = { id: 'one', document: 'statement', text: 'ڕستە', rendition: null };

describe('a storage that fails fails no answer', () => {
  it('because the disk is full, and keeps again what comes when it no longer is', async () => {
    const { memory, database, lines, clock } = await openBoth(join(folder, 'full'));
    memory.readers.chooseLanguage(READER, 'en');
    database.execute('pragma max_page_count = 1');
    // What was free in the pages fills up.
    let kept = 0;
    while (memory.answers.add(newAnswer({ question: SECRET.repeat(300) })) !== null) kept += 1;
    expect(kept).toBeLessThan(50);
    useAll(memory);
    expect(memory.readers.language(READER)).toBe('en');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('database or disk is full');
    expect(lines[0]).not.toContain('نهێنی');
    clock.now += 60_000;
    useAll(memory);
    expect(lines).toHaveLength(2);

    database.execute('pragma max_page_count = 100000');
    expect(memory.answers.add(newAnswer())).not.toBeNull();
    expect(memory.readers.forget(READER)).toBe(kept + 1);
    expect(lines).toHaveLength(2);
    memory.close();
  });

  it('because another process writes for longer than one can wait', async () => {
    const directory = join(folder, 'busy');
    const { memory, database, lines } = await openBoth(directory);
    database.execute('pragma busy_timeout = 20');
    const other = await connect(join(directory, 'bot.sqlite'));
    other.execute('begin immediate');
    expect(memory.answers.add(newAnswer())).toBeNull();
    expect(memory.inbox.add([update(1)], NOON)).toHaveLength(1);
    expect(memory.readers.forget(READER)).toBeNull();
    useAll(memory);
    other.execute('rollback');
    expect(memory.answers.add(newAnswer())).not.toBeNull();
    expect(lines).toEqual([expect.stringContaining('database is locked')]);
  });

  it('because a table is gone', async () => {
    const { memory, database, lines } = await openBoth(join(folder, 'gone'));
    database.execute('pragma foreign_keys = off; drop table answers; drop table updates');
    expect(memory.answers.find(1)).toBeNull();
    expect(memory.inbox.pending()).toEqual([]);
    useAll(memory);
    expect(lines.length).toBeGreaterThan(0);
    memory.close();
  });

  it('because it is closed', async () => {
    const { memory, lines } = await openBoth(join(folder, 'closed'));
    memory.readers.chooseLanguage(READER, 'en');
    memory.close();
    expect(memory.readers.language(READER)).toBe('auto');
    expect(memory.answers.add(newAnswer())).toBeNull();
    expect(memory.inbox.add([update(1)], NOON)).toHaveLength(1);
    useAll(memory);
    memory.close();
    expect(lines).toHaveLength(1);
  });

  it('because its files were removed', async () => {
    const directory = join(folder, 'removed');
    const memory = await open(directory);
    rmSync(directory, { recursive: true });
    useAll(memory);
    memory.close();
    const again = await open(directory);
    expect(again.readers.language(READER)).toBe('auto');
    again.close();
  });
});

/** Calls every method once. */
function useAll(memory: Memory): void {
  const { inbox, readers, answers, usage, sentences } = memory;
  inbox.add([update(1_000, SECRET)], NOON);
  inbox.pending();
  inbox.begin(1_000);
  inbox.done(1_000);
  readers.language(READER);
  readers.document(READER);
  readers.chooseDocument(READER, SECRET);
  readers.conversationSince(READER, PLACE);
  readers.beginConversation(READER, PLACE, NOON);
  const id = answers.add(newAnswer({ question: SECRET.repeat(1_000) }))?.id ?? 1;
  answers.change(id, newAnswer({ messages: [31], question: SECRET.repeat(1_000) }));
  answers.find(id);
  answers.toQuestion(PLACE, 21);
  answers.inMessage(PLACE.chat, 31);
  answers.lastQuestions(READER, PLACE, 0, 3);
  answers.vote({ answer: id, reader: READER, value: 'down', reason: SECRET, at: NOON });
  usage.record(SECRET, READER, NOON);
  usage.since(SECRET, 0);
  sentences.add([{ ...SENTENCE, text: SENTENCE.text.repeat(2_000) }]);
  sentences.find(SENTENCE.id);
  const { editors, audit, followers, outbox, insight } = memory;
  editors.add({ id: READER, by: READER, at: NOON });
  editors.list();
  editors.has(READER);
  editors.remove(READER);
  audit.record({ by: READER, about: null, action: 'add', detail: SECRET, at: NOON });
  audit.last(9);
  followers.follow(READER, READER, NOON);
  followers.follows(READER);
  followers.list();
  followers.newestAnswers(READER);
  followers.staleAmong([id], () => false);
  followers.unfollow(READER);
  const about = [{ answer: id, sentence: SENTENCE.id }];
  outbox.add([{ reader: READER, chat: READER, content: SECRET.repeat(1_000), at: NOON, about }]);
  outbox.pending();
  outbox.done(1);
  expect(Array.isArray([...insight.asked(0, NOON)])).toBe(true);
  insight.count(0, NOON);
  memory.prune(NOON);
}
