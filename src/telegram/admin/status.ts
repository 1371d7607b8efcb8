import { FluentNumber } from '@fluent/bundle';
import type { Composer, Context } from 'grammy';

import { inTurns } from '../../insight/in-turns.ts';
import type { Messages } from '../../messages.ts';
import type { SnapshotInfo } from '../../release/release.ts';
import type { Desk } from '../desk.ts';
import type { Vitals } from '../parts.ts';
import { plain } from '../plain.ts';
import { adminCommand } from './gate.ts';
import { momentFor } from './moment.ts';

const MINUTE_IN_SECONDS = 60;
const HOUR_IN_SECONDS = 60 * MINUTE_IN_SECONDS;
const DAY_IN_SECONDS = 24 * HOUR_IN_SECONDS;

/** `/status`, for editors: what is served, whether it is being renewed, and how the bot and its day are. */
export function statusFeature(desk: Desk): Composer<Context> {
  const { administration, retentionInDays } = desk.parts;
  return adminCommand(desk, 'status', 'editor', async (ctx, chat) => {
    const words = desk.wordsFor(ctx);
    const moment = (at: number): string => momentFor(at, desk.languageFor(ctx));
    const [vitals, snapshots] = await Promise.all([
      administration.vitals(),
      administration.releases.list(),
    ]);
    const paragraphs = [
      snapshotLines(snapshots, { words, moment, vitals }),
      [runningLine(desk, words, moment)],
      [
        words.text('status-questions', await questionsToday(desk)),
        vitals.costToday === null
          ? words.text('status-cost-unknown')
          : words.text('status-cost', { dollars: dollarsOf(vitals.costToday) }),
        words.text('status-retention', { days: retentionInDays }),
      ],
      [
        words.text('status-uptime', { time: durationText(vitals.uptimeInSeconds, words) }),
        words.text('status-memory', { memory: Math.round(vitals.memoryInMiB) }),
        words.text('status-errors', { errors: vitals.errors }),
      ],
    ];
    await chat.send([plain(paragraphs.map((lines) => lines.join('\n')).join('\n\n'))]);
  });
}

interface Told {
  readonly words: Messages;
  readonly moment: (at: number) => string;
  readonly vitals: Vitals;
}

function snapshotLines(
  snapshots: readonly SnapshotInfo[],
  { words, moment, vitals }: Told,
): string[] {
  const serving = snapshots.find((one) => one.serving);
  return [
    ...(serving === undefined
      ? [words.text('status-no-snapshot', { passages: vitals.passages })]
      : [
          words.text('status-snapshot', { name: serving.name, when: moment(serving.builtAt) }),
          words.text('status-documents', {
            documents: serving.documents,
            passages: serving.passages,
          }),
        ]),
    words.text('status-embedding', { embedding: vitals.embedding }),
    words.text('status-kept', { count: snapshots.length }),
  ];
}

function runningLine(
  { parts: { administration } }: Desk,
  words: Messages,
  moment: (at: number) => string,
): string {
  const { running } = administration.releases;
  if (running === null) return words.text('status-idle');
  const { by, since, progress } = running;
  const values = { since: moment(since), who: by ?? words.text('status-somebody') };
  return progress === null
    ? words.text('status-running', values)
    : words.text('status-running-at', {
        ...values,
        stage: words.text(`status-stage-${progress.stage}`),
        done: progress.done,
        total: progress.total,
      });
}

/** Since midnight, UTC. */
async function questionsToday({
  parts: { memory },
  now,
}: Desk): Promise<{ asked: number; refused: number }> {
  const since = Math.floor(now() / (1000 * DAY_IN_SECONDS)) * 1000 * DAY_IN_SECONDS;
  let [asked, refused] = [0, 0];
  for await (const { status } of inTurns(memory.insight.asked(since, now() + 1))) {
    asked += 1;
    if (status === 'not-in-document') refused += 1;
  }
  return { asked, refused };
}

function dollarsOf(cost: number): FluentNumber {
  return new FluentNumber(cost, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** In the two largest units that say something. */
function durationText(seconds: number, words: Messages): string {
  const days = Math.floor(seconds / DAY_IN_SECONDS);
  const hours = Math.floor((seconds % DAY_IN_SECONDS) / HOUR_IN_SECONDS);
  const minutes = Math.floor((seconds % HOUR_IN_SECONDS) / MINUTE_IN_SECONDS);
  return days > 0
    ? words.text('status-days', { days, hours })
    : words.text('status-hours', { hours, minutes });
}
