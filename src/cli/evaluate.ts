import { formatReport } from '../evaluation/format-report.ts';
import type { EvaluationReport } from '../evaluation/report.ts';
import { write } from '../streams.ts';
import type { Streams } from '../streams.ts';
import type { Services } from './services.ts';

/** The options of `evaluate`. */
export interface EvaluateOptions {
  readonly questions?: string;
  readonly documents?: string;
  readonly bitext?: string;
  readonly json?: true;
}

/** Prints the scores of a question set, a bitext or both. Resolves to the exit code. */
export async function evaluateCommand(
  { questions, documents, bitext, json }: EvaluateOptions,
  services: Services,
  streams: Streams,
): Promise<number> {
  const report = await services.evaluate({
    questions: questions ?? null,
    documents: documents ?? null,
    bitext: bitext ?? null,
  });
  await write(streams.output, json === true ? toJson(report) : formatReport(report));
  return 0;
}

/** One object: the fields of the question set, where there was one, and `bitext`. */
function toJson({ set, bitext }: EvaluationReport): string {
  return `${JSON.stringify({ ...set, bitext })}\n`;
}
