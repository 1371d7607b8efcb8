import { join } from 'node:path';

import { parseCorpus } from '../src/corpus/corpus.ts';
import type { Passage } from '../src/corpus/document.ts';
import { readCorpusFiles } from '../src/corpus/read-files.ts';
import { median } from '../src/evaluation/averages.ts';
import { writeBitextDocuments } from '../src/evaluation/bitext.ts';
import type { SentencePair } from '../src/evaluation/bitext.ts';
import { evaluateBitext } from '../src/evaluation/evaluate-bitext.ts';
import type { QueryForm } from '../src/evaluation/evaluate-bitext.ts';
import { scoreRanks } from '../src/evaluation/group-scores.ts';
import type { ByLanguage, RetrievalScores } from '../src/evaluation/group-scores.ts';
import type { EvaluationLanguage, EvaluationQuestion } from '../src/evaluation/questions.ts';
import { rankOfGold } from '../src/evaluation/scores.ts';
import { withTemporaryFolder } from '../src/evaluation/with-temporary-folder.ts';
import type { CreateRetriever, Retriever } from './rivals/retriever.ts';

/** What the retrievers are compared on. */
export interface Task {
  readonly questions: readonly EvaluationQuestion[];
  readonly documentsDirectory: string;
  readonly bitext: readonly SentencePair[] | null;
}

/** What one retriever came to. */
export interface ComparedScores {
  readonly name: string;
  readonly note: string;
  readonly languages: ByLanguage<RetrievalScores>;
  /** Accuracy@1; null where there was no bitext. */
  readonly bitext: Readonly<Record<QueryForm, number | null>> | null;
  /** Of one question, in either language. */
  readonly medianMs: number;
  /** From the passages of the questions to the first possible search. */
  readonly buildMs: number;
}

/** An index of one retriever over one folder. */
interface Opened {
  readonly retriever: Retriever;
  readonly passages: ReadonlyMap<string, Passage>;
  readonly buildMs: number;
}

const TOP = 10;

/** Runs one retriever over the whole task, one query after the other. */
export async function compareRetriever(
  create: CreateRetriever,
  { questions, documentsDirectory, bitext }: Task,
): Promise<ComparedScores> {
  const scores = await withTemporaryFolder(async (indexDirectory) => {
    const opened = await open(create, { documentsDirectory, indexDirectory });
    return scoreQuestions(questions, opened);
  });
  return { ...scores, bitext: bitext === null ? null : await scoreBitext(bitext, create) };
}

async function open(
  create: CreateRetriever,
  folders: Parameters<CreateRetriever>[0],
): Promise<Opened> {
  const corpus = parseCorpus(await readCorpusFiles(folders.documentsDirectory));
  const passages = corpus.documents.flatMap((document) => document.passages);
  const retriever = create(folders);
  const started = performance.now();
  await retriever.index(passages.map((passage) => ({ id: passage.id, text: wholeText(passage) })));
  const buildMs = performance.now() - started;
  return { retriever, passages: new Map(passages.map((one) => [one.id, one])), buildMs };
}

/** The Sorani and, where a document has one, its English rendition, because ours reads both. */
function wholeText({ text, sentences }: Passage): string {
  const renditions = sentences.flatMap(({ rendition }) => rendition?.text ?? []);
  return [text, ...new Set(renditions)].join('\n');
}

async function scoreQuestions(
  questions: readonly EvaluationQuestion[],
  { retriever, passages, buildMs }: Opened,
): Promise<Omit<ComparedScores, 'bitext'>> {
  const times: number[] = [];
  const rankIn = async (language: EvaluationLanguage): Promise<RetrievalScores> => {
    const ranks: (number | null)[] = [];
    for (const { text, gold } of questions) {
      const query = text[language];
      if (query === null || gold === null) continue;
      const started = performance.now();
      const ids = await retriever.search(query, TOP);
      times.push(performance.now() - started);
      ranks.push(
        rankOfGold(
          ids.flatMap((id) => passages.get(id) ?? []),
          gold,
        ),
      );
    }
    return scoreRanks(ranks);
  };
  const languages = { ckb: await rankIn('ckb'), en: await rankIn('en') };
  const { name, note } = retriever;
  return { name, note, languages, medianMs: median(times), buildMs };
}

function scoreBitext(
  pairs: readonly SentencePair[],
  create: CreateRetriever,
): Promise<Record<QueryForm, number | null>> {
  return withTemporaryFolder(async (folder) => {
    const documentsDirectory = join(folder, 'documents');
    await writeBitextDocuments(pairs, documentsDirectory);
    const indexDirectory = join(folder, 'index');
    const { retriever, passages } = await open(create, { documentsDirectory, indexDirectory });
    const { forms } = await evaluateBitext(pairs, '', async (query, top) => {
      const ids = await retriever.search(query, top);
      return [...new Set(ids.flatMap((id) => passages.get(id)?.document ?? []))];
    });
    return { sentence: forms.sentence.accuracy1, fiveWords: forms.fiveWords.accuracy1 };
  });
}
