/** What a build is at: texts into words, texts into vectors, vectors into a graph, files onto the disk. */
export type BuildStage = 'reading' | 'embedding' | 'linking' | 'writing';

/** How far a stage is, in passages that it has to handle: those that are taken over from before count only where they are written. */
export interface BuildProgress {
  readonly stage: BuildStage;
  readonly done: number;
  readonly total: number;
}

/** How a build is watched and ended. */
export interface BuildWatch {
  readonly onProgress?: ((progress: BuildProgress) => void) | undefined;
  /** Ends the build with the signal's reason; asked every few milliseconds. */
  readonly signal?: AbortSignal | undefined;
}

/** Tells of every so many passages: often enough to see it move, seldom enough to cost nothing. */
const TOLD_EVERY = 1000;

/** Tells how far a stage is: at its beginning, every 1,000 passages, and when it is done. Gives what is called with the share that is. */
export function tellShare(
  { onProgress }: BuildWatch,
  stage: BuildStage,
  total: number,
): (share: number) => void {
  let told = -TOLD_EVERY;
  return (share) => {
    const done = share >= 1 ? total : Math.floor(share * total);
    const isEnd = done === total && told !== total;
    if (!isEnd && done < told + TOLD_EVERY) return;
    told = done;
    onProgress?.({ stage, done, total });
  };
}
