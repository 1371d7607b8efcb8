import { UsageError } from '../errors.ts';
import { asText, parseFields, readLines } from './json-lines.ts';
import type { PlacedLine } from './json-lines.ts';
import { VERDICTS } from './verdict-scores.ts';
import type { Verdict } from './verdict-scores.ts';

/** A text that a person has compared with the documents. */
export interface LabelledQuote {
  readonly id: string;
  readonly text: string;
  readonly verdict: Verdict;
}

/** Whether rules and thresholds were made with a text at hand: those with odd numbers. The others tell. */
export function isTunedOn({ id }: Pick<LabelledQuote, 'id'>): boolean {
  return /[13579]$/u.test(id);
}

/**
 * Reads one set from a file of JSON lines; fields other than `id`, `text` and `verdict` are passed over.
 *
 * @throws {UsageError} naming file and line where it can't be read, a line is bad or an id comes twice.
 */
export async function readLabelledQuotes(file: string): Promise<LabelledQuote[]> {
  const quotes = new Map<string, LabelledQuote>();
  for (const line of await readLines(file, 'quotes')) {
    const quote = parseQuote(line);
    if (quotes.has(quote.id)) {
      throw new UsageError(`${line.place} has the "id" of an earlier line, ${quote.id}.`);
    }
    quotes.set(quote.id, quote);
  }
  return [...quotes.values()];
}

function parseQuote(line: PlacedLine): LabelledQuote {
  const { place } = line;
  const fields = parseFields(line);
  const verdict = VERDICTS.find((known) => known === fields['verdict']);
  if (verdict === undefined) {
    throw new UsageError(`${place} has no "verdict" of ${VERDICTS.join(', ')}.`);
  }
  return {
    id: asText(fields['id'], place, 'id'),
    text: asText(fields['text'], place, 'text'),
    verdict,
  };
}
