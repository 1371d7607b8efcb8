import type { Messages } from '../../messages.ts';
import type { Progress } from '../../release/release.ts';

const BAR_LENGTH = 12;

/** What a re-index is at: the stage, a bar, passages, and how long it will take. Without progress: that it has begun. */
export function progressText(progress: Progress | null, words: Messages): string {
  if (progress === null) return words.text('release-working');
  const { stage, done, total, perSecond, secondsLeft } = progress;
  const share = total === 0 ? 0 : Math.min(1, done / total);
  const facts = [words.text('release-passages', { done, total })];
  if (perSecond !== null) {
    facts.push(words.text('release-speed', { perSecond: Math.round(perSecond) }));
  }
  if (secondsLeft !== null) {
    facts.push(words.text('release-time-left', { seconds: Math.max(1, Math.ceil(secondsLeft)) }));
  }
  return [
    words.text(`release-stage-${stage}`),
    words.text('release-bar', { bar: barOf(share), percent: Math.floor(share * 100) }),
    facts.join(' · '),
  ].join('\n');
}

/** Filled from where the line begins, in either direction. */
function barOf(share: number): string {
  const filled = Math.round(share * BAR_LENGTH);
  return '▓'.repeat(filled) + '░'.repeat(BAR_LENGTH - filled);
}
