import type { Messages } from '../../messages.ts';
import type { ReleaseChecks, ReleaseOutcome } from '../../release/release.ts';
import type { Asker } from './asker.ts';
import { clockFor } from './moment.ts';

type TitleOf = (document: string) => string;
/** Whom it is told. */
type Listener = Pick<Asker, 'words' | 'language'>;

/** Documents whose test questions are told, those that fared worst first. */
const MOST_GOLD = 8;

/** What came of a re-index, for the admin who wanted it. */
export function outcomeText(outcome: ReleaseOutcome, listener: Listener, titleOf: TitleOf): string {
  const { words } = listener;
  switch (outcome.status) {
    case 'swapped':
    case 'unchanged':
      return servedLines(outcome, words, titleOf).join('\n');
    case 'held':
      return [
        words.text('release-held'),
        '',
        ...outcome.checks.problems.map(({ kind, found, asked }) =>
          words.text(`release-problem-${kind}`, { found, asked }),
        ),
        ...checkLines(outcome.checks, words, titleOf),
      ].join('\n');
    case 'busy':
      return busyText(outcome, listener);
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
  { words, language }: Listener,
): string {
  const time = clockFor(since, language);
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
