import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { PirsyarError } from '../../../src/errors.ts';
import { documentKey } from '../../../src/telegram/document-key.ts';
import { temporaryFolder, writeFiles } from '../../support/temporary-folder.ts';
import { textCurator } from '../../support/text-curator.ts';
import { ADMIN, idOf, startBot, WORDS } from '../bot-harness.ts';
import type { Harness } from '../bot-harness.ts';
import { fakeAdministration, heldReleases, SWAPPED } from '../fake-administration.ts';

const EN = { from: ADMIN, languageCode: 'en' };
const en = (key: string, values = {}): string => WORDS.en.text(key, values);
const folder = temporaryFolder();
let count = 0;

async function scene(): Promise<
  Harness & { curator: ReturnType<typeof textCurator> } & ReturnType<typeof heldReleases>
> {
  count += 1;
  const curator = textCurator(join(folder, String(count)), { 'second.ckb.txt': 'ڕستەیەکی دیکە.' });
  const held = heldReleases();
  const administration = fakeAdministration({ curator, releases: held.releases });
  return Object.assign(await startBot({ administration }), { curator }, held);
}

async function edited({ server }: Harness): Promise<{ text: string; message: number }> {
  const call = await server.nextCall('editMessageText');
  const text = String(call.payload['text']).replaceAll(/[\u2068\u2069]/gu, '');
  return { text, message: idOf(call) };
}

describe('/remove', () => {
  it('asks once more, removes, and can be undone, also while the documents are read anew', async () => {
    const here = await scene();
    here.server.userSends('/remove', EN);
    const message = idOf(await here.server.nextCall('sendMessage'));
    here.server.userTaps({ button: 'Old' }, { ...EN, message });
    expect((await edited(here)).text).toContain('Shall I remove “Old”?');
    here.server.userTaps({ button: en('shelf-button-remove') }, { ...EN, message });
    expect((await edited(here)).text).toContain('“Old” is removed');
    expect((await here.curator.list()).map(({ id }) => id)).toEqual(['second']);
    expect(await here.nextText()).toBe(en('release-working'));
    here.server.userTaps({ button: en('shelf-button-undo') }, { ...EN, message });
    expect((await edited(here)).text).toContain('“Old” is back');
    expect(await here.nextText()).toBe(en('release-later'));
    await here.begun(0);
    here.finish(SWAPPED);
    expect(await here.nextText()).toBe(en('release-working'));
    await here.begun(1);
    here.finish(SWAPPED);
    expect((await here.curator.list()).map(({ id }) => id)).toEqual(['old', 'second']);
    here.server.userTaps('shelf:undo:0123456789abcdef', { ...EN, message });
    expect(here.memory.audit.last(9).map(({ action }) => action)).toContain('restore');
  });

  it('keeps the way back where a button is tapped twice', async () => {
    const here = await scene();
    here.server.userSends('/remove old', EN);
    const message = idOf(await here.server.nextCall('sendMessage'));
    const key = documentKey('old');
    const undone = async (): Promise<void> => {
      const { payload } = await here.server.nextCall('editMessageText');
      expect(JSON.stringify(payload['reply_markup'])).toContain(`shelf:undo:${key}`);
    };
    for (let tap = 0; tap < 2; tap += 1) {
      here.server.userTaps(`shelf:remove:${key}`, { ...EN, message });
    }
    await undone();
    await undone();
    here.server.userTaps(`shelf:keep:${key}`, { ...EN, message });
    await undone();
    await here.begun(0);
    here.finish(SWAPPED);
    expect((await edited(here)).text).toContain('40 passages');
    for (let tap = 0; tap < 2; tap += 1) {
      here.server.userTaps(`shelf:undo:${key}`, { ...EN, message });
    }
    const words = [(await edited(here)).text, (await edited(here)).text];
    expect(words.toSorted()).toEqual(["“Old” is back. I'm reading it in now.", '“Old” is there.']);
    await here.begun(1);
    here.finish(SWAPPED);
    expect((await edited(here)).text).toContain('40 passages');
    expect(here.runs).toHaveLength(2);
    expect(here.memory.audit.last(9).map(({ action }) => action)).toEqual([
      'reindex',
      'restore',
      'reindex',
      'remove',
    ]);
  });

  it('finds room for any title', async () => {
    const here = await scene();
    writeFiles(join(folder, String(count), 'documents'), {
      'old.json': JSON.stringify({
        title: { ckb: 'ناو '.repeat(2000), en: 'Long\n'.repeat(2000) },
      }),
    });
    here.server.userSends('/remove', EN);
    const call = await here.server.nextCall('sendMessage');
    expect(JSON.stringify(call.payload['reply_markup']).length).toBeLessThan(500);
    here.server.userTaps(`shelf:ask:${documentKey('old')}`, { ...EN, message: idOf(call) });
    expect((await edited(here)).text).toContain('Shall I remove “Long Long');
  });

  it('keeps a document where the admin thinks better of it', async () => {
    const here = await scene();
    here.server.userSends('/remove old', EN);
    const message = idOf(await here.server.nextCall('sendMessage'));
    here.server.userTaps({ button: en('shelf-button-keep') }, { ...EN, message });
    expect((await edited(here)).text).toBe('All right, “Old” stays.');
    expect(here.runs).toHaveLength(0);
  });

  it('says where there is no such document, or none at all', async () => {
    const here = await scene();
    here.server.userSends('/remove nothing', EN);
    expect(await here.nextText()).toBe(en('shelf-unknown'));
    await here.curator.remove('second');
    here.server.userSends('/remove old', EN);
    const message = idOf(await here.server.nextCall('sendMessage'));
    here.server.userTaps({ button: en('shelf-button-remove') }, { ...EN, message });
    expect((await edited(here)).text).toContain('“Old” is the only document');
    const curator = { ...here.curator, list: async () => [] };
    await here.restart({ administration: fakeAdministration({ curator }) });
    here.server.userSends('/remove', EN);
    expect(await here.nextText()).toBe(en('shelf-empty'));
  });

  it('says what kept it from being written', async () => {
    const here = await scene();
    const broken = {
      ...here.curator,
      remove: () => Promise.reject(new PirsyarError('Another process is changing them.')),
    };
    await here.restart({ administration: fakeAdministration({ curator: broken }) });
    here.server.userSends('/remove old', EN);
    const message = idOf(await here.server.nextCall('sendMessage'));
    here.server.userTaps({ button: en('shelf-button-remove') }, { ...EN, message });
    expect(await here.nextText()).toContain('Another process is changing them.');
  });
});

