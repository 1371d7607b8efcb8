import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { readMessages } from '../../src/app.ts';
import type { Pirsyar } from '../../src/app.ts';
import { PirsyarError } from '../../src/errors.ts';
import { runPiped } from '../../src/repl/piped.ts';
import { Session } from '../../src/repl/session.ts';
import type { SessionParts } from '../../src/repl/session.ts';
import { memoryStreams } from '../support/memory-streams.ts';
import { openAhead, smallCorpusParts } from '../support/open-pirsyar.ts';
import { QUESTIONS, SCHOOL_TITLE } from '../support/small-corpus.ts';

const appParts = smallCorpusParts();
let pirsyar: Pirsyar;
let parts: SessionParts;
let session: Session;

beforeAll(async () => {
  pirsyar = await openAhead(appParts);
  parts = {
    answerer: pirsyar.answerer,
    quotes: pirsyar.quotes,
    messages: await readMessages('data', 'terminal'),
    documents: pirsyar.documents,
    title: pirsyar.title,
    note: pirsyar.note,
  };
});

beforeEach(() => {
  session = new Session(parts);
});

const FOLLOW_UP = 'ئەی چی دیکە؟';

/** A session whose questions all fail. */
function failing(error: Error): Session {
  const fail = async (): Promise<never> => {
    throw error;
  };
  return new Session({ ...parts, answerer: { explain: fail, answer: fail } });
}

describe('a session', () => {
  it('answers a question in its language, with the title in that language too', async () => {
    const reply = await session.handle(`  ${QUESTIONS.school}\r`);
    expect(reply.kind).toBe('answer');
    expect(reply.text).toMatch(
      new RegExp(`لە «${SCHOOL_TITLE.ckb}»: \\[1\\]\nقوتابخانەی نالی.*\\.\n\n$`, 'u'),
    );
    await session.handle(':language en');
    expect((await session.handle(QUESTIONS.school)).text).toContain(
      `“${SCHOOL_TITLE.en}” says: [1]\n`,
    );
  });

  it('remembers the conversation until :reset', async () => {
    await session.handle(QUESTIONS.school);
    await session.handle(FOLLOW_UP);
    const carried = await session.handle(':why');
    expect(carried).toMatchObject({ kind: 'information' });
    expect(carried.text).toContain(QUESTIONS.school);
    await session.handle(':reset');
    await session.handle(FOLLOW_UP);
    expect((await session.handle(':why')).text).not.toContain(QUESTIONS.school);
  });

  it('explains the last answer: passages and sentences with scores, best first', async () => {
    await session.handle(QUESTIONS.director);
    const { text } = await session.handle(':why');
    expect(text).toMatch(/^ {2}1\. \d\.\d\d = \d\.\d\d \+ \d\.\d\d {2}water \d+–\d+/mu);
    expect(text).toMatch(/^ {2}1\. \d+\.\d\d; \d\.\d\d, \d\.\d\d {2}د\. سارا/mu);
    for (const line of text.split('\n')) expect(line.length).toBeLessThan(160);
  });

  it.each([
    [':why', 'refusal', 'repl-nothing-asked'],
    [':help', 'information', 'repl-help'],
    [':HELP', 'information', 'repl-help'],
    [':language ku', 'refusal', 'repl-language-wrong'],
    [':language  EN', 'refusal', 'repl-language-wrong'],
    [':reset', 'information', 'repl-reset'],
  ])('says to %s, as %s, %s', async (line, kind, key) => {
    expect(await session.handle(line)).toEqual({
      kind,
      text: `${parts.messages.en.text(key)}\n`,
    });
  });

  it('names an unknown command, and ends at :quit and :q', async () => {
    for (const line of [':nonsense', ':', ': why']) {
      expect(await session.handle(line)).toMatchObject({ kind: 'refusal' });
    }
    expect((await session.handle(':nonsense x')).text).toContain(':nonsense');
    expect(await session.handle(':quit')).toEqual({ kind: 'end', text: '' });
    expect(await session.handle(':q')).toEqual({ kind: 'end', text: '' });
  });

  it('tells the language of the answers, and speaks the language last spoken', async () => {
    expect((await session.handle(':language')).text).toContain('auto');
    expect((await session.handle(':language ckb')).text).toMatch(/^\p{Script=Arabic}.*ckb/u);
    expect((await session.handle(':language auto')).text).toMatch(/^\p{Script=Arabic}.*auto/u);
    await session.handle(QUESTIONS.damsInEnglish);
    expect((await session.handle(':language')).text).toMatch(/^[A-Z]/u);
  });

  it('lists the documents, and asks one alone until all are asked again', async () => {
    expect((await session.handle(':documents')).text).toBe(
      `  roads – roads\n  school – ${SCHOOL_TITLE.en}\n  water – water\n`,
    );
    expect((await session.handle(':document')).text).toContain('all documents');
    expect((await session.handle(':document water')).text).toContain('water');
    expect((await session.handle(':documents')).text).toContain('› water');
    expect((await session.handle(QUESTIONS.school)).text).not.toContain(SCHOOL_TITLE.ckb);
    await session.handle(':document all');
    expect((await session.handle(QUESTIONS.school)).text).toContain(SCHOOL_TITLE.ckb);
  });

  it('says in one sentence that there is no such document, and keeps the choice', async () => {
    await session.handle(':document water');
    const reply = await session.handle(':document nowhere');
    expect(reply.kind).toBe('refusal');
    expect(reply.text.match(/nowhere/gu)).toHaveLength(1);
    expect((await session.handle(':document')).text).toContain('water');
  });

  it('refuses a question of over 10,000 units and takes one of 10,000', async () => {
    const reply = await session.handle('پ'.repeat(10_001));
    expect(reply).toMatchObject({ kind: 'refusal' });
    expect((await session.handle('پ'.repeat(10_000))).kind).toBe('answer');
  });

  it('says why a question failed, and lives on; a fault of ours is not hidden', async () => {
    const reply = await failing(new PirsyarError('the index is gone')).handle('کێ؟');
    expect(reply).toMatchObject({ kind: 'refusal' });
    expect(reply.text).toContain('the index is gone');
    await expect(failing(new TypeError('ours')).handle('کێ؟')).rejects.toThrow('ours');
  });
});

describe('runPiped', () => {
  it('passes over a line that is far too long, and answers the rest', async () => {
    const streams = memoryStreams([`${'x'.repeat(1_000_001)}\n`, QUESTIONS.director]);
    await runPiped(session, streams, parts.messages.en);
    const { stdout, stderr } = streams.written();
    expect(stdout).toContain('سارا ئەحمەد');
    expect(stderr).toBe(`${parts.messages.en.text('repl-line-too-long')}\n`);
  });

  it('takes a BOM before the first question', async () => {
    const streams = memoryStreams([`\uFEFF${QUESTIONS.director}\r\n`]);
    await runPiped(session, streams, parts.messages.en);
    expect(streams.written().stdout).toContain('سارا ئەحمەد');
  });
});
