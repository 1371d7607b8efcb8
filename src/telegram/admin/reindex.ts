import { Composer } from 'grammy';
import type { Context } from 'grammy';

import { acknowledge } from '../delivery.ts';
import type { Desk } from '../desk.ts';
import { askerOf } from './asker.ts';
import { adminButton, adminCommand } from './gate.ts';
import { CANCEL } from './reindexing.ts';
import type { Reindexing } from './reindexing.ts';

/** `/reindex`: reads the documents anew, `/reindex all` also what has not changed; and the buttons to stop it, or to insist. */
export function reindexFeature(desk: Desk, reindexing: Reindexing): Composer<Context> {
  const feature = new Composer();
  feature.use(
    adminCommand(desk, 'reindex', 'editor', async (ctx) =>
      reindexing.start(askerOf(desk, ctx), { force: /^\s*(?:all|force)\s*$/iu.test(ctx.match) }),
    ),
  );
  feature.use(
    adminButton(desk, new RegExp(`^${CANCEL}$`, 'u'), 'editor', async (ctx) => {
      const asker = askerOf(desk, ctx);
      const isRunning = reindexing.cancel(asker);
      await acknowledge(ctx, isRunning ? undefined : asker.words.text('release-not-running'));
    }),
  );
  feature.use(
    adminButton(desk, /^release:insist:([\w-]{1,40})$/u, 'editor', async (ctx) => {
      await acknowledge(ctx);
      const message = ctx.msg?.message_id;
      if (message === undefined) return;
      await reindexing.insist(askerOf(desk, ctx), ctx.match[1] ?? '', message);
    }),
  );
  return feature;
}