describe('/rename', () => {
  it('gives a document another title', async () => {
    const here = await scene();
    here.server.userSends('/rename', EN);
    const { payload } = await here.server.nextCall('sendMessage');
    expect(JSON.stringify(payload['reply_markup'])).toContain('/rename old ');
    here.server.userSends('/rename old', EN);
    expect(await here.nextText()).toContain('/rename old');
    here.server.userSends('/rename old  Water\n notice ', EN);
    expect(await here.nextText()).toContain('Water notice');
    expect((await here.curator.list())[0]).toMatchObject({
      title: { ckb: 'کۆن', en: 'Water notice' },
    });
    here.server.userSends('/rename new x', EN);
    expect(await here.nextText()).toBe(en('release-working'));
    expect(await here.nextText()).toBe(en('shelf-unknown'));
    here.finish(SWAPPED);
  });

  it('says where the document has just been removed', async () => {
    const here = await scene();
    const curator = { ...here.curator, rename: async () => null };
    await here.restart({ administration: fakeAdministration({ curator }) });
    here.server.userSends('/rename old New', EN);
    expect(await here.nextText()).toBe(en('shelf-unknown'));
  });

  it('knows documents by names with spaces in them, and cuts no character in two', async () => {
    const here = await scene();
    writeFiles(join(folder, String(count), 'documents'), { 'my old file.ckb.txt': 'ڕستەیەک.' });
    here.server.userSends(`/rename my old file ${'😀'.repeat(200)}`, EN);
    expect(await here.nextText()).toContain('😀'.repeat(128));
    expect(await here.curator.list()).toMatchObject([
      { title: { ckb: '😀'.repeat(128) } },
      { id: 'old' },
      { id: 'second' },
    ]);
    await here.begun(0);
    here.finish(SWAPPED);
  });
});
