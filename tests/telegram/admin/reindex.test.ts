import { describe, expect, it } from 'vitest';

import type { SnapshotChanges } from '../../../src/answering/snapshot-changes.ts';
import type { ReleaseOutcome } from '../../../src/release/release.ts';
import { FAULTS } from '../../support/bot-api/faults.ts';
import { ADMIN, idOf, startBot, textsIn, WORDS } from '../bot-harness.ts';
import type { Harness } from '../bot-harness.ts';
import {
  CHECKS,
  fakeAdministration,
  fakeReleases,
  heldReleases,
  REPORT,
  SWAPPED,
} from '../fake-administration.ts';
import { QUOTE } from '../fake-answerer.ts';

const EN = { from: ADMIN, languageCode: 'en' };
const OTHER = { from: 98, languageCode: 'en' };
const en = (key: string, values = {}): string => WORDS.en.text(key, values);

function plainly(text = ''): string {
  return text.replaceAll(/[\u2068\u2069]/gu, '');
}

/** A bot whose re-indexes end when they are told to. */
async function holding(): Promise<Harness & Omit<ReturnType<typeof heldReleases>, 'releases'>> {
  const { releases, ...told } = heldReleases();
  const administration = fakeAdministration({ releases });
  const here = await startBot({ administration, adminIds: [ADMIN, OTHER.from] });
  return Object.assign(here, told);
}

async function edited({ server }: Harness): Promise<string> {
  return plainly(String((await server.nextCall('editMessageText')).payload['text']));
}

