/**
 * What each part of the retriever is worth: nDCG@10 of the whole retriever and without each part, by language, the questions of all
 * sets together.
 *
 *     npm run ablate -- QUESTIONS DOCUMENTS [QUESTIONS DOCUMENTS …]
 *
 * Prints a Markdown table; differences are to the whole retriever, in hundredths. Everything is in memory, with the exact vector
 * index, so the same questions give the same figures everywhere.
 */
import { resolve } from 'node:path';

import { parseCorpus } from '../src/corpus/corpus.ts';
import { readCorpusFiles } from '../src/corpus/read-files.ts';
import { exactMean } from '../src/evaluation/averages.ts';
import type { ByLanguage } from '../src/evaluation/group-scores.ts';
import { readQuestions } from '../src/evaluation/questions.ts';
import type { EvaluationLanguage, EvaluationQuestion } from '../src/evaluation/questions.ts';
import { discountedGain, rankOfGold } from '../src/evaluation/scores.ts';
import { formatNumber, formatTable } from '../src/evaluation/table.ts';
import { parseLexicon } from '../src/language/parse-lexicon.ts';
import { buildSnapshot } from '../src/retrieval/build-snapshot.ts';
import type { LexiconFiles } from '../src/retrieval/build-snapshot.ts';
import { LocalEmbeddings } from '../src/retrieval/local-embeddings.ts';
import { readQuery } from '../src/retrieval/query.ts';
import { readLexicon } from '../src/retrieval/read-lexicon.ts';
import { search } from '../src/retrieval/search.ts';
import { dictionaryOf } from '../src/retrieval/snapshot.ts';
import { listParts } from './ablation/parts.ts';
import type { Part, Retriever } from './ablation/parts.ts';

/** Questions, and the whole retriever over the documents that answer them. */
interface QuestionSet {
  readonly questions: readonly EvaluationQuestion[];
  readonly whole: Retriever;
}

const TOP = 10;
const HEADER = ['retriever', 'Sorani nDCG@10', 'difference', 'English nDCG@10', 'difference'];

async function openSet(
  [questions = '', documents = '']: readonly string[],
  lexicon: LexiconFiles,
): Promise<QuestionSet> {
  const embeddings = new LocalEmbeddings();
  const { dimensions } = embeddings;
  const corpus = parseCorpus(await readCorpusFiles(documents));
  const tools = { embeddings, dimensions, lexicon, hnswlib: null };
  const { snapshot } = await buildSnapshot(corpus, tools);
  return {
    questions: await readQuestions(questions),
    whole: { snapshot, dictionary: dictionaryOf(snapshot), embeddings },
  };
}

/** The discounted gain of each question that is put in a language and that some document answers. */
async function gainsOf(
  questions: readonly EvaluationQuestion[],
  { snapshot, dictionary, embeddings }: Retriever,
  language: EvaluationLanguage,
): Promise<number[]> {
  const gains: number[] = [];
  for (const { text, gold } of questions) {
    const asked = text[language];
    if (asked === null || gold === null) continue;
    const query = readQuery(asked, dictionary);
    const { hits } = await search(snapshot, embeddings, query, { top: TOP });
    const passages = hits.map(({ passage }) => passage);
    gains.push(discountedGain(rankOfGold(passages, gold)));
  }
  return gains;
}

/** The nDCG of a changed retriever over all sets; NaN in a language in which nothing is asked. */
async function score(
  sets: readonly QuestionSet[],
  change: Part['remove'],
): Promise<ByLanguage<number>> {
  const gains: ByLanguage<number[]> = { ckb: [], en: [] };
  for (const { questions, whole } of sets) {
    const changed = change(whole);
    gains.ckb.push(...(await gainsOf(questions, changed, 'ckb')));
    gains.en.push(...(await gainsOf(questions, changed, 'en')));
  }
  return { ckb: exactMean(gains.ckb), en: exactMean(gains.en) };
}

function formatRow(name: string, scores: ByLanguage<number>, whole: ByLanguage<number>): string[] {
  const cells = (language: EvaluationLanguage): string[] => {
    if (Number.isNaN(scores[language])) return ['–', '–'];
    const points = (100 * (scores[language] - whole[language]))
      .toFixed(1)
      .replace(/^-0\.0$/u, '0.0');
    const isWhole = scores === whole;
    return [formatNumber(scores[language], 3), isWhole ? '' : points.replace('-', '−')];
  };
  return [name, ...cells('ckb'), ...cells('en')];
}

const places = process.argv.slice(2);
if (places.length === 0 || places.length % 2 === 1) {
  throw new Error('Name sets and their documents: npm run ablate -- QUESTIONS DOCUMENTS …');
}
const lexicon = await readLexicon(resolve('data/lexicon'));
const sets: QuestionSet[] = [];
for (let first = 0; first < places.length; first += 2) {
  sets.push(await openSet(places.slice(first, first + 2), lexicon));
}
const whole = await score(sets, (retriever) => retriever);
const rows = [formatRow('whole', whole, whole)];
const entries = lexicon.files.flatMap(({ name, text }) => parseLexicon(name, text));
for (const { name, remove } of listParts(entries)) {
  rows.push(formatRow(`without ${name}`, await score(sets, remove), whole));
}
process.stdout.write(formatTable(HEADER, rows));
