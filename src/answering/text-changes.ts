import { placedWords, sameWords } from '../proof/compare-words.ts';
import type { PlacedWord } from '../proof/compare-words.ts';
import { commonWords, isJoining, weightOf } from './common-words.ts';
import type { Pair } from './common-words.ts';

/** A stretch of two texts laid beside each other: of both, only of the old one, or only of the new one. */
export interface TextPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** How much two texts share of each other, and in how many words. */
export interface Likeness {
  /** 0 to 1: twice what they share in the same order, divided by what both say; by words under the fold, those of content above all. */
  readonly share: number;
  /** Words of content that they share. */
  readonly words: number;
}

/** How alike two texts are, word by word. */
export function likenessOf(old: string, now: string): Likeness {
  const [left, right] = [placedWords(old), placedWords(now)];
  const shared = commonWords(left, right, sameWords('ckb')).map(([place]) => left[place]);
  const most = weightOfAll(left) + weightOfAll(right);
  return {
    share: most === 0 ? 0 : (2 * weightOfAll(shared)) / most,
    words: shared.filter((word) => word !== undefined && !isJoining(word.text)).length,
  };
}

function weightOfAll(words: readonly (PlacedWord | undefined)[]): number {
  return words.reduce((sum, word) => sum + (word === undefined ? 0 : weightOf(word.text)), 0);
}

/**
 * What makes a text of another, word by word: what is the same and what was removed, joined, are the old text; what is the same and
 * what was added are the new one, white space and all. A change is removed first, then added; no two parts of a kind follow each other.
 */
export function changesBetween(old: string, now: string): TextPart[] {
  const words = { old: placedWords(old), now: placedWords(now) };
  const pairs = commonWords(words.old, words.now, (left, right) => left === right);
  const parts = new PartWriter();
  let [from, to] = [0, 0];
  for (const [left, right] of withoutStragglers(pairs, words)) {
    const [one, other] = [words.old[left], words.now[right]];
    if (one === undefined || other === undefined) continue;
    parts.writeBetween(old.slice(from, one.start), now.slice(to, other.start));
    parts.write('same', one.text);
    [from, to] = [one.end, other.end];
  }
  parts.writeBetween(old.slice(from), now.slice(to));
  return parts.written;
}

interface ComparedWords {
  readonly old: readonly PlacedWord[];
  readonly now: readonly PlacedWord[];
}

/** Without words that stayed by chance: a few that only join others, between longer changes. */
function withoutStragglers(pairs: readonly Pair[], words: ComparedWords): Pair[] {
  const kept: Pair[][] = [];
  const runs = runsOf(pairs);
  for (const [place, run] of runs.entries()) {
    const before = changedBetween(kept.at(-1)?.at(-1), run[0]);
    const behind = changedBetween(run.at(-1), runs[place + 1]?.[0] ?? endOf(words));
    const joins = run.every(([left]) => isJoining(words.old[left]?.text ?? ''));
    if (!joins || run.length >= Math.min(before, behind)) kept.push(run);
  }
  return kept.flat();
}

function runsOf(pairs: readonly Pair[]): Pair[][] {
  const runs: Pair[][] = [];
  for (const pair of pairs) {
    const run = runs.at(-1);
    if (run !== undefined && changedBetween(run.at(-1), pair) === 0) run.push(pair);
    else runs.push([pair]);
  }
  return runs;
}

function endOf({ old, now }: ComparedWords): Pair {
  return [old.length, now.length];
}

/** Words between two pairs, on the side that has more; from the beginning where there is none before. */
function changedBetween(before: Pair = [-1, -1], behind: Pair = [0, 0]): number {
  return Math.max(behind[0] - before[0], behind[1] - before[1]) - 1;
}

const SIGNS_BEFORE = /^[^\p{L}\p{M}\p{N}]*/u;
const SIGNS_BEHIND = /[^\p{L}\p{M}\p{N}]*$/u;

class PartWriter {
  readonly written: TextPart[] = [];

  write(kind: TextPart['kind'], text: string): void {
    if (text === '') return;
    const last = this.written.at(-1);
    if (last?.kind === kind) this.written.splice(-1, 1, { kind, text: last.text + text });
    else this.written.push({ kind, text });
  }

  /** What stands between two words of each text: white space and signs at either end that are the same, and what changed. */
  writeBetween(old: string, now: string): void {
    if (old === now) {
      this.write('same', old);
      return;
    }
    const before = commonStart(signs(SIGNS_BEFORE, old), signs(SIGNS_BEFORE, now));
    const [left, right] = [old.slice(before.length), now.slice(before.length)];
    const behind = commonEnd(signs(SIGNS_BEHIND, left), signs(SIGNS_BEHIND, right));
    this.write('same', before);
    this.write('removed', left.slice(0, left.length - behind.length));
    this.write('added', right.slice(0, right.length - behind.length));
    this.write('same', behind);
  }
}

function signs(pattern: RegExp, text: string): string {
  return pattern.exec(text)?.[0] ?? '';
}

/** By characters, so that none is halved. */
function commonStart(left: string, right: string): string {
  const others = Array.from(right);
  const same = Array.from(left);
  const length = same.findIndex((character, place) => character !== others[place]);
  return same.slice(0, length === -1 ? same.length : length).join('');
}

function commonEnd(left: string, right: string): string {
  return reversed(commonStart(reversed(left), reversed(right)));
}

function reversed(text: string): string {
  return Array.from(text).toReversed().join('');
}
