/**
 * How well `check-quote` tells what the statement says from what it doesn't, on the labelled texts of data/evaluation/quotes.jsonl.
 *
 *     npm run measure:quotes
 *
 * Texts whose number is odd were looked at while rules and thresholds were made; the others tell.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { openPirsyar } from '../src/app.ts';
import { readSettings } from '../src/config.ts';
import { isTunedOn, readLabelledQuotes } from '../src/evaluation/labelled-quotes.ts';
import { scoreVerdicts, VERDICTS } from '../src/evaluation/verdict-scores.ts';
import type { CheckedQuote } from '../src/evaluation/verdict-scores.ts';
import { createTerminalLog } from '../src/logs.ts';

function table(name: string, checked: readonly CheckedQuote[]): string {
  const scores = scoreVerdicts(checked);
  const rows = VERDICTS.map((verdict) => {
    const { found, precision, recall, f1 } = scores[verdict];
    const confusion = VERDICTS.map((other) => String(found[other]));
    const shares = [precision, recall, f1].map((value) => value?.toFixed(3) ?? '–');
    return `| ${[verdict, ...confusion, ...shares].join(' | ')} |`;
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
  const labelled = await readLabelledQuotes(resolve('data/evaluation/quotes.jsonl'));
  const checked = labelled.map((quote) => ({
    ...quote,
    found: quotes.check({ text: quote.text }).verdict,
  }));
  const wrong = checked
    .filter(({ verdict, found }) => verdict !== found)
    .map(({ id, verdict, found }) => `${id}: ${verdict}, found ${found}`);
  process.stdout.write(
    [
      table('Odd numbers (tuned on)', checked.filter(isTunedOn)),
      table(
        'Even numbers',
        checked.filter((quote) => !isTunedOn(quote)),
      ),
      table('All', checked),
      ...wrong,
      '',
    ].join('\n'),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
