import type { Answer, AnswerLanguage, Citation } from '../answering/answer.ts';
import { isJsonObject } from '../json.ts';
import type { AnswerRecord } from '../telegram/memory.ts';

type Check = (value: unknown) => boolean;
/** A check for every field, so that a field that comes later can't be forgotten here. */
type Shape<T> = Readonly<Record<keyof T, Check>>;

/** Whether a text names a language of answers. */
export function isLanguage(value: unknown): value is AnswerLanguage {
  return value === 'ckb' || value === 'en';
}

export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

export function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

/**
 * The answers of a record, read from JSON. Those that another version of the program kept in another shape count as damaged.
 *
 * @throws {TypeError} where they are none.
 */
export function textsFrom(value: unknown): AnswerRecord['texts'] {
  if (!isTexts(value)) throw new TypeError('texts holds no answers');
  return value;
}

function isTexts(value: unknown): value is AnswerRecord['texts'] {
  return (
    isJsonObject(value) &&
    Object.entries(value).every(([language, answer]) => isLanguage(language) && isAnswer(answer))
  );
}

const isAnswer: Check = (value) => fits(value, ANSWER);
const isCitation: Check = (value) => fits(value, CITATION);
const isSpan: Check = (value) => fits(value, SPAN);
const SPAN: Shape<Answer['emphasis'][number]> = { start: isNumber, end: isNumber };
const RENDITION: Shape<NonNullable<Citation['rendition']>> = { ...SPAN, text: isText };
const CITATION: Shape<Citation> = {
  marker: isNumber,
  document: isText,
  passage: isText,
  sentence: isText,
  quote: isText,
  ...SPAN,
  rendition: (value) => value === null || fits(value, RENDITION),
};
const ANSWER: Shape<Answer> = {
  question: isText,
  questionLanguage: isText,
  language: isLanguage,
  status: (value) => value === 'answered' || value === 'not-in-document',
  confidence: isNumber,
  answer: isText,
  citations: (value) => Array.isArray(value) && value.every(isCitation),
  composer: (value) => value === 'extractive' || value === 'model',
  emphasis: (value) => Array.isArray(value) && value.every(isSpan),
  degraded: (value) => value === null || fits(value, { cause: isText }),
};

function fits(value: unknown, shape: Readonly<Record<string, Check>>): boolean {
  return (
    isJsonObject(value) && Object.entries(shape).every(([field, check]) => check(value[field]))
  );
}
