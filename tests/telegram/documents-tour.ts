import type { Curator } from '../../src/curation/curator.ts';
import type { Proposal, ProposalWarning, Refusal } from '../../src/curation/proposal.ts';
import type { Messages } from '../../src/messages.ts';
import { ADMIN, idOf, libraryOf, startBot } from './bot-harness.ts';
import type { Harness } from './bot-harness.ts';
import { fakeAdministration } from './fake-administration.ts';

export const FROM = { from: ADMIN };
export const KEY = 'aaaaaaaaaaaaaaaa';
const OTHER_KEY = 'bbbbbbbbbbbbbbbb';
const WARNINGS: readonly ProposalWarning[] = [
  'presentation-forms-mended',
  'ligatures-mended',
  'non-joiners-lost',
  'pages-without-text',
  'rendition-breaks',
];
const PLAIN_REFUSALS = [
  'unknown-type',
  'false-type',
  'not-utf8',
  'empty',
  'password',
  'damaged',
  'scanned',
  'too-many-pages',
  'too-large',
  'timeout',
  'memory',
  'scrambled',
  'cancelled',
  'not-sorani',
  'not-english',
  'only-a-link',
  'too-many-waiting',
] as const;
const REFUSALS: readonly Refusal[] = [
  ...PLAIN_REFUSALS.map((reason) => ({ reason })),
  { reason: 'duplicate', document: '0' },
  { reason: 'no-document', document: '0' },
  {
    reason: 'misaligned',
    document: '0',
    mismatch: {
      paragraph: 1,
      sentences: { document: 2, rendition: 3 },
      paragraphs: { document: 4, rendition: 5 },
    },
    beginnings: { document: '6', rendition: '7' },
  },
];

function proposal(changes: Partial<Proposal>): Proposal {
  return {
    key: KEY,
    kind: 'new',
    document: '0',
    title: '1',
    language: 'ckb',
    pages: 2,
    paragraphs: 3,
    sentences: 4,
    words: 5,
    sample: '6',
    warnings: WARNINGS,
    ...changes,
  };
}

const FULL = Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' });
const BROKEN = Object.assign(new Error('broken'), { code: 'EIO', syscall: 'write' });
const DOCUMENT = { id: '0', title: { ckb: '7', en: '8' }, date: null, passages: 1 };

/** A bot whose curator does as it is told here. */
async function curated(words: Messages, changes: Partial<Curator>): Promise<Harness> {
  const { curator } = fakeAdministration();
  return startBot({
    messages: { ckb: words, en: words },
    library: libraryOf({ documents: () => [] }),
    administration: fakeAdministration({
      curator: {
        ...curator,
        list: async () => [{ ...DOCUMENT, hasRendition: false }],
        ...changes,
      },
    }),
  });
}

/** Sends something, and waits for what is said to it; the id of the last message. */
export async function says(
  { server }: Harness,
  text: string,
  { messages = 1, ...sending }: { messages?: number; content?: object } = {},
): Promise<number> {
  server.userSends(text, { ...FROM, ...sending });
  let last = 0;
  for (let left = messages; left > 0; left -= 1) last = idOf(await server.nextCall('sendMessage'));
  return last;
}

export async function taps({ server }: Harness, data: string, message: number): Promise<void> {
  server.userTaps(data, { ...FROM, message });
  await server.nextCall('editMessageText');
}

