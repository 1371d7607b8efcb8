import type { Span } from '../corpus/document.ts';
import { asciiDigit } from '../language/digits.ts';
import { splitSentences } from '../language/sentences.ts';

/** The marker of a citation as it stands in an answer: [1], [١], 【1】, (1), [1, 2]. */
export interface MarkerMention extends Span {
  /** In the order they stand; at least one. */
  readonly markers: readonly number[];
}

/** A sentence of an answer, and what it cites. */
export interface MarkedClaim extends Span {
  /** Its words, without markers. */
  readonly text: string;
  /** Citations it points to, each once, in order; from 1 to the number of citations. */
  readonly markers: readonly number[];
  /** Numbers of citations that there are none of. */
  readonly dangling: readonly number[];
}

const DIGIT = '[0-9\\u0660-\\u0669\\u06F0-\\u06F9\\uFF10-\\uFF19]';
/** More digits are a year or an amount. */
const LIST = `${DIGIT}{1,2}(?:\\s*[,\\u060C;\\u061B\\u2013-]\\s*${DIGIT}{1,2})*`;
/** Brackets that hold nothing else in a text; 【1†source】 is how some models write them. */
const BRACKETED = new RegExp(
  `\\[\\^?(?<square>${LIST})\\]|\\u3010(?<lenticular>${LIST})(?:\\u2020[^\\u3010\\u3011]{0,100})?\\u3011|\\u27E6(?<double>${LIST})\\u27E7`,
  'gu',
);
/** A number in round brackets: a marker where a sentence or clause ends behind it, part of the text elsewhere. */
const ROUND = new RegExp(
  `(?<=\\S\\s?)[(\\uFF08](?<round>${LIST})[)\\uFF09](?=\\s*(?:[.,;:!?\\u060C\\u061B\\u061F\\u06D4]|$|[[(\\u3010]))`,
  'gu',
);

/**
 * The markers of an answer, in order. A number in round brackets is one only at the end of a clause, up to `citations`, and only
 * where the answer has no marker in other brackets.
 */
export function markersIn(answer: string, citations: number): MarkerMention[] {
  const bracketed = Array.from(answer.matchAll(BRACKETED), toMention);
  if (bracketed.length > 0) return bracketed;
  return Array.from(answer.matchAll(ROUND), toMention).filter(({ markers }) =>
    markers.every((marker) => isOneOf(marker, citations)),
  );
}

function isOneOf(marker: number, citations: number): boolean {
  return marker >= 1 && marker <= citations;
}

function toMention(match: RegExpExecArray): MarkerMention {
  const list = Object.values(match.groups ?? {}).find((group) => group !== undefined) ?? '';
  return { markers: numbersOf(list), start: match.index, end: match.index + match[0].length };
}

/** The numbers of a list; a range stands for all between. */
function numbersOf(list: string): number[] {
  return list.split(/[,\u060C;\u061B]/u).flatMap((part) => {
    const [first = 0, last = first] = part.split(/[\u2013-]/u).map(toNumber);
    return Array.from({ length: Math.max(1, last - first + 1) }, (_, step) => first + step);
  });
}

function toNumber(digits: string): number {
  return Number(Array.from(digits.trim(), (digit) => asciiDigit(digit) ?? '').join(''));
}

/** An answer, sentence by sentence, with what each cites; a marker behind a full stop belongs to the sentence before it. */
export function claimsOf(answer: string, citations: number): MarkedClaim[] {
  const mentions = markersIn(answer, citations);
  const blank = withoutSpans(answer, mentions);
  const sentences = splitSentences(blank);
  return sentences.map(({ start, end }, index) => {
    const next = sentences[index + 1]?.start ?? Infinity;
    const first = index === 0 ? 0 : start;
    const cited = mentions
      .filter((mention) => mention.start >= first && mention.start < next)
      .flatMap(({ markers }) => markers);
    const each = [...new Set(cited)];
    return {
      start,
      end,
      text: blank
        .slice(start, end)
        .replaceAll(/\s+/gu, ' ')
        .replaceAll(/\s(?=[.,;:!?\u060C\u061B\u061F\u06D4])/gu, ''),
      markers: each.filter((marker) => isOneOf(marker, citations)),
      dangling: each.filter((marker) => !isOneOf(marker, citations)),
    };
  });
}

/** A text with blanks in the place of spans, so that all else keeps its place. */
function withoutSpans(text: string, spans: readonly Span[]): string {
  const parts: string[] = [];
  let kept = 0;
  for (const { start, end } of spans) {
    parts.push(text.slice(kept, start), ' '.repeat(end - start));
    kept = end;
  }
  return parts.join('') + text.slice(kept);
}
