import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import type { Memory, NewAnswer, NewNotice } from '../../src/telegram/memory.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { answer, citation } from '../telegram/fake-answerer.ts';
import { newAnswer, NOON, open, openBoth, OTHER_READER, READER } from './fixtures.ts';

const folder = temporaryFolder();

it('readers follow from when they ask for it until they no longer want it', async () => {
  const directory = join(folder, 'follows');
  const before = await open(directory);
  expect(before.followers.follows(READER)).toBe(false);
  before.followers.follow(OTHER_READER, 98, NOON);
  before.followers.follow(READER, READER, NOON);
  before.followers.follow(READER, 99, NOON);
  before.close();
  const memory = await open(directory);
  expect(memory.followers.follows(READER)).toBe(true);
  expect(memory.followers.list()).toEqual([
    { reader: READER, chat: 99 },
    { reader: OTHER_READER, chat: 98 },
  ]);
  memory.followers.unfollow(OTHER_READER);
  memory.followers.unfollow(OTHER_READER);
  expect(memory.followers.follows(OTHER_READER)).toBe(false);
  expect(memory.followers.list()).toHaveLength(1);
  memory.close();
});

describe('answers that may no longer hold', () => {
  it('are the newest to their questions that cite what isn’t served', async () => {
    const memory = await open(join(folder, 'stale'));
    add(memory, 'asked once', 'gone');
    add(memory, 'asked again', 'gone', { at: NOON + 1 });
    add(memory, ' asked again ', 'gone too', { at: NOON + 9 });
    add(memory, 'answered anew', 'gone');
    add(memory, 'answered anew', 'served', { at: NOON + 2 });
    add(memory, 'of another', 'gone', { reader: OTHER_READER });
    add(memory, 'on another', 'served');
    add(memory, 'only near', 'gone', { marker: 0 });
    const ckb = answer({ citations: [cite('served', 1), cite('gone too', 0)] });
    const en = answer({ citations: [cite('gone', 1), cite('served', 2), cite('gone', 3)] });
    memory.answers.add(newAnswer({ question: 'in English', texts: { ckb, en }, at: NOON + 3 }));

    expect(staleIn(memory)).toEqual([
      [' asked again ', ['gone too']],
      ['in English', ['gone']],
      ['asked once', ['gone']],
    ]);
    expect(staleIn(memory, OTHER_READER)).toEqual([['of another', ['gone']]]);
    expect(staleIn(memory, 5)).toEqual([]);
    const [newest] = memory.followers.staleAmong(memory.followers.newestAnswers(READER), isServed);
    expect(newest?.answer).toEqual(memory.answers.find(newest?.answer.id ?? 0));
    memory.close();
  });

  it('that are damaged keep no other from being found', async () => {
    const { memory, database } = await openBoth(join(folder, 'damaged'));
    for (const question of ['one', 'two', 'three']) add(memory, question, 'gone');
    database.execute(`
      update answers set texts = '{"sentence":"gone"' where question = 'one';
      update answers set language = 5 where question = 'two'`);
    expect(staleIn(memory)).toEqual([['three', ['gone']]]);
    memory.close();
  });

  it('are no longer, of sentences that their readers were told of, also after a restart', async () => {
    const directory = join(folder, 'told');
    const before = await open(directory);
    before.followers.follow(READER, READER, NOON);
    const texts = { ckb: answer({ citations: [cite('gone'), cite('gone too')] }) };
    const both = before.answers.add(newAnswer({ question: 'both', texts }))?.id ?? 0;
    const one = add(before, 'one', 'gone');
    before.outbox.add([notice([both, 'gone'])]);
    expect(staleIn(before)).toEqual([
      ['one', ['gone']],
      ['both', ['gone too']],
    ]);
    before.outbox.add([notice([both, 'gone too'], [one, 'gone'])]);
    before.close();
    const memory = await open(directory);
    expect(staleIn(memory)).toEqual([]);
    expect(memory.outbox.pending()).toHaveLength(2);
    memory.close();
  });
});

describe('a notice', () => {
  it('is left out where nothing of it is new, where its reader follows no more, and where its answer is gone', async () => {
    const memory = await open(join(folder, 'left out'));
    memory.followers.follow(READER, READER, NOON);
    const id = add(memory, 'one', 'gone');
    memory.outbox.add([notice([id, 'gone'])]);
    memory.outbox.add([notice([id, 'gone'])]);
    expect(memory.outbox.pending()).toHaveLength(1);
    memory.outbox.add([notice([id, 'gone'], [id, 'gone too'])]);
    expect(memory.outbox.pending()).toHaveLength(2);
    memory.followers.unfollow(READER);
    memory.outbox.add([notice([id, 'served'])]);
    memory.followers.follow(READER, READER, NOON);
    memory.outbox.add([notice([id + 1, 'gone'])]);
    expect(memory.outbox.pending()).toHaveLength(2);
    memory.close();
  });

  it('that can’t be kept counts as not told', async () => {
    const { memory, database } = await openBoth(join(folder, 'refused'));
    memory.followers.follow(READER, READER, NOON);
    const id = add(memory, 'one', 'gone');
    database.execute(
      `create trigger refusing before insert on notices begin select raise(abort, 'refused'); end`,
    );
    memory.outbox.add([notice([id, 'gone'])]);
    expect(staleIn(memory)).toEqual([['one', ['gone']]]);
    database.execute('drop trigger refusing');
    memory.outbox.add([notice([id, 'gone'])]);
    expect(staleIn(memory)).toEqual([]);
    memory.close();
  });
});

function isServed(sentence: string): boolean {
  return sentence === 'served';
}

/** The questions of a reader whose answers may no longer hold, with what is gone. */
function staleIn(memory: Memory, reader = READER): readonly (readonly [string, string[]])[] {
  const { followers } = memory;
  return followers
    .staleAmong(followers.newestAnswers(reader), isServed)
    .map(({ answer: { question }, gone }) => [question, gone.map(({ sentence }) => sentence)]);
}

function cite(sentence: string, marker = 1): ReturnType<typeof citation> {
  return citation({ sentence, marker });
}

function add(
  memory: Memory,
  question: string,
  sentence: string,
  { marker = 1, ...changes }: Partial<NewAnswer> & { marker?: number } = {},
): number {
  const texts = { ckb: answer({ citations: [cite(sentence, marker)] }) };
  return memory.answers.add(newAnswer({ question, texts, ...changes }))?.id ?? 0;
}

function notice(...told: readonly (readonly [number, string])[]): NewNotice {
  const about = told.map(([id, sentence]) => ({ answer: id, sentence }));
  return { reader: READER, chat: READER, content: '{}', at: NOON, about };
}
