import type { Term } from '../analysis.ts';
import type { AnswerableText } from '../answer-types/answerable-text.ts';
import { isIn, OFFICES } from '../answer-types/name-words.ts';
import type { Run } from '../answer-types/noun-phrases.ts';
import { dateTopics } from './date-topics.ts';
import { articleOf } from './english-article.ts';
import { beginsSentence, isCapital, lastCapital, OWNING, properNames } from './english-names.ts';
import { knownPhrases } from './phrases.ts';
import { isAdjacent, isAmong, outermost } from './runs.ts';
import type { PlacedTopic } from './runs.ts';
import { HELD_BY_MANY } from './topic.ts';
import type { Topic, TopicContext } from './topic.ts';

/** The topics of an English text: persons, offices, names, bodies with their country, what the lexicon knows as a phrase, and dates. */
export function englishTopics(text: AnswerableText, { lexicon }: TopicContext): Topic[] {
  const persons = text.spans(['person']).filter(({ weak }) => !weak);
  const names = properNames(text, lexicon).filter((run) => !isAmong(persons, run));
  const phrases = knownPhrases(text, lexicon).filter(
    (run) => isNounPhrase(run, text) && !isAmong([...persons, ...names], run),
  );
  const found = [
    ...persons.map((run) => placed(run, { kind: 'person', text: written(run, text) })),
    ...names.flatMap((run) => toTopic(run, text) ?? []),
    ...phrases.flatMap((run) => toTopic(run, text, uncapitalised) ?? []),
  ];
  return [...outermost(found), ...dateTopics(text, 'en')];
}

function placed({ first, last }: Run, topic: Topic): PlacedTopic {
  return { first, last, topic };
}

function toTopic(run: Run, text: AnswerableText, write = written): PlacedTopic | null {
  const isOffice = isOneHolders(headOf(run, text));
  const whole = isOffice ? withOwner(run, text) : run;
  const article = isOffice ? 'the ' : articleOf(whole, text);
  if (article === null) return null;
  const said = `${article}${write(whole, text)}`;
  return placed(whole, { kind: isOffice ? 'office' : 'thing', text: said });
}

/** The noun that a phrase is about: what stands before "of", or last. */
function headOf({ first, last }: Run, { terms }: AnswerableText): Term | undefined {
  const of = terms.findIndex(({ text }, word) => word > first && word <= last && text === 'of');
  return terms[of === -1 ? last : of - 1];
}

/** An office with what it is of: the prime minister of Iraq. */
function withOwner({ first, last }: Run, text: AnswerableText): Run {
  const isOwned = text.terms[last + 1]?.text === 'of' && isCapital(last + 2, text);
  return { first, last: isOwned ? lastCapital(last + 2, text) : last };
}

/** Ministers and members are several. */
function isOneHolders(term: Term | undefined): boolean {
  const isOne = term !== undefined && !/[^s]s$/u.test(term.text);
  return isOne && isIn(OFFICES, term) && !HELD_BY_MANY.has(term.text);
}

/** As it stands in the text, without the 's of an owner. */
function written({ first, last }: Run, { source, terms }: AnswerableText): string {
  const said = source.slice(terms[first]?.start, terms[last]?.end).replace(OWNING, '');
  return said.replaceAll(/\s+/gu, ' ');
}

/** The same without a capital that only the sentence gives it. */
function uncapitalised(run: Run, text: AnswerableText): string {
  const said = written(run, text);
  const [first] = text.terms.slice(run.first);
  const isFirst = first !== undefined && beginsSentence(first, text);
  return isFirst ? said.charAt(0).toLowerCase() + said.slice(1) : said;
}

/** Before a verb stands who acts, or what tells that it comes; an adverb ends no noun phrase. */
const BEFORE_VERB =
  /^(?:to|they|we|i|you|he|she|it|who|which|that|will|can|could|would|should|may|might|must|not|also|and)$/u;
const ADVERB =
  /^(?:together|sure|part|place|up|out|off|again|forward|back|away|ahead|well|long|\p{L}+ly)$/u;

function isNounPhrase({ first, last }: Run, text: AnswerableText): boolean {
  const { terms, source } = text;
  const [before, end] = [terms[first - 1]?.text ?? '', terms[last]];
  const isCompound = source.slice(terms[first]?.start, end?.end).includes('-');
  const isVerb = isAdjacent(first - 1, text) && BEFORE_VERB.test(before);
  return !isCompound && !isVerb && !ADVERB.test(end?.text ?? '');
}
