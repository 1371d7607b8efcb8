import { InputFile } from 'grammy';
import type { Composer, Context } from 'grammy';

import { dateFor } from '../../answering/document-listing.ts';
import { toCsv } from '../../insight/csv.ts';
import type { Desk } from '../desk.ts';
import { plain } from '../plain.ts';
import { adminCommand } from './gate.ts';
import { periodNamed } from './period.ts';

/** `/export`, for editors: the questions of a period as a table; without days, all that are kept. */
export function exportFeature(desk: Desk): Composer<Context> {
  const { memory, retentionInDays, log } = desk.parts;
  return adminCommand(desk, 'export', 'editor', async (ctx, chat) => {
    const words = desk.wordsFor(ctx);
    const period = periodNamed(ctx.match, { now: desk.now(), retentionInDays });
    if ('problem' in period) {
      await chat.send([plain(words.text(`export-${period.problem}`))]);
      return;
    }
    const { from, to, since, until } = period;
    const date = (day: string): string => dateFor(day, desk.languageFor(ctx)) ?? day;
    const count = memory.insight.count(since, until);
    const values = { count, from: date(from), to: date(to) };
    if (count === 0) {
      await chat.send([plain(words.text('export-empty', values))]);
      return;
    }
    const table = Buffer.from(toCsv(memory.insight.asked(since, until)));
    const by = ctx.from?.id ?? null;
    const at = desk.now();
    memory.audit.record({ by, about: null, action: 'export', detail: `${from} ${to}`, at });
    log.info('An admin exported questions.', { questions: count });
    const file = new InputFile(table, `questions-${from}-${to}.csv`);
    await chat.sendDocument(file, words.text('export-caption', values));
  });
}
