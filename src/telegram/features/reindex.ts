import { Composer } from 'grammy';
import type { Context } from 'grammy';

import { PirsyarError } from '../../errors.ts';
import type { Messages } from '../../messages.ts';
import { say } from '../delivery.ts';
import type { Desk } from '../desk.ts';
import { failureFields } from '../failures.ts';
import type { ReindexReport } from '../parts.ts';

/** `/reindex`, for admins: one run at a time, then its counts; a run that fails leaves the old index serving. */
export function reindexFeature(desk: Desk): Composer<Context> {
  const feature = new Composer();
  let running = false;
  feature.command('reindex', async (ctx) => {
    const words = desk.wordsFor(ctx);
    if (!desk.isAdmin(ctx)) {
      await say(ctx, words.text('bot-admins-only'));
      return;
    }
    if (running) {
      await say(ctx, words.text('bot-reindex-busy'));
      return;
    }
    running = true;
    try {
      await say(ctx, words.text('bot-reindex-working'));
      await say(ctx, await outcome(desk, words));
    } finally {
      running = false;
    }
  });
  return feature;
}

async function outcome({ parts }: Desk, words: Messages): Promise<string> {
  try {
    const report = await parts.reindex();
    parts.log.info('An admin re-indexed.', {
      documents: report.documents,
      failed: report.failed.length,
      elapsedMs: report.elapsedMs,
    });
    return reportText(report, words);
  } catch (error) {
    parts.log.error('A re-index failed; the old index keeps serving.', failureFields(error));
    const failed = words.text('bot-reindex-failed');
    return error instanceof PirsyarError ? `${failed}\n${error.message}` : failed;
  }
}

function reportText(report: ReindexReport, words: Messages): string {
  const { failed, elapsedMs, ...counts } = report;
  const seconds = Math.round(elapsedMs / 100) / 10;
  const lines = [words.text('bot-reindex-done', { ...counts, seconds })];
  if (failed.length > 0) {
    lines.push('', words.text('bot-reindex-unread'));
  }
  for (const { document, reason } of failed) {
    lines.push(words.text('bot-reindex-unread-document', { document, reason }));
  }
  return lines.join('\n');
}
