import type { Answerer } from '../answering/answer.ts';
import type { DocumentId, Passage } from '../corpus/document.ts';
import type { Log } from '../log.ts';
import type { PassageEmbeddings } from '../retrieval/embeddings.ts';
import type { Snapshot } from '../retrieval/snapshot.ts';
import { answerGold, standingGold } from './gold-check.ts';
import type { GoldResult } from './gold-check.ts';
import { readGoldSets } from './gold-questions.ts';
import { probe, sampleOf } from './probe.ts';
import type { ProbeResult } from './probe.ts';
import type { GoldScore, ProbeProblem, ReleaseChecks } from './release.ts';
import { vectorProblem } from './vector-probe.ts';

/** What checks rest on. */
export interface CheckParts {
  readonly embeddings: PassageEmbeddings;
  /** Where questions stand beside documents, the folder that counts more first. */
  readonly folders: readonly string[];
  /** Answers from a snapshot, without a model. */
  readonly answererOver: (snapshot: Snapshot) => Promise<Answerer>;
  readonly log: Log;
}

/** What a new snapshot is compared with. */
export interface Comparison {
  /** The snapshot that serves; null where none can. Read when it is needed. */
  readonly before: () => Promise<Snapshot | null>;
  /** Documents that are as they are in it. */
  readonly unchanged: ReadonlySet<DocumentId>;
}

/** Whom to tell which share of the work is done, and what ends it. */
interface Watch {
  readonly onShare?: ((share: number) => void) | undefined;
  /** Its reason is what the checks reject with. */
  readonly signal?: AbortSignal | undefined;
}

/** Of the passages that were looked for. */
const LEAST_FOUND = 0.95;
/** One passage among few may be like others. */
const MISSES_OF_FEW = 1;

/** Compares a new snapshot with the one that serves. */
export async function checkRelease(
  candidate: Snapshot,
  comparison: Comparison,
  parts: CheckParts,
  watch: Watch = {},
): Promise<ReleaseChecks> {
  const sample = sampleOf(candidate, comparison.unchanged);
  const probed = await probe(candidate, sample);
  watch.signal?.throwIfAborted();
  const problems = [
    await probeProblem(probed, sample, comparison),
    await vectorProblem(candidate, parts.embeddings, sample),
  ];
  return {
    problems: problems.filter((problem) => problem !== null),
    probe: { asked: probed.asked.size, found: probed.found.size },
    gold: await scoreGold(candidate, comparison, parts, watch),
  };
}

/** Whether an admin should decide: something speaks against the candidate, or it answers fewer of the questions of a document. */
export function isWorse({ problems, gold }: ReleaseChecks): boolean {
  return problems.length > 0 || gold.some(({ before, now }) => now < before);
}

/** Passages of a strange kind may be hard to find in any snapshot: only where they were found before is that held against this one. */
async function probeProblem(
  { asked, found }: ProbeResult,
  sample: readonly Passage[],
  comparison: Comparison,
): Promise<ProbeProblem | null> {
  if (asked.size - found.size <= Math.max(MISSES_OF_FEW, asked.size * (1 - LEAST_FOUND)))
    return null;
  const before = await comparison.before();
  const known = new Set(before?.passages.map(({ id }) => id));
  const common = sample.filter(({ id }) => known.has(id));
  if (before !== null && common.length > 0) {
    const earlier = await probe(before, common);
    const now = common.filter(({ id }) => found.has(id)).length;
    if (now >= earlier.found.size) return null;
  }
  return { kind: 'words', asked: asked.size, found: found.size };
}

async function scoreGold(
  candidate: Snapshot,
  comparison: Comparison,
  parts: CheckParts,
  { onShare, signal }: Watch,
): Promise<GoldScore[]> {
  const sets = await readGoldSets(candidate.documents.keys(), parts.folders, parts.log);
  if (sets.length === 0) return [];
  const before = await comparison.before();
  const states = { now: candidate.documents, before: before?.documents ?? new Map() };
  const standing = standingGold(sets, states).filter((one) => one.standing.length > 0);
  const total = standing.reduce((sum, one) => sum + one.standing.length, 0);
  const answererNow = await parts.answererOver(candidate);
  const answererBefore = before === null ? null : await parts.answererOver(before);
  const scores: GoldScore[] = [];
  let done = 0;
  for (const one of standing) {
    signal?.throwIfAborted();
    const now = await answerGold(one, candidate, answererNow);
    const earlier =
      before === null || answererBefore === null
        ? null
        : await answerGold(one, before, answererBefore);
    const { document, leftOut } = one;
    scores.push({
      document,
      questions: now.asked,
      before: shareOf(earlier),
      now: shareOf(now),
      leftOut,
    });
    done += one.standing.length;
    onShare?.(done / total);
  }
  return scores;
}

function shareOf(result: GoldResult | null): number {
  return result === null ? 0 : result.right / result.asked;
}
