import { formatReport } from '../evaluation/report.ts';
import { write } from '../streams.ts';
import type { Streams } from '../streams.ts';
import type { Services } from './services.ts';

/** The options of `evaluate`. */
export interface EvaluateOptions {
  readonly questions?: string;
  readonly documents?: string;
  readonly json?: true;
}

/** Prints the scores of a question set. Resolves to the exit code. */
export async function evaluateCommand(
  { questions, documents, json }: EvaluateOptions,
  services: Services,
  streams: Streams,
): Promise<number> {
  const report = await services.evaluate({
    questions: questions ?? null,
    documents: documents ?? null,
  });
  await write(streams.output, json === true ? `${JSON.stringify(report)}\n` : formatReport(report));
  return 0;
}
