import type { BitextReport } from './evaluate-bitext.ts';
import type { Scores } from './group-scores.ts';
import { EVALUATION_LANGUAGES, STANDARD_SPELLING } from './questions.ts';
import type { EvaluationReport, QuestionReport } from './report.ts';
import type { SpellingScores } from './spellings.ts';
import { formatNumber, formatTable } from './table.ts';

const COLUMNS = [
  ['nDCG@10', 'ndcg10'],
  ['R@1', 'recall1'],
  ['R@5', 'recall5'],
  ['evidence', 'evidence'],
  ['refused: unanswerable', 'unanswerableRefused'],
  ['answerable', 'answerableRefused'],
] as const satisfies readonly (readonly [string, keyof Scores])[];

const SCORE_TITLES = [...COLUMNS.map(([title]) => title), 'median ms'];

/** The scores as Markdown: by language and type, by spelling where there are several, and of the bitext. */
export function formatReport({ set, bitext }: EvaluationReport): string {
  const parts = [
    ...(set === null ? [] : [formatTypes(set), formatSpellings(set)]),
    bitext === null ? '' : formatBitext(bitext),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function formatTypes({ questions, documents, passages, languages, types }: QuestionReport): string {
  const rows = EVALUATION_LANGUAGES.flatMap((language) => [
    scoreRow('all', language, languages[language]),
    ...Object.entries(types).map(([type, scores]) => scoreRow(type, language, scores[language])),
  ]);
  const table = formatTable(['questions', 'language', 'number', ...SCORE_TITLES], rows);
  return `${questions} over ${documents} (${passages} passages)\n\n${table}`;
}

/** Empty where every question is in standard spelling: the first table has said it all. */
function formatSpellings({ spellings }: QuestionReport): string {
  const names = Object.keys(spellings).filter((name) => name !== STANDARD_SPELLING);
  if (names.length === 0) return '';
  const rows = [STANDARD_SPELLING, ...names].flatMap((name) =>
    EVALUATION_LANGUAGES.flatMap((language) => {
      const scores = spellings[name]?.languages[language];
      return scores === undefined || scores.answerable + scores.unanswerable === 0
        ? []
        : [[...scoreRow(name, language, scores), ...lossCells(scores)]];
    }),
  );
  const header = ['spelling', 'language', 'number', ...SCORE_TITLES];
  const table = formatTable([...header, 'compared', 'nDCG@10 lost', 'evidence lost'], rows);
  return `By spelling; lost are points below the same questions in standard spelling\n\n${table}`;
}

function scoreRow(name: string, language: string, scores: Scores): string[] {
  const cells = COLUMNS.map(([, key]) => formatNumber(scores[key], 3));
  const count = scores.answerable + scores.unanswerable;
  return [name, language, String(count), ...cells, scores.medianMs.toFixed(1)];
}

function lossCells({ compared, lost }: SpellingScores): string[] {
  return [String(compared), formatNumber(lost.ndcg10, 1), formatNumber(lost.evidence, 1)];
}

function formatBitext({ file, pairs, forms }: BitextReport): string {
  const rows = [
    ['whole sentence', forms.sentence] as const,
    ['five content words', forms.fiveWords] as const,
  ].map(([name, { accuracy1, mrr10, medianMs }]) => [
    name,
    formatNumber(accuracy1, 3),
    formatNumber(mrr10, 3),
    medianMs.toFixed(1),
  ]);
  const table = formatTable(['English query', 'accuracy@1', 'MRR@10', 'median ms'], rows);
  return `${file}: ${pairs} English sentences, each to find its Sorani translation\n\n${table}`;
}
