import { formatNumber, formatTable } from '../src/evaluation/table.ts';
import { PUBLISHED, PUBLISHED_SOURCE } from './compare-published.ts';
import type { ComparedScores } from './compare-retrievers.ts';

const HEADER = [
  'retriever',
  'Sorani nDCG@10',
  'R@1',
  'R@5',
  'English nDCG@10',
  'R@1',
  'R@5',
  'bitext, sentence',
  'bitext, five words',
  'median ms',
  'build ms',
];

/** Measured and published figures as one Markdown table, the published ones marked, with a note on each retriever below. */
export function formatComparison(compared: readonly ComparedScores[]): string {
  const table = formatTable(HEADER, [...compared.map(measuredRow), ...publishedRows()]);
  const notes = compared.map(({ name, note }) => `- ${name}: ${note}\n`);
  return `${table}\n${notes.join('')}- ¹ ${PUBLISHED_SOURCE}\n`;
}

function measuredRow({ name, languages, bitext, medianMs, buildMs }: ComparedScores): string[] {
  const { ckb, en } = languages;
  const shares = [ckb, en].flatMap(({ ndcg10, recall1, recall5 }) => [ndcg10, recall1, recall5]);
  return [
    name,
    ...[...shares, bitext?.sentence ?? null, bitext?.fiveWords ?? null].map((share) =>
      formatNumber(share, 3),
    ),
    medianMs.toFixed(2),
    buildMs.toFixed(0),
  ];
}

function publishedRows(): string[][] {
  return PUBLISHED.map(({ name, ndcg10, bitext }) => {
    const [ckb, en, sentence] = [ndcg10.ckb, ndcg10.en, bitext].map((share) =>
      formatNumber(share, 3),
    );
    return [`${name} ¹`, ckb ?? '', '–', '–', en ?? '', '–', '–', sentence ?? '', '–', '–', '–'];
  });
}
