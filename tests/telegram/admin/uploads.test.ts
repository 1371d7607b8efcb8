import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import type { Curator } from '../../../src/curation/curator.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { textCurator } from '../../support/text-curator.ts';
import { ADMIN, idOf, startBot, textsIn, WORDS } from '../bot-harness.ts';
import type { Harness } from '../bot-harness.ts';
import { fakeAdministration, fakeReleases, SWAPPED } from '../fake-administration.ts';
import { QUOTE } from '../fake-answerer.ts';

const EN = { from: ADMIN, languageCode: 'en' };
const en = (key: string, values = {}): string => WORDS.en.text(key, values);
const WATER = 'ئاگاداری دەربارەی ئاو\n\nئاوی شار سبەی دەبڕێت. تکایە ئاو هەڵبگرن.';
const WATER_EN = 'Notice on water\n\nThe city’s water will be cut tomorrow. Please store water.';

const folder = temporaryFolder();
let count = 0;

interface Scene extends Harness {
  readonly curator: Curator;
  /** How often the documents were read anew. */
  readonly runs: () => number;
  /** Sends a file, and waits for what is said to it. */
  readonly sends: (name: string, text: string, sending?: object) => Promise<Said>;
}

interface Said {
  readonly text: string;
  readonly message: number;
  readonly buttons: string;
}

async function scene(changes: Partial<Curator> = {}): Promise<Scene> {
  count += 1;
  const curator = { ...textCurator(join(folder, String(count))), ...changes };
  let runs = 0;
  const releases = fakeReleases({
    run: async () => {
      runs += 1;
      return SWAPPED;
    },
  });
  const here = await startBot({ administration: fakeAdministration({ curator, releases }) });
  return Object.assign(here, {
    curator,
    runs: () => runs,
    async sends(name: string, text: string, sending: object = EN) {
      here.server.addFile(name, Buffer.from(text), name);
      const document = { file_id: name, file_unique_id: name, file_name: name };
      here.server.userSends('', { ...sending, content: { document } });
      return said(here);
    },
  });
}

async function said({ server }: Harness): Promise<Said> {
  const call = await server.nextCall('sendMessage');
  const { text, reply_markup: markup } = call.payload;
  return {
    text: String(text).replaceAll(/[\u2068\u2069]/gu, ''),
    message: idOf(call),
    buttons: JSON.stringify(markup ?? {}),
  };
}

async function edited({ server }: Harness): Promise<string> {
  const { payload } = await server.nextCall('editMessageText');
  return String(payload['text']).replaceAll(/[\u2068\u2069]/gu, '');
}

