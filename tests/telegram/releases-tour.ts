import type { Messages } from '../../src/messages.ts';
import type { FailureCause, ReleaseOutcome, Stage } from '../../src/release/release.ts';
import { ADMIN, startBot } from './bot-harness.ts';
import type { Harness } from './bot-harness.ts';
import { FROM, KEY, says, taps } from './documents-tour.ts';
import {
  CHECKS,
  fakeAdministration,
  fakeReleases,
  heldReleases,
  REPORT,
  SWAPPED,
} from './fake-administration.ts';

const CAUSES: readonly FailureCause[] = [
  'disk-full',
  'not-writable',
  'embeddings',
  'no-documents',
  'memory',
  'other',
];
const PROBLEMS = [
  { kind: 'words', asked: 2, found: 1 },
  { kind: 'vectors', asked: 2, found: 1 },
] as const;
const GOLD = [{ document: '0', questions: 3, before: 0.5, now: 0.6, leftOut: 0 }];

function sentence(id: string): { id: string; text: string; rendition: string } {
  return { id: id.repeat(22), text: `1${id}`, rendition: `2${id}` };
}

const NOTHING = { added: [], removed: [], changed: [] };
const CHANGES = {
  added: 20,
  removed: 1,
  changed: 1,
  documents: [
    { ...NOTHING, document: '0', kind: 'added' as const, added: [sentence('1')] },
    { ...NOTHING, document: '0', kind: 'removed' as const, removed: [sentence('2')] },
    {
      document: '0',
      kind: 'changed' as const,
      changed: [{ from: sentence('3'), to: sentence('4') }],
      removed: [sentence('5')],
      added: Array.from({ length: 9 }, () => sentence('6')),
    },
  ],
};

async function released(words: Messages): Promise<Harness> {
  const { releases, begun, finish } = heldReleases();
  const here = await startBot({
    messages: { ckb: words, en: words },
    administration: fakeAdministration({
      curator: {
        ...fakeAdministration().curator,
        add: async () => ({ added: { document: '0', kind: 'new', title: '1' } }),
      },
      releases,
      lastChanges: async () => CHANGES,
    }),
  });
  const stages: readonly Stage[] = ['reading', 'embedding', 'linking', 'writing', 'checking'];
  const last = await says(here, '/reindex');
  const { onProgress } = await begun(0);
  for (const stage of stages) {
    here.clock.now += 3000;
    onProgress?.({ stage, done: 1, total: 2, perSecond: 3, secondsLeft: 4 });
    await here.server.nextCall('editMessageText');
  }
  await says(here, '/reindex');
  here.server.userTaps(`upload:add:${KEY}`, { ...FROM, message: last });
  await here.server.nextCall('sendMessage');
  finish({
    ...SWAPPED,
    status: 'swapped',
    snapshot: '1',
    report: { ...REPORT, failed: [{ document: '80', reason: '81' }] },
    checks: { ...CHECKS, gold: GOLD },
  });
  await here.server.nextCall('sendDocument');
  // The one that follows it, lest the bot wait for it at its end.
  void begun(1).then(() => finish({ status: 'cancelled' }));
  return here;
}

async function outcomes(words: Messages): Promise<Harness> {
  const held = { status: 'held' as const, snapshot: '1', report: REPORT };
  const given: ReleaseOutcome[] = [
    { ...held, checks: { ...CHECKS, problems: PROBLEMS, gold: GOLD } },
    { status: 'busy', by: null, since: 0 },
    { status: 'cancelled' },
    { status: 'unchanged', snapshot: '1', report: REPORT },
    ...CAUSES.map((cause) => ({ status: 'failed' as const, cause, message: '84' })),
  ];
  const count = given.length;
  const kept = { builtAt: 0, documents: 1, passages: 2 };
  const lists = [
    [
      { ...kept, name: '2', serving: true },
      { ...kept, name: '1', serving: false },
    ],
  ];
  const rollbacks = [
    { status: 'swapped' as const, snapshot: { ...kept, name: '1', serving: true } },
    { status: 'failed' as const, message: '85' },
    { status: 'nothing-older' as const },
  ];
  const here = await startBot({
    messages: { ckb: words, en: words },
    administration: fakeAdministration({
      releases: fakeReleases({
        run: async () => given.shift() ?? SWAPPED,
        insist: async () => ({ status: 'failed', cause: 'other', message: '86' }),
        list: async () => lists.shift() ?? [],
        rollback: async () => rollbacks.shift() ?? { status: 'nothing-older' },
      }),
    }),
  });
  for (let left = count; left > 0; left -= 1) {
    await says(here, '/reindex');
    await here.server.nextCall('editMessageText');
  }
  const asks = await says(here, '/rollback');
  here.server.userTaps('release:cancel', { ...FROM, message: asks });
  await here.server.nextCall('answerCallbackQuery');
  for (let left = 3; left > 0; left -= 1) await taps(here, 'rollback:1', asks);
  // An admin in a group whom the bot can't write to.
  here.server.userBlocks(ADMIN);
  here.server.userSends('/rollback@pirsyar_bot', { ...FROM, chat: -5 });
  await here.server.nextCall('sendMessage');
  await here.server.nextCall('sendMessage');
  return here;
}

/** What the bot says to admins about the index. */
export const RELEASES_TOUR = [released, outcomes];
