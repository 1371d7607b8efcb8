import { PirsyarError } from '../errors.ts';
import type { IndexReport } from '../retrieval/index-report.ts';
import type { ProbeProblem, ReleaseChecks, ReleaseOutcome } from './release.ts';

/**
 * What a release did, for those who ask for nothing but that.
 *
 * @throws {PirsyarError} saying why the old snapshot serves on, where it does.
 */
export function reportOrThrow(outcome: ReleaseOutcome): IndexReport {
  if (outcome.status === 'swapped' || outcome.status === 'unchanged') return outcome.report;
  throw new PirsyarError(refusalOf(outcome));
}

type Refused = Exclude<ReleaseOutcome, { status: 'swapped' | 'unchanged' }>;

function refusalOf(outcome: Refused): string {
  if (outcome.status === 'failed') return outcome.message;
  if (outcome.status === 'cancelled') return 'The build was cancelled; the old index serves on.';
  if (outcome.status === 'busy') {
    return 'Another process is still building: try again when it is done.';
  }
  return `The new index was built but doesn't serve: ${reasons(outcome.checks).join('; ')}. The old one serves on; \`pirsyar index --accept\` takes the new one all the same.`;
}

/** A problem as a clause, in English. */
export function problemText({ kind, asked, found }: ProbeProblem): string {
  const own = kind === 'words' ? 'a sentence of their own' : 'their own vectors';
  return `only ${found} of ${asked} passages are found by ${own}`;
}

/** What speaks against a candidate, one clause each. */
function reasons({ problems, gold }: ReleaseChecks): string[] {
  const worse = gold.filter(({ before, now }) => now < before);
  return [
    ...worse.map(
      ({ document, questions, before, now }) =>
        `of the ${questions} questions that check "${document}" it answers ${Math.round(now * questions)} rightly where the old one answers ${Math.round(before * questions)}`,
    ),
    ...problems.map(problemText),
  ];
}
