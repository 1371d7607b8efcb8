import type { LogFields } from '../log.ts';
import type { Prepared, Step } from './prepare.ts';
import type { Busy, ReleaseFailure } from './release.ts';

/** What a builder process is told: first what to build, and then when its lock isn't needed any more. */
export type OrderWord<Setup> =
  | {
      readonly kind: 'build';
      readonly force: boolean;
      /** What its entry file makes its parts of; plain data. */
      readonly setup: Setup;
    }
  | { readonly kind: 'finish' };

/** What it says. After each of the last three it waits for `finish`, or for the end of its parent. */
export type BuilderWord =
  | { readonly kind: 'step'; readonly step: Step }
  | {
      readonly kind: 'log';
      readonly level: 'info' | 'warn' | 'error';
      readonly message: string;
      readonly fields: LogFields;
    }
  | { readonly kind: 'prepared'; readonly prepared: Prepared }
  | { readonly kind: 'busy'; readonly busy: Busy }
  | { readonly kind: 'failed'; readonly failure: ReleaseFailure };
