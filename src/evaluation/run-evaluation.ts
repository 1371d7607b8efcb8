import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { Hit } from '../retrieval/search.ts';
import { readBitext, writeBitextDocuments } from './bitext.ts';
import type { SentencePair } from './bitext.ts';
import { evaluateBitext } from './evaluate-bitext.ts';
import type { BitextReport } from './evaluate-bitext.ts';
import { evaluateQuestions } from './evaluate.ts';
import type { Candidate } from './evaluate.ts';
import { readQuestions } from './questions.ts';
import type { EvaluationQuestion } from './questions.ts';
import { summarise } from './report.ts';
import type { EvaluationReport, QuestionReport } from './report.ts';
import { withTemporaryFolder } from './with-temporary-folder.ts';

/** What to evaluate; null: not named. With nothing named the bundled sets are. */
export interface EvaluationOptions {
  readonly questions: string | null;
  readonly documents: string | null;
  /** Alone, nothing else is evaluated. */
  readonly bitext: string | null;
}

/** Where documents are and where their index goes; absolute or from the working directory. */
export interface EvaluationFolders {
  readonly documentsDirectory: string;
  readonly indexDirectory: string;
}

/** Opens the product over a folder of documents. */
type OpenCandidate = (folders: EvaluationFolders) => Promise<Candidate>;

/** What `evaluate` needs of the product. */
export interface EvaluationParts {
  /** `data` of the package. */
  readonly dataDirectory: string;
  readonly open: OpenCandidate;
}

/** The bundled sets, first the one whose questions the others ask in other spellings. */
const BUNDLED_SETS = ['statement.jsonl', 'spellings.jsonl'];

/**
 * Scores questions, a bitext or both, each over an index in a temporary folder, so that nobody's index is touched.
 *
 * @throws {UsageError} if a file can't be read or a line of it is bad; nothing has been indexed by then.
 */
export async function runEvaluation(
  { questions, documents, bitext }: EvaluationOptions,
  { dataDirectory, open }: EvaluationParts,
): Promise<EvaluationReport> {
  const files = questions === null ? bundledSets(dataDirectory) : [questions];
  const isBitextAlone = bitext !== null && questions === null && documents === null;
  const set = isBitextAlone ? null : await readQuestions(...files);
  const pairs = bitext === null ? null : await readBitext(bitext);
  const place = {
    questions: files.join(' + '),
    documents: documents ?? join(dataDirectory, 'documents'),
  };
  return {
    set: set === null ? null : await runQuestions(set, place, open),
    bitext: pairs === null ? null : await runBitext(pairs, bitext ?? '', open),
  };
}

function bundledSets(dataDirectory: string): string[] {
  const [first = '', ...more] = BUNDLED_SETS.map((name) => join(dataDirectory, 'evaluation', name));
  return [first, ...more.filter((file) => existsSync(file))];
}

function runQuestions(
  set: readonly EvaluationQuestion[],
  place: Pick<QuestionReport, 'questions' | 'documents'>,
  open: OpenCandidate,
): Promise<QuestionReport> {
  return withTemporaryFolder(async (indexDirectory) => {
    const candidate = await open({ documentsDirectory: place.documents, indexDirectory });
    const outcomes = await evaluateQuestions(set, candidate);
    return summarise(outcomes, { ...place, passages: candidate.passages });
  });
}

function runBitext(
  pairs: readonly SentencePair[],
  file: string,
  open: OpenCandidate,
): Promise<BitextReport> {
  return withTemporaryFolder(async (folder) => {
    const documentsDirectory = join(folder, 'documents');
    await writeBitextDocuments(pairs, documentsDirectory);
    const { search } = await open({ documentsDirectory, indexDirectory: join(folder, 'index') });
    return evaluateBitext(pairs, file, async (query, top) =>
      documentsOf(await search(query, { top })),
    );
  });
}

function documentsOf(hits: readonly Hit[]): string[] {
  return [...new Set(hits.map(({ passage }) => passage.document))];
}
