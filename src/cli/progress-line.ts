import type { Progress, Stage } from '../release/release.ts';

const DOING: Readonly<Record<Stage, string>> = {
  reading: 'Reading',
  embedding: 'Embedding',
  linking: 'Linking',
  writing: 'Writing',
  checking: 'Checking',
};
const COUNT = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** How far a build is, for a person at a terminal. */
export function progressLine({ stage, done, total, perSecond, secondsLeft }: Progress): string {
  const parts = [`${DOING[stage]}: ${COUNT.format(done)} of ${COUNT.format(total)} passages`];
  if (perSecond !== null && secondsLeft !== null) {
    parts.push(`${COUNT.format(perSecond)} a second`, `${COUNT.format(secondsLeft)} s left`);
  }
  return parts.join(', ');
}
