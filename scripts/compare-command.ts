import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { messageOf } from '../src/errors.ts';
import { PirsyarError, UsageError } from '../src/errors.ts';
import { readBitext } from '../src/evaluation/bitext.ts';
import { readQuestions } from '../src/evaluation/questions.ts';
import { write } from '../src/streams.ts';
import type { Streams } from '../src/streams.ts';
import { drawComparison } from './compare-chart.ts';
import { PUBLISHED, PUBLISHED_SOURCE } from './compare-published.ts';
import { compareRetriever } from './compare-retrievers.ts';
import type { ComparedScores, Task } from './compare-retrievers.ts';
import { formatComparison } from './compare-table.ts';
import { RETRIEVERS } from './rivals/all.ts';

/** What was asked for; a set of questions comes with its documents. */
interface CompareOptions {
  readonly questions: string;
  readonly documents: string;
  readonly bitext: string | null;
  readonly json: string | null;
  readonly chart: string | null;
}

const TEXT = { type: 'string' } as const;

/** Runs one command line and resolves to its exit code. A failure is one sentence on the error stream. */
export async function runComparison(
  argv: readonly string[],
  { output, errors }: Pick<Streams, 'output' | 'errors'>,
): Promise<number> {
  try {
    const options = readOptions(argv);
    const compared = await compareAll(await readTask(options));
    await writeFiles(options, compared);
    await write(output, formatComparison(compared));
    return 0;
  } catch (error) {
    if (!(error instanceof PirsyarError)) throw error;
    await write(errors, `${error.message}\n`);
    return error instanceof UsageError ? 2 : 1;
  }
}

function readOptions(argv: readonly string[]): CompareOptions {
  const { questions, documents, bitext, json, chart } = parse(argv);
  if ((questions === undefined) !== (documents === undefined)) {
    throw new UsageError('Give --questions and --documents together, or neither.');
  }
  return {
    questions: questions ?? join('data', 'evaluation', 'statement.jsonl'),
    documents: documents ?? join('data', 'documents'),
    bitext: bitext ?? null,
    json: json ?? null,
    chart: chart ?? null,
  };
}

function parse(argv: readonly string[]): Partial<Record<keyof CompareOptions, string>> {
  try {
    const options = { questions: TEXT, documents: TEXT, bitext: TEXT, json: TEXT, chart: TEXT };
    return parseArgs({ args: [...argv], options }).values;
  } catch (error) {
    throw new UsageError(messageOf(error), { cause: error });
  }
}

async function readTask({ questions, documents, bitext }: CompareOptions): Promise<Task> {
  return {
    questions: await readQuestions(questions),
    documentsDirectory: documents,
    bitext: bitext === null ? null : await readBitext(bitext),
  };
}

async function compareAll(task: Task): Promise<ComparedScores[]> {
  const compared: ComparedScores[] = [];
  for (const create of RETRIEVERS) compared.push(await compareRetriever(create, task));
  return compared;
}

async function writeFiles(
  { json, chart, questions, documents, bitext }: CompareOptions,
  compared: readonly ComparedScores[],
): Promise<void> {
  if (json !== null) {
    const published = { source: PUBLISHED_SOURCE, figures: PUBLISHED };
    const report = { questions, documents, bitext, compared, published };
    await writeFile(json, `${JSON.stringify(report, null, 2)}\n`);
  }
  if (chart !== null) await writeFile(chart, drawComparison(compared));
}
