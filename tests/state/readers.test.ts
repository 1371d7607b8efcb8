import { join } from 'node:path';

import { expect, it } from 'vitest';

import { temporaryFolder } from '../support/temporary-folder.ts';
import { NOON, open, openBoth, OTHER_READER, PLACE, READER } from './fixtures.ts';

const folder = temporaryFolder();

it('a new reader has chosen nothing', async () => {
  const { readers } = await open(join(folder, 'new'));
  expect(readers.language(READER)).toBe('auto');
  expect(readers.document(READER)).toBeNull();
  expect(readers.conversationSince(READER, PLACE)).toBe(0);
  expect(readers.forget(READER)).toBe(0);
});

it('each choice stands for itself, and can be taken back', async () => {
  const { readers } = await open(join(folder, 'choices'));
  readers.chooseDocument(READER, 'ڕاگەیێندراو');
  readers.chooseLanguage(READER, 'en');
  readers.chooseLanguage(OTHER_READER, 'ckb');
  expect([readers.document(READER), readers.language(READER)]).toEqual(['ڕاگەیێندراو', 'en']);
  expect([readers.document(OTHER_READER), readers.language(OTHER_READER)]).toEqual([null, 'ckb']);
  readers.chooseDocument(READER, null);
  readers.chooseLanguage(READER, 'auto');
  expect([readers.document(READER), readers.language(READER)]).toEqual([null, 'auto']);
});

it('a conversation begins anew in one place for one reader', async () => {
  const { readers } = await open(join(folder, 'conversations'));
  const group = { chat: -1_001_234_567_890, thread: 0 };
  const topic = { ...group, thread: 7 };
  readers.beginConversation(READER, group, NOON);
  readers.beginConversation(READER, topic, NOON + 1);
  readers.beginConversation(READER, group, NOON + 2);
  expect(readers.conversationSince(READER, group)).toBe(NOON + 2);
  expect(readers.conversationSince(READER, topic)).toBe(NOON + 1);
  expect(readers.conversationSince(READER, PLACE)).toBe(0);
  expect(readers.conversationSince(OTHER_READER, group)).toBe(0);
});

it('a language that nobody can have chosen counts as none', async () => {
  const { memory, database } = await openBoth(join(folder, 'unknown'));
  memory.readers.chooseLanguage(READER, 'en');
  database.execute("update choices set language = 'tlh'");
  expect(memory.readers.language(READER)).toBe('auto');
});
