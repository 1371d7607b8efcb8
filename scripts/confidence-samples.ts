import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

import { SIGNAL_NAMES } from '../src/answering/signals.ts';
import { openPirsyar } from '../src/app.ts';
import type { Pirsyar } from '../src/app.ts';
import { readSettings } from '../src/config.ts';
import { readQuestions } from '../src/evaluation/questions.ts';
import type { EvaluationLanguage, EvaluationQuestion } from '../src/evaluation/questions.ts';
import { isRightEvidence } from '../src/evaluation/scores.ts';
import { createTerminalLog } from '../src/logs.ts';

/** One question as it was answered, with what its confidence is made of. */
export interface Sample {
  /** The name of the set: that of its file, or, where that is only called `questions`, of its folder. */
  readonly set: string;
  /** The folder of documents that it was put to. */
  readonly documents: string;
  readonly language: EvaluationLanguage;
  readonly answerable: boolean;
  /** Whether the best sentence is the evidence, however sure that was. */
  readonly evidenceRight: boolean;
  /** The signals in the order of SIGNAL_NAMES; null where nothing is known. */
  readonly features: readonly number[] | null;
  readonly confidence: number;
  /**
   * What questions share that may not be learnt from when one of them is judged: their document, or, where there is only one, the
   * question, in whatever spelling.
   */
  readonly group: string;
}

/** A file of questions, the folder of documents that they are put to, and in which languages. */
interface QuestionSet {
  readonly file: string;
  readonly documents: string;
  readonly languages: readonly string[];
}

/** Sets given as triples of arguments: `QUESTIONS DOCUMENTS LANGUAGES`, languages as `ckb,en`. */
export function setsOfArguments(words: readonly string[]): QuestionSet[] {
  const sets: QuestionSet[] = [];
  for (let first = 0; first + 2 < words.length; first += 3) {
    const [file = '', documents = '', languages = ''] = words.slice(first, first + 3);
    sets.push({ file, documents, languages: languages.split(',') });
  }
  return sets;
}

function nameOf(file: string): string {
  const name = basename(file, '.jsonl');
  return name === 'questions' ? basename(dirname(file)) : name;
}

/** Puts the questions of every set in each of its languages. */
export async function readSamples(sets: readonly QuestionSet[]): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (const set of sets) {
    const indexDirectory = await mkdtemp(join(tmpdir(), 'pirsyar-fit-'));
    const pirsyar = await open(set.documents, indexDirectory);
    for (const question of await readQuestions(set.file)) {
      for (const language of ['ckb', 'en'] as const) {
        const text = question.text[language];
        if (text === null || !set.languages.includes(language)) continue;
        samples.push(await put(pirsyar, set, question, { language, text }));
      }
    }
    await rm(indexDirectory, { recursive: true, force: true });
  }
  return samples;
}

async function open(documents: string, indexDirectory: string): Promise<Pirsyar> {
  const dataDirectory = resolve('data');
  const places = { dataDirectory, workingDirectory: process.cwd() };
  const settings = readSettings({ DOCUMENTS_DIR: documents, INDEX_DIR: indexDirectory }, places);
  return openPirsyar({
    settings,
    dataDirectory,
    promptsDirectory: 'prompts',
    log: createTerminalLog('warn', process.stderr),
  });
}

async function put(
  { answerer, index }: Pirsyar,
  { file, documents }: QuestionSet,
  question: EvaluationQuestion,
  { language, text }: { readonly language: EvaluationLanguage; readonly text: string },
): Promise<Sample> {
  const { history, gold } = question;
  const { answer, trace } = await answerer.explain({ text, history: history[language] });
  const { signals } = trace;
  const sources = index.snapshot.documents;
  const document = gold?.document ?? trace.ranked[0]?.hit.passage.document ?? '';
  const source = sources.get(document)?.source ?? '';
  // The nearest sentences of a refusal are those that an answer would have cited.
  const asked = { ...answer, status: 'answered' } as const;
  return {
    set: nameOf(file),
    documents,
    language,
    answerable: gold !== null,
    evidenceRight: gold !== null && isRightEvidence(asked, gold, source),
    features: signals === null ? null : SIGNAL_NAMES.map((name) => signals[name]),
    confidence: answer.confidence,
    group: sources.size === 1 ? baseOf(question) : document,
  };
}

/** The question that is asked, in whatever spelling. Two sets may have one id for two questions: those are only kept together. */
function baseOf({ id, of }: EvaluationQuestion): string {
  return of ?? id;
}
