import type { Span } from '../corpus/document.ts';
import type { AnswerSpan } from '../language/answer-types/answer-span.ts';
import type { SpanKind } from '../language/answer-types/span.ts';
import { tokenise } from '../language/tokens.ts';

/** What of a text answers, alone. */
export interface ShortSpan extends Span {
  readonly kind: SpanKind | null;
  readonly text: string;
}

/** What of a sentence surely answers; null where nothing does, or only half of a name was found. */
export function shortSpan({ presence, span }: AnswerSpan, source: string): ShortSpan | null {
  if (presence !== 'new' || span === null) return null;
  const { start, end, kind } = span;
  if (kind === 'person' && isHalfOfName(span, source)) return null;
  return { start, end, kind, text: source.slice(start, end) };
}

/** Whether the one word of a Sorani person stands behind another that isn't tied to it (سەرۆکی …): most likely more of the name. */
function isHalfOfName({ start, end }: Span, source: string): boolean {
  const before = tokenise(source.slice(0, start)).at(-1);
  return (
    before?.script === 'arabic' &&
    tokenise(source.slice(start, end)).length === 1 &&
    /^[ .]+$/u.test(source.slice(before.end, start)) &&
    !before.text.endsWith('ی') &&
    !SMALL_WORDS.test(before.text)
  );
}

const SMALL_WORDS = /^(?:و|لە|بە|بۆ|کە|یان|لەگەڵ|لەلایەن)$/u;