describe('a file from an admin', () => {
  it('is shown as it was read, added at a tap, and read in', async () => {
    const here = await scene();
    const { text, message } = await here.sends('water.docx', WATER);
    expect(text).toBe(
      `I have read your file. Shall I add it?\n\nFile: water.docx\nTitle: ئاگاداری دەربارەی ئاو\nLanguage: Kurdish (Sorani)\nLength: 2 paragraphs, 3 sentences, 10 words\n\nIt begins:\n${WATER.replaceAll(/\s+/gu, ' ')}`,
    );
    here.server.userTaps({ button: en('upload-button-add') }, { ...EN, message });
    expect(await edited(here)).toBe("“ئاگاداری دەربارەی ئاو” is added. I'm reading it in now.");
    expect((await said(here)).text).toBe(en('release-working'));
    expect(await edited(here)).toContain('40 passages');
    expect((await here.curator.list()).map(({ id }) => id)).toEqual(['old', 'water']);
    expect(here.memory.audit.last(9)).toMatchObject([
      { action: 'reindex' },
      { by: ADMIN, action: 'add', detail: 'water' },
    ]);
    here.server.userTaps('upload:add:aaaaaaaaaaaaaaaa', { ...EN, message });
    expect(await edited(here)).toBe(en('upload-gone'));
  });

  it('is added once where the button is tapped twice, and both taps hear the same', async () => {
    const here = await scene();
    const { message } = await here.sends('water.docx', WATER);
    const [key = ''] = await here.curator.waiting(ADMIN);
    for (let tap = 0; tap < 3; tap += 1) {
      here.server.userTaps(`upload:${tap === 2 ? 'drop' : 'add'}:${key}`, { ...EN, message });
    }
    expect(await edited(here)).toContain('is added');
    expect((await said(here)).text).toBe(en('release-working'));
    expect(await edited(here)).toContain('40 passages');
    here.server.userSends('/help', EN);
    await said(here);
    expect(textsIn(here.server, ADMIN).filter((text) => text === en('upload-gone'))).toEqual([]);
    expect(here.runs()).toBe(1);
    expect(here.memory.audit.last(9)).toHaveLength(2);
  });

  it('with the name of another that was added meanwhile is shown once more before it replaces that', async () => {
    const here = await scene();
    await here.sends('scan (1).txt', WATER);
    const { message } = await here.sends('scan (2).txt', `${WATER} سوپاس بۆ هەمووان.`);
    here.server.userTaps('upload:all', { ...EN, message });
    const { text, message: anew, buttons } = await said(here);
    expect(text).toContain(
      'It takes the place of “ئاگاداری دەربارەی ئاو” (scan). If it is another document',
    );
    expect(buttons).toContain(en('upload-button-replace'));
    expect((await said(here)).text).toContain('One document is added.');
    expect((await said(here)).text).toBe(en('release-working'));
    await edited(here);
    here.server.userTaps({ button: en('upload-button-replace') }, { ...EN, message: anew });
    expect(await edited(here)).toContain('has its new text');
  });

  it('is not added where the admin says so', async () => {
    const here = await scene();
    const { message } = await here.sends('water.docx', WATER);
    here.server.userTaps({ button: en('upload-button-drop') }, { ...EN, message });
    expect(await edited(here)).toContain("I haven't added");
    expect(await here.curator.waiting(ADMIN)).toEqual([]);
    expect(here.runs()).toBe(0);
  });

  it('is refused with what to do', async () => {
    const here = await scene();
    expect((await here.sends('scan.pdf', '%PDF-1.7')).text).toBe(
      `I can't add “scan.pdf”.\n${en('upload-refused-scanned')}`,
    );
    expect((await here.sends('copy.txt', 'ڕستەیەکی کۆن\nلێرەیە')).text).toContain(
      'The same text is there already',
    );
    const document = { file_id: 'x', file_unique_id: 'x', file_size: 21 * 1024 * 1024 };
    here.server.userSends('', { ...EN, content: { document } });
    expect((await said(here)).text).toContain(en('upload-refused-too-large'));
  });

  it('with .en becomes the rendition, or is refused with the paragraph where the two part ways', async () => {
    const here = await scene();
    const first = await here.sends('water.txt', WATER);
    const broken = await here.sends('water.en.txt', WATER_EN.replace('. Please', ', please'));
    expect(broken.text).toContain('part ways at paragraph 2');
    expect(broken.text).toContain('The city’s water will be cut tomorrow, please');
    const second = await here.sends('water.en.txt', WATER_EN);
    expect(second.text).toContain('as the English translation of this document');
    expect(second.buttons).toContain('Add all');
    here.server.userTaps('upload:all', { ...EN, message: second.message });
    expect((await said(here)).text).toBe("2 documents are added. I'm reading them in now.");
    expect(await edited(here)).toContain('40 passages');
    expect(here.runs()).toBe(1);
    expect(await here.curator.list()).toMatchObject([{ id: 'old' }, { hasRendition: true }]);
    expect(first.message).toBeLessThan(second.message);
    expect(here.memory.audit.last(9).map(({ action }) => action)).toEqual([
      'reindex',
      'translate',
      'add',
    ]);
  });

  it('is named where it can’t be added any more', async () => {
    const here = await scene();
    await here.sends('one.txt', WATER);
    const { message } = await here.sends('two.txt', WATER);
    here.server.userTaps('upload:all', { ...EN, message });
    const { text } = await said(here);
    expect(text).toContain("I can't add “two”.");
    expect(text).toContain('The same text is there already');
    expect((await said(here)).text).toBe("One document is added. I'm reading it in now.");
  });

  it('that Telegram does not give is not lost in silence', async () => {
    const here = await scene();
    const refusal = `I can't add “water.txt”.\n${en('upload-refused-not-fetched')}`;
    here.server.failNext('file', 'cut', 'cut', 'cut');
    expect((await here.sends('water.txt', WATER)).text).toBe(refusal);
    here.server.failNext('getFile', { code: 400, description: 'Bad Request: wrong file_id' });
    expect((await here.sends('water.txt', WATER)).text).toBe(refusal);
    expect(here.lines.join('\n')).not.toContain(here.token);
    expect((await here.sends('water.txt', WATER)).text).toContain('Shall I add it?');
  });

  it('says when the disk is full, and nothing has changed', async () => {
    const full = Object.assign(new Error('no space'), { code: 'ENOSPC', syscall: 'write' });
    const here = await scene({ receive: () => Promise.reject(full) });
    expect((await here.sends('water.txt', WATER)).text).toBe(en('shelf-failed-disk-full'));
  });

  it('of anybody else is none', async () => {
    const here = await scene();
    expect((await here.sends('water.txt', WATER, {})).text).toBe(
      WORDS.ckb.text('bot-only-text-file'),
    );
    const { message } = await here.sends('water.txt', WATER);
    const [key = ''] = await here.curator.waiting(ADMIN);
    here.server.userTaps(`upload:add:${key}`, { chat: ADMIN, from: 5, message });
    const { payload } = await here.server.nextCall('answerCallbackQuery');
    expect(payload['text']).toBe(WORDS.ckb.text('bot-button-unknown'));
    expect((await here.curator.list()).map(({ id }) => id)).toEqual(['old']);
  });

  it('in a group is read when the admin says so, and shown in private', async () => {
    const here = await scene();
    here.server.addFile('f', Buffer.from(WATER), 'water.txt');
    const document = { file_id: 'f', file_unique_id: 'f', file_name: 'water.txt' };
    const shared = here.server.userSends('', { ...EN, chat: -5, content: { document } });
    here.server.userSends('/help', EN);
    await said(here);
    here.server.userSends('/add@pirsyar_bot', { ...EN, chat: -5, replyTo: shared.message_id });
    const { payload } = await here.server.nextCall('sendMessage');
    expect(payload['chat_id']).toBe(ADMIN);
    expect(String(payload['text'])).toContain('water.txt');
  });
});

