import { describe, expect, it } from 'vitest';

import type { Releases } from '../../../src/release/release.ts';
import { ADMIN, startBot, WORDS } from '../bot-harness.ts';
import { fakeAdministration, fakeReleases } from '../fake-administration.ts';
import { answer } from '../fake-answerer.ts';

const ckb = (key: string, values = {}): string => WORDS.ckb.text(key, values);
const WHEN = '١٤ی تشرینی دووەمی ٢٠٢٣ ٢٢:١٣';

describe('/status', () => {
  it('tells what is served, what was asked today, and how the bot is', async () => {
    const administration = fakeAdministration();
    const bot = await startBot({ administration });
    bot.answerer
      .on('دوێنێ؟')
      .on('یەک؟')
      .on('دوو؟', answer({ status: 'not-in-document' }));
    const now = bot.clock.now;
    bot.clock.now = now - 23 * 60 * 60 * 1000;
    bot.server.userSends('دوێنێ؟');
    await bot.nextText();
    bot.clock.now = now;
    for (const text of ['یەک؟', 'دوو؟']) {
      bot.server.userSends(text);
      await bot.nextText();
    }
    bot.server.userSends('/status', { from: ADMIN });
    expect((await bot.nextText()).split(/\n+/u)).toEqual([
      ckb('status-snapshot', { name: 'new', when: WHEN }),
      ckb('status-documents', { documents: 3, passages: 40 }),
      ckb('status-embedding', { embedding: 'local' }),
      ckb('status-kept', { count: 1 }),
      ckb('status-idle'),
      ckb('status-questions', { asked: 2, refused: 1 }),
      ckb('status-cost-unknown'),
      ckb('status-retention', { days: 90 }),
      ckb('status-uptime', { time: ckb('status-hours', { hours: 1, minutes: 6 }) }),
      ckb('status-memory', { memory: 123 }),
      ckb('status-errors', { errors: 2 }),
    ]);
  });

  it.each<[string, Releases['running'], string]>([
    [
      'who began it and how far it is',
      {
        by: 'هاوڕێ',
        since: 1_700_000_000_000,
        progress: { stage: 'embedding', done: 3, total: 40, perSecond: null, secondsLeft: null },
      },
      ckb('status-running-at', {
        who: 'هاوڕێ',
        since: WHEN,
        stage: ckb('status-stage-embedding'),
        done: 3,
        total: 40,
      }),
    ],
    [
      'that somebody elsewhere began it',
      { by: null, since: 1_700_000_000_000, progress: null },
      ckb('status-running', { who: ckb('status-somebody'), since: WHEN }),
    ],
  ])('tells of a re-index %s', async (_, running, line) => {
    const releases = fakeReleases({ running, list: async () => [] });
    const vitals = {
      embedding: 'openai',
      passages: 7,
      memoryInMiB: 99.6,
      uptimeInSeconds: 90_000,
      errors: 0,
      costToday: 1.236,
    };
    const administration = fakeAdministration({ releases, vitals: async () => vitals });
    const bot = await startBot({ administration });
    bot.server.userSends('/status', { from: ADMIN });
    const lines = (await bot.nextText()).split('\n');
    expect(lines).toContain(line);
    expect(lines).toContain(ckb('status-no-snapshot', { passages: 7 }));
    expect(lines).toContain(ckb('status-cost', { dollars: 1.24 }));
    expect(lines).toContain(
      ckb('status-uptime', { time: ckb('status-days', { days: 1, hours: 1 }) }),
    );
  });
});
