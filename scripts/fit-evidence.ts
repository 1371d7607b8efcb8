/**
 * Fits the weights of src/answering/evidence.ts: a softmax over the sentences found for each question, by which those that prove the
 * answer are likeliest, over question sets given as pairs of arguments `QUESTIONS DOCUMENTS`.
 *
 *     npm run fit:evidence -- data/evaluation/statement.jsonl data/documents
 *
 * Prints the weights fitted on all questions; before them, for each set and language, how often the likeliest sentence is right
 * by weights fitted without the questions on the same document (where a set names the evidence: on the same sentence).
 */
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';

import { citeEvidence } from '../src/answering/cite.ts';
import { FIGURE_NAMES } from '../src/answering/figures.ts';
import { openPirsyar } from '../src/app.ts';
import { readSettings } from '../src/config.ts';
import { EVALUATION_LANGUAGES, readQuestions } from '../src/evaluation/questions.ts';
import type { EvaluationQuestion, Gold } from '../src/evaluation/questions.ts';
import { isRightQuote } from '../src/evaluation/scores.ts';
import { withTemporaryFolder } from '../src/evaluation/with-temporary-folder.ts';
import { createTerminalLog } from '../src/logs.ts';
import { choosesRight, fitSoftmax } from './fitting/softmax.ts';
import type { Choice } from './fitting/softmax.ts';

interface Sample extends Choice {
  /** The set and the language. */
  readonly group: string;
  /** Which part of the cross-validation the question belongs to, from 0. */
  readonly fold: number;
}

const FOLDS = 5;

async function readSamples(file: string, documents: string): Promise<Sample[]> {
  return withTemporaryFolder(async (indexDirectory) => {
    const dataDirectory = resolve('data');
    const places = { dataDirectory, workingDirectory: process.cwd() };
    const settings = readSettings({ DOCUMENTS_DIR: documents, INDEX_DIR: indexDirectory }, places);
    const log = createTerminalLog('warn', process.stderr);
    const { answerer, index } = await openPirsyar({
      settings,
      dataDirectory,
      promptsDirectory: 'prompts',
      log,
    });
    const sourceOf = (document: string): string =>
      index.snapshot.documents.get(document)?.source ?? '';
    const read = async (
      { text, history }: EvaluationQuestion,
      gold: Gold,
      language: 'ckb' | 'en',
    ): Promise<Choice> => {
      const question = { text: text[language] ?? '', history: history[language] };
      const { trace } = await answerer.explain(question);
      return {
        figures: trace.ranked.map(({ figures }) => FIGURE_NAMES.map((name) => figures[name])),
        right: trace.ranked.map((evidence) => {
          const citation = citeEvidence(evidence, 1, trace.matcher);
          return isRightQuote(citation, gold, sourceOf(gold.document));
        }),
      };
    };
    const samples: Sample[] = [];
    for (const question of await readQuestions(file)) {
      const { gold } = question;
      for (const language of EVALUATION_LANGUAGES) {
        if (gold === null || question.text[language] === null) continue;
        const choice = await read(question, gold, language);
        samples.push({ ...choice, group: `${file} ${language}`, fold: foldOf(gold) });
      }
    }
    return samples;
  });
}

function foldOf({ document, evidence }: Gold): number {
  const key = `${document} ${evidence?.start ?? ''}`;
  return createHash('sha256').update(key).digest().readUInt32BE() % FOLDS;
}

/** For each group the share of questions answered right, each by weights fitted on the other parts. */
function crossValidate(samples: readonly Sample[]): string[] {
  const right = new Map<string, boolean[]>();
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const weights = fitSoftmax(samples.filter((sample) => sample.fold !== fold));
    for (const sample of samples.filter((one) => one.fold === fold)) {
      right.set(sample.group, [...(right.get(sample.group) ?? []), choosesRight(sample, weights)]);
    }
  }
  return Array.from(right, ([group, all]) => {
    const share = all.filter(Boolean).length / all.length;
    return `${share.toFixed(3)} of ${all.length}: ${group}`;
  }).toSorted();
}

const samples: Sample[] = [];
const sets = process.argv.slice(2);
for (let first = 0; first + 1 < sets.length; first += 2) {
  const [file = '', documents = ''] = sets.slice(first, first + 2);
  samples.push(...(await readSamples(file, documents)));
}
const weights = fitSoftmax(samples);
const lines = [
  ...crossValidate(samples),
  ...FIGURE_NAMES.map((name, index) => `${name}: ${weights[index]?.toFixed(2)}`),
];
process.stdout.write(`${lines.join('\n')}\n`);
