import type { Messages } from '../../messages.ts';
import type { ReleaseChecks, ReleaseOutcome } from '../../release/release.ts';

type TitleOf = (document: string) => string;

/** Documents whose test questions are told, those that fared worst first. */
const MOST_GOLD = 8;

/** What came of a re-index, for the admin who wanted it. */
export function outcomeText(outcome: ReleaseOutcome, words: Messages, titleOf: TitleOf): string {
  switch (outcome.status) {
    case 'swapped':
    case 'unchanged':
      return servedLines(outcome, words, titleOf).join('\n');
    case 'held':
      return [
        words.text('release-held'),
        '',
        ...outcome.checks.problems.map((problem) => words.text('release-problem', { problem })),
        ...checkLines(outcome.checks, words, titleOf),
      ].join('\n');
    case 'busy':
      return busyText(outcome, words);
    case 'cancelled':
      return words.text('release-cancelled');
    case 'failed':
    default:
      return `${words.text('release-failed')}\n${causeText(outcome, words)}`;
  }
}

function servedLines(
  outcome: Extract<ReleaseOutcome, { status: 'swapped' | 'unchanged' }>,
  words: Messages,
  titleOf: TitleOf,
): string[] {
  const { failed: _, elapsedMs, documents, passages, ...changes } = outcome.report;
  const unread = unreadLines(outcome.report, words);
  if (outcome.status === 'unchanged') {
    return [words.text('release-unchanged', { documents, passages }), ...unread];
  }
  const seconds = Math.round(elapsedMs / 100) / 10;
  const done = words.text('release-done', { documents, passages, ...changes, seconds });
  return [done, ...checkLines(outcome.checks, words, titleOf), ...unread];
}

/** That somebody else is at it. */
export function busyText(
  { by, since }: { readonly by: string | null; readonly since: number },
  words: Messages,
): string {
  const time = clockTime(since);
  return by === null
    ? words.text('release-busy-elsewhere', { time })
    : words.text('release-busy', { name: by, time });
}

function causeText(
  { cause, message }: Extract<ReleaseOutcome, { status: 'failed' }>,
  words: Messages,
): string {
  return words.text(`release-failed-${cause}`, cause === 'other' ? { message } : {});
}

/** Hours and minutes, UTC. */
function clockTime(time: number): string {
  return new Date(time).toISOString().slice(11, 16);
}

function checkLines({ probe, gold }: ReleaseChecks, words: Messages, titleOf: TitleOf): string[] {
  const lines = gold
    .filter(({ questions }) => questions > 0)
    .toSorted((left, right) => left.now - left.before - (right.now - right.before))
    .slice(0, MOST_GOLD)
    .map(({ document, before, now }) =>
      words.text('release-gold', {
        title: titleOf(document),
        now: Math.round(now * 100),
        before: Math.round(before * 100),
      }),
    );
  return probe.asked === 0 ? lines : [words.text('release-probe', { ...probe }), ...lines];
}

function unreadLines(
  {
    failed,
  }: { readonly failed: readonly { readonly document: string; readonly reason: string }[] },
  words: Messages,
): string[] {
  if (failed.length === 0) return [];
  const lines = failed.map(({ document, reason }) =>
    words.text('release-unread-document', { document, reason }),
  );
  return ['', words.text('release-unread'), ...lines];
}