async function proposed(words: Messages): Promise<Harness> {
  const proposals = [
    proposal({}),
    proposal({ kind: 'replacement', warnings: [] }),
    proposal({ kind: 'rendition', language: 'en', pages: null, warnings: [] }),
  ];
  const kinds = ['new', 'replacement', 'rendition'] as const;
  const additions: Awaited<ReturnType<Curator['add']>>[] = kinds.map((kind) => ({
    added: { document: '0', kind, title: '1' },
  }));
  const intakes = [
    ...proposals.map((one) => ({ proposal: one })),
    ...REFUSALS.map((refusal) => ({ refusal })),
  ];
  const drops = ['1', null];
  const here = await curated(words, {
    receive: async () => intakes.shift() ?? Promise.reject(BROKEN),
    waiting: async () => [KEY, KEY],
    add: async () => additions.shift() ?? { gone: true },
    drop: async () => drops.shift() ?? null,
  });
  here.server.addFile('1', Buffer.from('1'), '1');
  const content = { document: { file_id: '1', file_unique_id: '1', file_name: '1' } };
  const last = await says(here, '', { content });
  for (let left = intakes.length + 1; left > 0; left -= 1) await says(here, '', { content });
  for (const _ of kinds) {
    here.server.userTaps(`upload:add:${KEY}`, { ...FROM, message: last });
    await here.server.nextCall('editMessageText');
    await here.server.nextCall('editMessageText');
  }
  await taps(here, `upload:drop:${KEY}`, last);
  await taps(here, `upload:drop:${OTHER_KEY}`, last);
  additions.push({ changed: proposal({ kind: 'replacement' }), name: '1' });
  await taps(here, `upload:add:${OTHER_KEY}`, last);
  await here.server.nextCall('sendMessage');
  await says(here, '', { content: { document: { file_id: '2', file_unique_id: '2' } } });
  additions.push(...kinds.map((kind) => ({ added: { document: '0', kind, title: '1' } })));
  here.server.userTaps('upload:all', { ...FROM, message: last });
  await here.server.nextCall('editMessageText');
  return here;
}

async function pasted(words: Messages): Promise<Harness> {
  const parts: string[] = [];
  const here = await curated(words, {
    pasted: Object.assign(fakeAdministration().curator.pasted, {
      begin: async () => {},
      add: async (_: number, part: string) => parts.push(part),
      text: async () => parts.join(''),
      end: async () => {},
    }),
    receiveText: () => Promise.reject(FULL),
  });
  const last = await says(here, '/add');
  here.server.userTaps('paste:done', { ...FROM, message: last });
  await here.server.nextCall('sendMessage');
  await says(here, '1');
  await taps(here, 'paste:cancel', last);
  here.server.userTaps('paste:done', { ...FROM, message: last });
  await here.server.nextCall('sendMessage');
  return here;
}

async function shelved(words: Messages): Promise<Harness> {
  const [restored, lists] = [[true, false], [[{ ...DOCUMENT, hasRendition: false }]]];
  const removals = ['last', 'removed'] as const;
  let removed = 0;
  const here = await curated(words, {
    remove: async () => {
      removed += 1;
      return removals[removed - 1] ?? 'unknown';
    },
    removed: async () => ['0'],
    restore: async () => restored.shift() ?? false,
    rename: async () => '1',
    list: async () => lists[0] ?? [],
  });
  // The key of document 0.
  const key = '5feceb66ffc86f38';
  const asks = await says(here, '/remove');
  await says(here, '/remove 1');
  await taps(here, `shelf:ask:${key}`, asks);
  await taps(here, `shelf:keep:${key}`, asks);
  await taps(here, `shelf:remove:${key}`, asks);
  for (const action of ['remove', 'undo']) {
    here.server.userTaps(`shelf:${action}:${key}`, { ...FROM, message: asks });
    await here.server.nextCall('editMessageText');
    await here.server.nextCall('editMessageText');
  }
  await taps(here, `shelf:undo:${key}`, asks);
  await says(here, '/rename');
  await says(here, '/rename 0');
  await says(here, '/rename 0 9', { messages: 2 });
  lists.shift();
  await taps(here, `shelf:remove:${key}`, asks);
  await taps(here, `shelf:undo:${key}`, asks);
  await says(here, '/remove');
  await says(here, '/help');
  return here;
}

/** What the bot says to admins about documents. */
export const DOCUMENTS_TOUR = [proposed, pasted, shelved];
