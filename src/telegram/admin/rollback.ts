import { Composer, InlineKeyboard } from 'grammy';
import type { Context } from 'grammy';

import type { RollbackOutcome, SnapshotInfo } from '../../release/release.ts';
import { acknowledge } from '../delivery.ts';
import type { Desk } from '../desk.ts';
import { plain } from '../plain.ts';
import { askerOf, record } from './asker.ts';
import type { Asker } from './asker.ts';
import { adminButton, adminCommand } from './gate.ts';
import { momentFor } from './moment.ts';
import { answerTap, tappedBy } from './tapped.ts';

/** `/rollback`: shows the snapshots that are kept, and lets the one serve that is tapped. */
export function rollbackFeature(desk: Desk): Composer<Context> {
  const { releases } = desk.parts.administration;
  const feature = new Composer();
  feature.use(
    adminCommand(desk, 'rollback', 'editor', async (ctx) => {
      const asker = askerOf(desk, ctx);
      const { chat, words } = asker;
      const kept = await releases.list();
      if (kept.length < 2) await chat.send([plain(words.text('rollback-nothing'))]);
      else await chat.send([plain(words.text('rollback-choose'))], snapshotButtons(kept, asker));
    }),
  );
  feature.use(
    adminButton(desk, /^rollback:([\w-]{1,40})$/u, 'editor', async (ctx) => {
      await acknowledge(ctx);
      const tapped = tappedBy(desk, ctx);
      const { asker } = tapped;
      const name = ctx.match[1] ?? '';
      const outcome = await releases.rollback(name);
      record(desk, asker, outcome.status === 'swapped' ? 'rollback' : 'rollback-failed', name);
      await answerTap(tapped, rollbackText(outcome, asker));
    }),
  );
  return feature;
}

function rollbackText(outcome: RollbackOutcome, { words, language }: Asker): string {
  if (outcome.status === 'nothing-older') return words.text('rollback-nothing');
  if (outcome.status === 'failed') {
    return words.text('rollback-failed', { message: outcome.message });
  }
  const { builtAt, documents, passages } = outcome.snapshot;
  return words.text('rollback-done', { date: momentFor(builtAt, language), documents, passages });
}

function snapshotButtons(
  kept: readonly SnapshotInfo[],
  { words, language }: Asker,
): InlineKeyboard {
  return InlineKeyboard.from(
    kept.map(({ name, builtAt, documents, serving }) => {
      const key = serving ? 'rollback-serving' : 'rollback-snapshot';
      const text = words.text(key, { date: momentFor(builtAt, language), documents });
      return [InlineKeyboard.text(text, `rollback:${name}`)];
    }),
  );
}