describe('/add', () => {
  it('takes a text that comes in parts, through a restart, and asks nothing of the documents meanwhile', async () => {
    const here = await scene();
    here.server.userSends('/add', EN);
    expect((await said(here)).text).toBe(en('paste-begun'));
    const [head = '', body = ''] = WATER.split('\n\n');
    here.server.userSends(head, EN);
    expect((await said(here)).text).toContain('one part');
    await here.restart();
    here.server.userSends(body, EN);
    const { text, message } = await said(here);
    expect(text).toContain('2 parts');
    here.server.userTaps({ button: en('paste-button-done') }, { ...EN, message });
    expect((await said(here)).text).toContain('Title: ئاگاداری دەربارەی ئاو');
    expect(here.answerer.asked).toEqual([]);
    here.answerer.on('کێ؟');
    here.server.userSends('کێ؟', EN);
    expect((await said(here)).text).toContain(QUOTE);
  });

  it('throws a text away when told to, and says where there is none', async () => {
    const here = await scene();
    here.server.userSends('/add', EN);
    const { message } = await said(here);
    here.server.userTaps('paste:done', { ...EN, message });
    expect((await said(here)).text).toBe(en('paste-nothing'));
    here.server.userTaps('paste:cancel', { ...EN, message });
    expect(await edited(here)).toBe(en('paste-cancelled'));
    here.server.userTaps('paste:done', { ...EN, message });
    expect((await said(here)).text).toBe(en('upload-gone'));
  });

  it('keeps a text that could not be kept as a file, and parts that came while the bot was down', async () => {
    const full = Object.assign(new Error('no space'), { code: 'ENOSPC', syscall: 'write' });
    let isFull = true;
    const whole = textCurator(join(folder, `${count}-full`));
    const here = await scene({
      pasted: whole.pasted,
      waiting: async () => [],
      receiveText: async (...text) => {
        if (isFull) throw full;
        return whole.receiveText(...text);
      },
    });
    here.server.userSends('/add', EN);
    await said(here);
    await here.handle.stop();
    here.server.userSends(WATER.split('\n\n')[0] ?? '', EN);
    here.clock.now += 60 * 60 * 1000;
    await here.restart();
    const { text, message } = await said(here);
    expect(text).toContain('one part');
    here.server.userTaps('paste:done', { ...EN, message });
    expect((await said(here)).text).toBe(en('shelf-failed-disk-full'));
    isFull = false;
    here.server.userTaps('paste:done', { ...EN, message });
    expect((await said(here)).text).toContain('Shall I add it?');
    here.server.userSends('/help', EN);
    await said(here);
    expect(await whole.pasted.isBegun(ADMIN)).toBe(false);
  });

  it('takes a text behind it, and one that is replied to, but opens no link', async () => {
    const here = await scene();
    here.server.userSends(`/add ${WATER}`, EN);
    expect((await said(here)).text).toContain('Shall I add it?');
    const { message_id: replyTo } = here.server.userSends(`${WATER} باشە.`, { from: 5 });
    await said(here);
    here.server.userSends('/add https://example.org/a.pdf', { ...EN, replyTo });
    expect((await said(here)).text).toContain(en('upload-refused-only-a-link'));
  });
});
