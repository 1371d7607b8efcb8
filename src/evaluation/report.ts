import { EVALUATION_LANGUAGES } from './questions.ts';
import type { EvaluationLanguage } from './questions.ts';
import { discountedGain } from './scores.ts';

/** What one question came to. */
export interface Outcome {
  readonly id: string;
  readonly language: EvaluationLanguage;
  readonly type: string;
  readonly answerable: boolean;
  /** From 1 to 10; null where no right passage was among the first ten. */
  readonly rank: number | null;
  readonly refused: boolean;
  readonly evidenceRight: boolean;
  readonly confidence: number;
  readonly elapsedMs: number;
}

/** The scores of eval rules over a group of questions; shares from 0 to 1, null where the group has none to judge. */
interface Scores {
  readonly answerable: number;
  readonly unanswerable: number;
  readonly ndcg10: number | null;
  readonly recall1: number | null;
  readonly recall5: number | null;
  readonly evidence: number | null;
  readonly unanswerableRefused: number | null;
  readonly answerableRefused: number | null;
  readonly medianMs: number;
}

/** What `evaluate` found. */
export interface EvaluationReport {
  readonly questions: string;
  readonly documents: string;
  readonly passages: number;
  readonly languages: Readonly<Record<EvaluationLanguage, Scores>>;
  readonly types: Readonly<Record<string, Readonly<Record<EvaluationLanguage, Scores>>>>;
  readonly outcomes: readonly Outcome[];
}

/** Sums up the outcomes, in all and by question type. */
export function summarise(
  outcomes: readonly Outcome[],
  set: Pick<EvaluationReport, 'questions' | 'documents' | 'passages'>,
): EvaluationReport {
  const types = [...new Set(outcomes.map(({ type }) => type))].toSorted();
  return {
    ...set,
    languages: byLanguage(outcomes),
    types: Object.fromEntries(
      types.map((type) => [type, byLanguage(outcomes.filter((one) => one.type === type))]),
    ),
    outcomes,
  };
}

function byLanguage(outcomes: readonly Outcome[]): Record<EvaluationLanguage, Scores> {
  const of = (language: EvaluationLanguage): Scores =>
    scores(outcomes.filter((outcome) => outcome.language === language));
  return { ckb: of('ckb'), en: of('en') };
}

function scores(outcomes: readonly Outcome[]): Scores {
  const answerable = outcomes.filter((outcome) => outcome.answerable);
  const unanswerable = outcomes.filter((outcome) => !outcome.answerable);
  const within = (most: number) => (outcome: Outcome) =>
    outcome.rank !== null && outcome.rank <= most ? 1 : 0;
  const times = outcomes.map(({ elapsedMs }) => elapsedMs).toSorted((a, b) => a - b);
  return {
    answerable: answerable.length,
    unanswerable: unanswerable.length,
    ndcg10: mean(answerable, ({ rank }) => discountedGain(rank)),
    recall1: mean(answerable, within(1)),
    recall5: mean(answerable, within(5)),
    evidence: mean(answerable, ({ evidenceRight }) => (evidenceRight ? 1 : 0)),
    unanswerableRefused: mean(unanswerable, ({ refused }) => (refused ? 1 : 0)),
    answerableRefused: mean(answerable, ({ refused }) => (refused ? 1 : 0)),
    medianMs: times[Math.floor(times.length / 2)] ?? 0,
  };
}

function mean(outcomes: readonly Outcome[], value: (outcome: Outcome) => number): number | null {
  if (outcomes.length === 0) return null;
  const sum = outcomes.reduce((total, outcome) => total + value(outcome), 0);
  return Math.round((sum / outcomes.length) * 1000) / 1000;
}

const COLUMNS = [
  ['nDCG@10', 'ndcg10'],
  ['R@1', 'recall1'],
  ['R@5', 'recall5'],
  ['evidence', 'evidence'],
  ['refused: unanswerable', 'unanswerableRefused'],
  ['answerable', 'answerableRefused'],
] as const satisfies readonly (readonly [string, keyof Scores])[];

/** The scores as a Markdown table, readable in a terminal too. */
export function formatReport(report: EvaluationReport): string {
  const header = [
    'questions',
    'language',
    'number',
    ...COLUMNS.map(([title]) => title),
    'median ms',
  ];
  const rows = EVALUATION_LANGUAGES.flatMap((language) => [
    row('all', language, report.languages[language]),
    ...Object.entries(report.types).map(([type, scoresOf]) =>
      row(type, language, scoresOf[language]),
    ),
  ]);
  const lines = [header, header.map(() => '---'), ...rows].map(
    (cells) => `| ${cells.join(' | ')} |`,
  );
  return `${report.questions} over ${report.documents} (${report.passages} passages)\n\n${lines.join('\n')}\n`;
}

function row(name: string, language: string, values: Scores): string[] {
  const cells = COLUMNS.map(([, key]) => values[key]?.toFixed(3) ?? '–');
  const count = values.answerable + values.unanswerable;
  return [name, language, String(count), ...cells, values.medianMs.toFixed(1)];
}
