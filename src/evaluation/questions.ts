import type { Span } from '../corpus/document.ts';
import { UsageError } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { asText, parseFields, readLines } from './json-lines.ts';
import type { PlacedLine } from './json-lines.ts';

/** The languages in which every question is put. */
export const EVALUATION_LANGUAGES = ['ckb', 'en'] as const;
export type EvaluationLanguage = (typeof EVALUATION_LANGUAGES)[number];

/** The spelling of a question that names none. */
export const STANDARD_SPELLING = 'standard';

/** Where the answer to a question stands. */
export interface Gold {
  readonly document: string;
  readonly passage: Span;
  /** The answer's text, verbatim in Sorani. */
  readonly answer: string;
  /** The sentence that proves it, where the set names one. */
  readonly evidence: Span | null;
}

/** One question of a set; `gold` is null where no document answers it. */
export interface EvaluationQuestion {
  readonly id: string;
  readonly type: string;
  /** How its Sorani is typed: `standard`, or another form, such as `hawar` or `arabic-keyboard`. */
  readonly spelling: string;
  /** Who typed it; null where the set doesn't say. */
  readonly hand: string | null;
  /** The id of the base question that this one asks in another spelling; null where it is none. */
  readonly of: string | null;
  /** `en` is null where the question is put in Sorani only. */
  readonly text: { readonly ckb: string; readonly en: string | null };
  readonly history: Readonly<Record<EvaluationLanguage, readonly string[]>>;
  readonly gold: Gold | null;
}

/**
 * Reads one set from one or several files of JSON lines.
 *
 * @throws {UsageError} naming file and line where it can't be read, a line is bad or an id comes twice.
 */
export async function readQuestions(...files: readonly string[]): Promise<EvaluationQuestion[]> {
  const questions = new Map<string, EvaluationQuestion>();
  for (const file of files) {
    for (const line of await readLines(file, 'questions')) {
      const question = parseQuestion(line);
      if (questions.has(question.id)) {
        throw new UsageError(`${line.place} has the "id" of an earlier line, ${question.id}.`);
      }
      questions.set(question.id, question);
    }
  }
  return [...questions.values()];
}

function parseQuestion(line: PlacedLine): EvaluationQuestion {
  const { place } = line;
  const fields = parseFields(line);
  const text = (name: string): string => asText(fields[name], place, name);
  const optional = (name: string): string | null =>
    fields[name] === undefined || fields[name] === null ? null : text(name);
  const questionText = { ckb: text('q_ckb'), en: optional('q_eng') };
  const unanswerable = fields['unanswerable'] === true;
  return {
    id: text('id'),
    type: unanswerable ? 'unanswerable' : text('type'),
    spelling: optional('spelling') ?? STANDARD_SPELLING,
    hand: optional('hand'),
    of: optional('of'),
    text: questionText,
    history: { ckb: asTexts(fields['history_ckb']), en: asTexts(fields['history_eng']) },
    gold: unanswerable ? null : parseGold(fields, place),
  };
}

function parseGold(fields: JsonObject, place: string): Gold {
  return {
    document: asText(fields['document'], place, 'document'),
    passage: asSpan(fields['passage'], place, 'passage'),
    answer: asText(fields['answer_ckb'], place, 'answer_ckb'),
    evidence:
      fields['evidence'] === undefined ? null : asSpan(fields['evidence'], place, 'evidence'),
  };
}

function asTexts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}

function asSpan(value: unknown, place: string, name: string): Span {
  if (Array.isArray(value)) {
    const [start, end] = value as unknown[];
    if (typeof start === 'number' && typeof end === 'number') return { start, end };
  }
  throw new UsageError(`${place} has no "${name}" of the form [start, end].`);
}
