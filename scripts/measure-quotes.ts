/**
 * How well `check-quote` tells what the statement says from what it doesn't, on the labelled texts of data/evaluation/quotes.jsonl.
 *
 *     npm run measure:quotes
 *
 * Texts whose number is odd were looked at while rules and thresholds were made; the others tell.
 */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { openPirsyar } from '../src/app.ts';
import { readSettings } from '../src/config.ts';
import { createTerminalLog } from '../src/logs.ts';
import type { QuoteCheck } from '../src/proof/quote-check.ts';

const VERDICTS = ['exact', 'altered', 'not-in-document'] as const;
type Verdict = (typeof VERDICTS)[number];

interface Labelled {
  readonly id: string;
  readonly text: string;
  readonly verdict: Verdict;
}

interface Checked extends Labelled {
  readonly found: QuoteCheck;
}

function readLabelled(): Labelled[] {
  return readFileSync(resolve('data/evaluation/quotes.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): Labelled => JSON.parse(line));
}

function isOdd({ id }: Labelled): boolean {
  return /[13579]$/u.test(id);
}

function count(checked: readonly Checked[], said: Verdict | null, found: Verdict | null): number {
  return checked.filter(
    (one) =>
      (said === null || one.verdict === said) && (found === null || one.found.verdict === found),
  ).length;
}

function table(name: string, checked: readonly Checked[]): string {
  const rows = VERDICTS.map((verdict) => {
    const right = count(checked, verdict, verdict);
    const precision = right / count(checked, null, verdict);
    const recall = right / count(checked, verdict, null);
    const f1 = (2 * precision * recall) / (precision + recall);
    const confusion = VERDICTS.map((found) => String(count(checked, verdict, found)));
    const scores = [precision, recall, f1].map((score) => score.toFixed(3));
    return `| ${[verdict, ...confusion, ...scores].join(' | ')} |`;
  });
  return [
    `${name}: ${checked.length} texts`,
    '',
    '| label | exact | altered | not-in-document | precision | recall | F1 |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

const folder = mkdtempSync(join(tmpdir(), 'pirsyar-quotes-'));
try {
  const places = { dataDirectory: resolve('data'), workingDirectory: folder };
  const { quotes } = await openPirsyar({
    settings: readSettings({ INDEX_DIR: 'index', STATE_DIR: 'state' }, places),
    dataDirectory: places.dataDirectory,
    promptsDirectory: resolve('prompts'),
    log: createTerminalLog('warn', process.stderr),
  });
  const labelled = readLabelled();
  const checked = labelled.map((one) => ({ ...one, found: quotes.check({ text: one.text }) }));
  const wrong = checked
    .filter(({ verdict, found }) => verdict !== found.verdict)
    .map(({ id, verdict, found }) => `${id}: ${verdict}, found ${found.verdict}`);
  process.stdout.write(
    [
      table('Odd numbers (tuned on)', checked.filter(isOdd)),
      table(
        'Even numbers',
        checked.filter((one) => !isOdd(one)),
      ),
      table('All', checked),
      ...wrong,
      '',
    ].join('\n'),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