describe('/reindex', () => {
  it('puts what came of it in the place of what it said first', async () => {
    const failed = [{ document: 'broken', reason: 'it is not UTF-8' }];
    const gold = [{ document: 'statement', questions: 30, before: 0.9, now: 0.935, leftOut: 0 }];
    const outcome = {
      ...SWAPPED,
      status: 'swapped' as const,
      snapshot: 'new',
      report: { ...REPORT, failed },
      checks: { ...CHECKS, gold },
    };
    const releases = fakeReleases({ run: async () => outcome });
    const here = await startBot({ administration: fakeAdministration({ releases }) });
    here.server.userSends('/reindex', EN);
    expect(await here.nextText()).toBe(en('release-working'));
    expect(await edited(here)).toBe(
      'Done. 3 documents and 40 passages are ready now.\nAdded: 1, changed: 1, removed: 0, unchanged: 1\nTime: 1.2 s\nPassages found again: 10 of 10\nTest questions on “Joint statement”: 94% right (before: 90%)\n\nThese documents could not be read:\n• broken: it is not UTF-8',
    );
    expect(here.memory.audit.last(1)).toMatchObject([
      { by: ADMIN, action: 'reindex', detail: 'new' },
    ]);
  });

  it('shows how far it is, now and then, and can be stopped', async () => {
    const here = await holding();
    here.server.userSends('/reindex', EN);
    const message = idOf(await here.server.nextCall('sendMessage'));
    const { onProgress, signal } = await here.begun(0);
    const at = { stage: 'embedding', total: 200, perSecond: 61.4, secondsLeft: 2.2 } as const;
    onProgress?.({ ...at, done: 1 });
    here.clock.now += 3000;
    onProgress?.({ ...at, done: 83 });
    expect(await edited(here)).toBe(
      `${en('release-stage-embedding')}\n▓▓▓▓▓░░░░░░░ 41%\n83 of 200 passages · 61 passages a second · about 3 seconds left`,
    );
    here.server.userTaps({ button: en('release-button-cancel') }, { ...EN, message });
    expect(await edited(here)).toBe(en('release-cancelled'));
    expect(signal?.aborted).toBe(true);
    here.server.userTaps('release:cancel', { ...EN, message });
    await here.server.nextCall('answerCallbackQuery');
    expect((await here.server.nextCall('answerCallbackQuery')).payload['text']).toBe(
      en('release-not-running'),
    );
    expect(here.memory.audit.last(2).map(({ action }) => action)).toEqual([
      'reindex-cancelled',
      'cancel',
    ]);
  });

  it('runs once at a time: a second admin is told who began it, and questions are answered meanwhile', async () => {
    const here = await holding();
    here.answerer.on('کێ؟');
    here.server.userSends('/reindex', EN);
    await here.nextText();
    here.server.userSends('/reindex', OTHER);
    expect(await here.nextText()).toMatch(/^\u2068?\S+\u2069? has already begun/u);
    here.server.userSends('کێ؟', EN);
    expect(await here.nextText()).toContain(QUOTE);
    await here.begun(0);
    here.finish(SWAPPED);
    expect(await edited(here)).toContain('40 passages');
    expect(here.runs).toHaveLength(1);
  });

  it('tells each admin whose change it read in what came of it', async () => {
    const { releases, runs, begun, finish } = heldReleases();
    const old = { id: 'old', title: { ckb: 'کۆن', en: 'Old' }, date: null, passages: 1 };
    const curator = {
      ...fakeAdministration().curator,
      list: async () => [{ ...old, hasRendition: false }],
      rename: async (_: string, title: string) => title,
    };
    const administration = fakeAdministration({ releases, curator });
    const here = await startBot({ administration, adminIds: [ADMIN, OTHER.from] });
    for (const [place, who] of [EN, EN, OTHER].entries()) {
      here.server.userSends(`/rename old ${place}`, who);
      expect(await here.nextText()).toContain('The title is now');
      await here.nextText();
    }
    await begun(0);
    finish(SWAPPED);
    await begun(1);
    finish(SWAPPED);
    const told = async (chat: number): Promise<void> => {
      for (;;) {
        const { payload } = await here.server.nextCall('sendMessage');
        if (payload['chat_id'] === chat && String(payload['text']).startsWith('Done.')) return;
      }
    };
    await told(OTHER.from);
    expect(runs).toHaveLength(2);
  });

  it('is done for a changed document also where its admin can’t be told, and after one that failed', async () => {
    const { releases, runs, begun, finish } = heldReleases();
    const old = { id: 'old', title: { ckb: 'کۆن', en: 'Old' }, date: null, passages: 1 };
    const curator = {
      ...fakeAdministration().curator,
      list: async () => [{ ...old, hasRendition: false }],
      rename: async (_: string, title: string) => title,
    };
    const administration = fakeAdministration({ releases, curator });
    const here = await startBot({ administration, adminIds: [ADMIN, OTHER.from] });
    here.server.failNext('sendMessage', FAULTS.blocked, FAULTS.blocked);
    here.server.userSends('/rename old New', EN);
    await begun(0);
    for (let refused = 0; refused < 2; refused += 1) await here.nextText();
    here.server.userSends('/rename old Newer', OTHER);
    expect(plainly(await here.nextText())).toContain('Newer');
    expect(await here.nextText()).toBe(en('release-later'));
    here.server.failNext('sendMessage', FAULTS.blocked);
    finish(SWAPPED);
    await begun(1);
    for (let last = 0; last < 2; last += 1) await here.nextText();
    finish(SWAPPED);
    expect(await edited(here)).toContain('40 passages');
    expect(runs).toHaveLength(2);
  });

  it.each<[ReleaseOutcome, string]>([
    [
      { status: 'failed', cause: 'disk-full', message: 'x' },
      `${en('release-failed')}\n${en('release-failed-disk-full')}`,
    ],
    [
      { status: 'failed', cause: 'other', message: 'It broke.' },
      `${en('release-failed')}\nIt broke.`,
    ],
    [
      { status: 'unchanged', snapshot: 'a', report: { ...REPORT, changed: 0, added: 0 } },
      'Nothing has changed since the last time: 3 documents, 40 passages.',
    ],
    [
      { status: 'busy', by: null, since: Date.UTC(2026, 10, 23, 4, 5) },
      en('release-busy-elsewhere', { time: '04:05' }),
    ],
  ])('says what came of it: %j', async (outcome, text) => {
    const releases = fakeReleases({ run: async () => outcome });
    const here = await startBot({ administration: fakeAdministration({ releases }) });
    here.server.userSends('/reindex', EN);
    expect(await edited(here)).toBe(plainly(text));
  });

  it('keeps a snapshot back that is worse, unless the admin insists', async () => {
    const problems = [{ kind: 'words' as const, asked: 10, found: 1 }];
    const checks = { ...CHECKS, problems };
    const held: ReleaseOutcome = { status: 'held', snapshot: 'cand-1', report: REPORT, checks };
    const insisted: string[] = [];
    const releases = fakeReleases({
      run: async () => held,
      insist: async (snapshot) => {
        insisted.push(snapshot);
        return SWAPPED;
      },
    });
    const here = await startBot({ administration: fakeAdministration({ releases }) });
    here.server.userSends('/reindex', EN);
    const message = idOf(await here.server.nextCall('sendMessage'));
    const shown = await edited(here);
    expect(shown).toContain(en('release-held'));
    expect(shown).toContain('Only 1 of 10 passages are found by their own words.');
    // Who is no admin finds the button dead.
    here.server.userTaps('release:insist:cand-1', { message, chat: ADMIN, from: 5 });
    await here.server.nextCall('answerCallbackQuery');
    expect(insisted).toEqual([]);
    here.server.userTaps({ button: en('release-button-insist') }, { ...EN, message });
    expect(await edited(here)).toContain('40 passages');
    // A late tap must not say that the snapshot is no longer held.
    here.server.userTaps('release:insist:cand-1', { ...EN, message });
    here.server.userSends('/help', EN);
    await here.nextText();
    expect(insisted).toEqual(['cand-1']);
  });

  it('in a group answers in private, and says the same as ever to everyone else', async () => {
    const here = await startBot();
    here.server.userSends('/help', EN);
    await here.nextText();
    here.server.userSends('/reindex@pirsyar_bot', { ...EN, chat: -5 });
    expect((await here.server.nextCall('sendMessage')).payload['chat_id']).toBe(ADMIN);
    expect(textsIn(here.server, -5)).toEqual([]);
    here.server.userSends('/reindex@pirsyar_bot', { chat: -5 });
    expect(await here.nextText()).toBe(WORDS.ckb.text('bot-admins-only'));
    here.server.userSends('/reindex');
    expect(await here.nextText()).toBe(WORDS.ckb.text('bot-admins-only'));
  });
});

