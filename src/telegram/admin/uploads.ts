import { sequentialize } from '@grammyjs/runner';
import { Composer } from 'grammy';
import type { Context } from 'grammy';

import { createBoundedMap } from '../../bounded-map.ts';
import type { BoundedMap } from '../../bounded-map.ts';
import { ADDING } from '../../curation/proposal.ts';
import type { Proposal, Refusal } from '../../curation/proposal.ts';
import { acknowledge } from '../delivery.ts';
import type { Desk } from '../desk.ts';
import { isPrivate } from '../place.ts';
import { plain } from '../plain.ts';
import { splitMessage } from '../split-message.ts';
import { askerOf, record } from './asker.ts';
import type { Asker } from './asker.ts';
import { adminButton, mayDo } from './gate.ts';
import { propose, receiveFile, titlesFor } from './receive.ts';
import type { Reindexing } from './reindexing.ts';
import { answerTap, tappedBy } from './tapped.ts';
import type { Tapped } from './tapped.ts';
import { refusalMessage } from './upload-text.ts';
import { written } from './written.ts';

/** Uploads whose buttons were tapped: a second tap that comes before the buttons are gone must not put its word over the first one's. */
type Settled = BoundedMap<string, true>;
const SETTLED_KEPT = 1000;

/** Files that admins send in private: each is shown as it was read, and added at a tap. */
export function uploadsFeature(desk: Desk, reindexing: Reindexing): Composer<Context> {
  const feature = new Composer();
  const settled: Settled = createBoundedMap(SETTLED_KEPT);
  const adding = new Set<number>();
  feature.filter(isFileOfAdmin(desk)).on('message:document', inOrder, async (ctx) => {
    await receiveFile(desk, ctx, ctx.message.document);
  });
  feature.use(
    adminButton(desk, /^upload:(add|drop):([\w-]{16})$/u, 'editor', async (ctx) => {
      await acknowledge(ctx);
      const [, action, key = ''] = ctx.match;
      const tapped = tappedBy(desk, ctx);
      if (action === 'add') await add(desk, { reindexing, settled }, tapped, key);
      else await drop(desk, settled, tapped, key);
    }),
  );
  feature.use(
    adminButton(desk, /^upload:all$/u, 'editor', async (ctx) => {
      await acknowledge(ctx);
      const asker = askerOf(desk, ctx);
      if (adding.has(asker.id)) return;
      adding.add(asker.id);
      try {
        await addAll(desk, reindexing, asker);
      } finally {
        adding.delete(asker.id);
      }
    }),
  );
  return feature;
}

/** A rendition may follow its document. */
const inOrder = sequentialize<Context>((ctx) => `uploads:${ctx.chat?.id}`);

function isFileOfAdmin(desk: Desk): (ctx: Context) => boolean {
  return (ctx) =>
    ctx.message?.document !== undefined &&
    ctx.message.animation === undefined &&
    isPrivate(ctx) &&
    mayDo(desk, ctx, 'editor');
}

async function add(
  desk: Desk,
  { reindexing, settled }: { readonly reindexing: Reindexing; readonly settled: Settled },
  { asker, message }: Tapped,
  key: string,
): Promise<void> {
  const { curator } = desk.parts.administration;
  const addition = await written(desk, asker, async () => curator.add(key));
  if (addition === null) return;
  if ('added' in addition) {
    const { title, kind, document } = addition.added;
    settled.set(key, true);
    record(desk, asker, ADDING[kind], document);
    await reindexing.afterChange(asker, async () =>
      answerTap({ asker, message }, asker.words.text(ADDED[kind], { title })),
    );
  } else if ('changed' in addition) {
    settled.set(key, true);
    await answerTap({ asker, message }, asker.words.text('upload-changed'));
    await propose(desk, asker, addition.name, addition.changed);
  } else if ('refusal' in addition) {
    await refuse(desk, asker, addition);
  } else if (settled.get(key) === undefined) {
    await answerTap({ asker, message }, asker.words.text('upload-gone'));
  }
}

async function refuse(
  desk: Desk,
  asker: Asker,
  { name, refusal }: { readonly name: string; readonly refusal: Refusal },
): Promise<void> {
  const refused = refusalMessage(name, refusal, asker.words, titlesFor(desk, asker));
  await asker.chat.send(splitMessage([refused]));
}

const ADDED = {
  new: 'upload-added',
  replacement: 'upload-replaced',
  rendition: 'upload-rendered',
} as const satisfies Record<Proposal['kind'], string>;

async function drop(desk: Desk, settled: Settled, tapped: Tapped, key: string): Promise<void> {
  const { words } = tapped.asker;
  const title = await desk.parts.administration.curator.drop(key);
  if (title === null && settled.get(key) !== undefined) return;
  settled.set(key, true);
  const text = title === null ? words.text('upload-gone') : words.text('upload-dropped', { title });
  await answerTap(tapped, text);
}

async function addAll(desk: Desk, reindexing: Reindexing, asker: Asker): Promise<void> {
  const { curator } = desk.parts.administration;
  let [count, shown] = [0, 0];
  for (const key of await curator.waiting(asker.id)) {
    const addition = await written(desk, asker, async () => curator.add(key));
    if (addition === null) break;
    if ('added' in addition) {
      count += 1;
      const { kind, document } = addition.added;
      record(desk, asker, ADDING[kind], document);
    } else if ('refusal' in addition) {
      shown += 1;
      await refuse(desk, asker, addition);
    } else if ('changed' in addition) {
      shown += 1;
      await propose(desk, asker, addition.name, addition.changed);
    }
  }
  if (count === 0) {
    if (shown === 0) await asker.chat.send([plain(asker.words.text('upload-gone'))]);
    return;
  }
  const added = asker.words.text('upload-added-all', { count });
  await reindexing.afterChange(asker, async () => asker.chat.send([plain(added)]));
}
