import { readFile } from 'node:fs/promises';

import type { Span } from '../corpus/document.ts';
import { UsageError } from '../errors.ts';
import { isJsonObject } from '../json.ts';
import type { JsonObject } from '../json.ts';

/** The languages in which every question is put. */
export const EVALUATION_LANGUAGES = ['ckb', 'en'] as const;
export type EvaluationLanguage = (typeof EVALUATION_LANGUAGES)[number];

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
  readonly text: Readonly<Record<EvaluationLanguage, string>>;
  readonly history: Readonly<Record<EvaluationLanguage, readonly string[]>>;
  readonly gold: Gold | null;
}

/** Reads a set of JSON lines. @throws {UsageError} naming file and line where it can't be read or a line is bad. */
export async function readQuestions(file: string): Promise<EvaluationQuestion[]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new UsageError(`The questions ${file} can't be read: give a file of JSON lines.`, {
      cause: error,
    });
  });
  const questions: EvaluationQuestion[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    questions.push(parseQuestion(line, `${file}:${index + 1}`));
  }
  if (questions.length === 0) throw new UsageError(`The questions ${file} hold no line.`);
  return questions;
}

function parseQuestion(line: string, place: string): EvaluationQuestion {
  const fields = parseFields(line, place);
  const text = {
    ckb: asText(fields['q_ckb'], place, 'q_ckb'),
    en: asText(fields['q_eng'], place, 'q_eng'),
  };
  const unanswerable = fields['unanswerable'] === true;
  return {
    id: asText(fields['id'], place, 'id'),
    type: unanswerable ? 'unanswerable' : asText(fields['type'], place, 'type'),
    text,
    history: { ckb: asTexts(fields['history_ckb']), en: asTexts(fields['history_eng']) },
    gold: unanswerable ? null : parseGold(fields, place),
  };
}

function parseFields(line: string, place: string): JsonObject {
  try {
    const value: unknown = JSON.parse(line);
    if (isJsonObject(value)) return value;
  } catch {
    // Falls through: no JSON is as bad as the wrong JSON.
  }
  throw new UsageError(`${place} is no JSON object.`);
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

function asText(value: unknown, place: string, name: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new UsageError(`${place} has no "${name}".`);
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