const CHANGES: SnapshotChanges = {
  added: 1,
  removed: 1,
  changed: 1,
  documents: [
    {
      document: 'statement',
      kind: 'changed',
      added: [{ id: 'a'.repeat(22), text: 'نوێیە.', rendition: 'It is new.' }],
      removed: [{ id: 'b'.repeat(22), text: 'کۆنە.', rendition: null }],
      changed: [
        {
          from: { id: 'c'.repeat(22), text: 'سێ بەنداو هەیە.', rendition: 'Three dams.' },
          to: { id: 'd'.repeat(22), text: 'چوار بەنداو هەیە.', rendition: 'Four dams.' },
        },
      ],
    },
  ],
};

describe('the digest of a re-index', () => {
  it('shows each change in both languages, with the addresses of what was and what is', async () => {
    const administration = fakeAdministration({ lastChanges: async () => CHANGES });
    const here = await startBot({ administration });
    here.server.userSends('/reindex', EN);
    await here.nextText();
    const { payload } = await here.server.nextCall('sendMessage');
    expect(plainly(String(payload['text']))).toBe(
      [
        'What has changed: 1 changed, 1 new and 1 removed sentences.',
        '✏️ Changed: “Joint statement”',
        '✏️ سێ چوار بەنداو هەیە.\nThree dams. → Four dams.\nbefore · now'.replace(
          'سێ چوار',
          'سێچوار',
        ),
        '➖ کۆنە.\nbefore',
        '➕ نوێیە.\nIt is new.\nnow',
      ].join('\n\n'),
    );
    const links = JSON.stringify(payload['entities']).match(/start=s_[a-d]{22}/gu) ?? [];
    expect(links.map((link) => link.at(-1))).toEqual(['c', 'd', 'b', 'a']);
  });

  it('of many changes shows the first, and holds all in a file', async () => {
    const [document] = CHANGES.documents;
    const added = Array.from({ length: 20 }, (_, place) => ({
      id: String(place).padStart(22, 'x'),
      text: `ڕستەی ${place}.`,
      rendition: null,
    }));
    const many: SnapshotChanges = {
      added: 20,
      removed: 0,
      changed: 0,
      documents: document === undefined ? [] : [{ ...document, added, removed: [], changed: [] }],
    };
    const administration = fakeAdministration({ lastChanges: async () => many });
    const here = await startBot({ administration });
    here.server.userSends('/reindex', EN);
    await here.nextText();
    expect(plainly(await here.nextText())).toContain('… and 13 more; all of them are in the file.');
    const { files } = await here.server.nextCall('sendDocument');
    const [file] = [...(files?.values() ?? [])];
    expect(Buffer.from(file?.bytes ?? []).toString()).toContain('+ ڕستەی 19.');
  });
});

describe('/rollback', () => {
  it('shows the snapshots that are kept, and lets the one serve that is tapped', async () => {
    const builtAt = Date.UTC(2026, 10, 22, 10, 30);
    const old = { name: 'old', builtAt, documents: 2, passages: 30, serving: false };
    const asked: (string | undefined)[] = [];
    const releases = fakeReleases({
      list: async () => [{ ...old, name: 'new', serving: true }, old],
      rollback: async (snapshot) => {
        asked.push(snapshot);
        return { status: 'swapped', snapshot: old };
      },
    });
    const here = await startBot({ administration: fakeAdministration({ releases }) });
    here.server.userSends('/rollback', EN);
    const message = idOf(await here.server.nextCall('sendMessage'));
    here.server.userTaps('rollback:old', { ...EN, message });
    expect(await edited(here)).toBe(
      plainly(en('rollback-done', { date: '22 November 2026 10:30', documents: 2, passages: 30 })),
    );
    expect(asked).toEqual(['old']);
    expect(here.memory.audit.last(1)).toMatchObject([{ action: 'rollback', detail: 'old' }]);
  });

  it('says where there is nothing to go back to', async () => {
    const here = await startBot();
    here.server.userSends('/rollback', EN);
    expect(await here.nextText()).toBe(en('rollback-nothing'));
  });
});
