import type { Term } from '../analysis.ts';
import { verbOf } from '../verbs.ts';
import { numberValue } from './numbers.ts';

const ASKS_NUMBER = /^(?:چەند|چهند)/u;
const ORDINAL = /^چەندەم/u;
const HOW_MUCH = /^(?:many|much|often)$/u;
const NUMBER_OF = /^ژمارە/u;
/** Words between the one that asks and what is asked for, at most. */
const REACH = 4;
const MOST_WORDS = 3;

/** Words that stand for a thing without telling which: کام جۆرە, what kind of, چەند دانە. */
const EMPTY =
  /^(?:جۆر|جۆرە|جۆری|جۆرێک|دانە|کەی|ئەو|ئەم|kind|kinds|type|types|sort|sorts|else|other|more|different|per|total)$/u;

/** What a "how many" question counts: the noun behind چەند or "how many", or the one whose number (ژمارەی …) is asked. */
export function countedNoun(terms: readonly Term[]): string[] {
  const asking = terms.findIndex(
    ({ text }, position) =>
      ASKS_NUMBER.test(text) || (terms[position - 1]?.text === 'how' && HOW_MUCH.test(text)),
  );
  if (asking === -1) return [];
  const behind = contentFrom(terms, asking + 1, 1);
  return [
    ...new Set([...numberOf(terms, asking), ...behind, ...nounBefore(terms, asking, behind)]),
  ];
}

/** What stands behind ژمارەی. */
function numberOf(terms: readonly Term[], asking: number): string[] {
  const number = terms.findIndex(({ text }) => NUMBER_OF.test(text));
  return number !== -1 && number < asking ? contentFrom(terms, number + 1, 1) : [];
}

/** گەڕی چەندەم, and what stands before چەندە: کرێکارەکان چەندن. In کارگەکە چەند کرێکاری هەیە it owns them. */
function nounBefore(terms: readonly Term[], asking: number, behind: readonly string[]): string[] {
  const before = terms[asking - 1];
  if (before === undefined || before.stopword || verbOf(before.text) !== null) return [];
  const asks = behind.length === 0 || ORDINAL.test(terms[asking]?.text ?? '');
  return asks ? [before.text] : [];
}

const WHICH_WORDS = /^(?:کام|کامە|کامانە|چ|which|what)$/u;
const NAME = /^(?:ناوی|names?)$/u;
const WHAT = /^چی/u;
const BACKWARD = /^(?:ناوی|ناویان|ناوەکەی|called)$/u;

/** What is asked the name of: the words behind کام, چ or "which"; with ناوی …, those behind it, or what the question begins with. */
export function namedNoun(terms: readonly Term[]): string[] {
  const named = nameAsked(terms);
  if (named !== null) return contentFrom(terms, named, 2);
  const asking = terms.findIndex(({ text }) => WHICH_WORDS.test(text));
  const next = terms[asking + 1];
  if (asking === -1 || next === undefined || (next.stopword && next.text !== 'of')) return [];
  return contentFrom(terms, asking + 1, next.script === 'arabic' ? 1 : MOST_WORDS);
}

/** Where the words begin that say whose name is asked; null where none is. */
function nameAsked(terms: readonly Term[]): number | null {
  const what = terms.findIndex(({ text }) => WHAT.test(text) || text === 'what');
  if (what === -1) return null;
  if (BACKWARD.test(terms[what - 1]?.text ?? '')) return 0;
  const name = terms.findIndex(({ text }) => NAME.test(text));
  if (name === -1 || Math.abs(what - name) > REACH) return null;
  return terms[name + 1]?.text === 'of' ? name + 2 : name + 1;
}

/** The office or sort of person a question names, with what goes with it: "electricity minister", وەزیری کارەبا. */
export function officeNoun(terms: readonly Term[], persons: RegExp): string[] {
  const head = terms.findIndex(({ text }) => persons.test(text));
  if (head === -1) return [];
  const { script, text } = terms[head] ?? { script: 'arabic', text: '' };
  if (script === 'arabic') return contentFrom(terms, head, 2);
  const before = terms[head - 1];
  if (before !== undefined && !before.stopword) return [before.text, text];
  return [text, ...contentFrom(terms, terms[head + 1]?.text === 'of' ? head + 2 : head + 1, 1)];
}

/** The first words of content from a position on: a run of them, at most so many; multiples (million) and empty words are passed over. */
function contentFrom(terms: readonly Term[], from: number, most: number): string[] {
  const found: string[] = [];
  for (const { text, stopword } of terms.slice(from, from + REACH)) {
    const isEmpty = stopword || EMPTY.test(text) || numberValue(text) !== null;
    if (isEmpty && found.length > 0) break;
    if (!isEmpty) found.push(text);
    if (found.length === most) break;
  }
  return found;
}
