import type { Term } from '../analysis.ts';
import type { AnswerableText, PlacedSpan } from '../answer-types/answerable-text.ts';
import { GROUPS, isIn, OFFICES } from '../answer-types/name-words.ts';
import type { Run } from '../answer-types/noun-phrases.ts';
import { foldWord } from '../fold.ts';
import { dateTopics } from './date-topics.ts';
import { knownPhrases } from './phrases.ts';
import { isAdjacent, isAmong, outermost } from './runs.ts';
import type { PlacedTopic } from './runs.ts';
import { citationForm, isFiniteVerb, isName, isTied } from './sorani-endings.ts';
import { HELD_BY_MANY } from './topic.ts';
import type { Topic, TopicContext } from './topic.ts';

/** Words that may be a topic, or its beginning. */
interface FoundRun extends Run {
  readonly kind: Topic['kind'];
  /** Whether they are known to be whole as they stand. */
  readonly known: boolean;
}

/** The topics of a Sorani text: persons, offices, bodies, places, what the lexicon knows as a phrase, and dates. */
export function soraniTopics(text: AnswerableText, context: TopicContext): Topic[] {
  const times = text.spans(['date', 'month', 'year', 'weekday', 'time']);
  const found = findRuns(text, context).filter((run) => !isAmong(times, run));
  const ends = new Set(found.filter(({ known }) => known).map(({ last }) => last));
  return [
    ...outermost(found.flatMap((run) => toTopic(run, ends, text, context) ?? [])),
    ...dateTopics(text, 'ckb'),
  ];
}

function findRuns(text: AnswerableText, { lexicon }: TopicContext): FoundRun[] {
  const phrases = knownPhrases(text, lexicon).filter((run) => isNounPhrase(run, text));
  return [
    ...as('person', true, surely(text.spans(['person']))),
    ...as('office', false, headsOf(text, isOneHolders)),
    ...as('thing', true, surely(text.spans(['country', 'city', 'region']))),
    ...as('thing', false, headsOf(text, isBody)),
    ...as('thing', true, phrases),
  ];
}

function as(kind: Topic['kind'], known: boolean, runs: readonly Run[]): FoundRun[] {
  return runs.map(({ first, last }) => ({ first, last, kind, known }));
}

function surely(spans: readonly PlacedSpan[]): PlacedSpan[] {
  return spans.filter(({ weak }) => !weak);
}

function headsOf({ terms }: AnswerableText, isHead: (term: Term) => boolean): Run[] {
  return terms.flatMap((term, word) => (isHead(term) ? [{ first: word, last: word }] : []));
}

function isBody(term: Term): boolean {
  return isIn(GROUPS, term) || isIn(OFFICES, term);
}

/** وەزیری, but neither وەزیرانی nor ئەندامی. */
function isOneHolders({ text, script }: Term): boolean {
  const word = text.replace(/یی?$/u, '');
  return script === 'arabic' && OFFICES.has(foldWord(word)) && !HELD_BY_MANY.has(word);
}

/** Whether each word of a phrase is tied to the next: no verb with what belongs to it. */
function isNounPhrase({ first, last }: Run, { terms }: AnswerableText): boolean {
  const words = terms.slice(first, last + 1);
  return words.every((term, place) => {
    const next = words[place + 1];
    return next === undefined || isTied(term, next);
  });
}

/** @param ends where something ends that is known to be whole. */
function toTopic(
  found: FoundRun,
  ends: ReadonlySet<number>,
  text: AnswerableText,
  context: TopicContext,
): PlacedTopic | null {
  const { kind, first } = found;
  const last = kind === 'person' ? found.last : lastTied(found, text);
  const words = text.terms.slice(first, last + 1);
  const next = isAdjacent(last, text) ? (text.terms[last + 1] ?? null) : null;
  const isWhole = ends.has(last) || !isVerb(next);
  if (!isWhole || words.some(isNoPart) || !isTelling(words, kind, context)) return null;
  const forms = words.map((word, place) =>
    place < words.length - 1 ? word.text : citationForm(word, next, context),
  );
  return forms.includes(null) ? null : { first, last, topic: { kind, text: forms.join(' ') } };
}

/** A word alone tells enough only as the name of something. */
function isTelling(
  [only, ...others]: readonly Term[],
  kind: Topic['kind'],
  { lexicon }: TopicContext,
): boolean {
  return others.length > 0 || (kind === 'thing' && isName(only?.text ?? '', lexicon));
}

/** Words of the longest topic. */
const MOST_WORDS = 5;

/** The last of the words that those of a run are tied to. */
function lastTied({ first, last }: Run, text: AnswerableText): number {
  const { terms } = text;
  let end = last;
  while (end - first + 1 < MOST_WORDS && isAdjacent(end, text)) {
    const [term, next] = terms.slice(end, end + 2);
    if (term === undefined || next === undefined || !isTied(term, next)) break;
    end += 1;
  }
  return end;
}

function isNoPart({ script, stopword }: Term): boolean {
  return stopword || script !== 'arabic';
}

/** Verbs among the stop words: what stands before one may belong to it and not to the noun before (ئەنجام دەدات). */
const VERB_OF_GRAMMAR =
  /^(?:کر|دا(?:وە)?$|بوو|هات|چوو|وت|گوت|(?:دە|ئە|ب|نا|نە)(?:ک|د|ب|ڵ|شڵ|چ|ی?ه?ێ))/u;

function isVerb(term: Term | null): boolean {
  if (term === null) return false;
  return term.stopword ? VERB_OF_GRAMMAR.test(term.text) : isFiniteVerb(term.text);
}
