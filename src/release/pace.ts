import type { Step } from './prepare.ts';
import type { Progress } from './release.ts';

/** Before that, a speed says nothing. */
const LEAST_SECONDS = 0.5;

/** Adds to each step how fast its stage goes and how long it will take. @param now in milliseconds. */
export function createPace(now: () => number = () => performance.now()): (step: Step) => Progress {
  let began: { readonly stage: Step['stage']; readonly done: number; readonly at: number } | null =
    null;
  return ({ stage, done, total }) => {
    if (began?.stage !== stage) began = { stage, done, at: now() };
    const seconds = (now() - began.at) / 1000;
    const perSecond = seconds < LEAST_SECONDS ? null : (done - began.done) / seconds;
    const secondsLeft =
      perSecond === null || perSecond === 0 ? null : Math.max(0, total - done) / perSecond;
    return { stage, done, total, perSecond, secondsLeft };
  };
}
