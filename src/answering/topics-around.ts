import type { Passage } from '../corpus/document.ts';
import { englishTopics } from '../language/topics/english-topics.ts';
import { soraniTopics } from '../language/topics/sorani-topics.ts';
import type { Topic, TopicContext } from '../language/topics/topic.ts';
import type { Snapshot } from '../retrieval/snapshot.ts';
import { analysedCorpus } from './analysed-corpus.ts';
import type { Answer, AnswerLanguage } from './answer.ts';
import { contentOf } from './content-words.ts';
import { placeOf } from './sentence-places.ts';
import { rarestFrequency } from './word-rarity.ts';

/**
 * What the sentences in and around those that an answer cites speak of, in its language, nearest first and the rarest of each place first.
 * Behind an answer that was found, what stands beside it comes before what it says itself; a refusal is only near to something, which is
 * itself worth asking about. Each topic comes once.
 */
export function topicsAround(snapshot: Snapshot, answer: CitingAnswer): Topic[] {
  const mostOften = Math.max(LEAST_OFTEN, TOO_OFTEN * snapshot.passages.length);
  const topics = ringsAround(snapshot, answer).flatMap((ring) =>
    ring
      .flatMap((place) => topicsAt(snapshot, place, answer.language))
      .map((topic) => ({ topic, frequency: rarestFrequency(topic.text, snapshot) }))
      .filter(({ frequency }) => frequency <= mostOften)
      .toSorted((left, right) => left.frequency - right.frequency)
      .map(({ topic }) => topic),
  );
  const byWords = new Map(
    topics.toReversed().map((topic) => [contentOf(topic.text).join(' '), topic]),
  );
  return topics.filter((topic) => byWords.get(contentOf(topic.text).join(' ')) === topic);
}

/** What stands in half of the passages is no topic … */
const TOO_OFTEN = 0.5;
/** … unless there are few. */
const LEAST_OFTEN = 3;

/** What of an answer tells what is round it. */
export type CitingAnswer = Pick<Answer, 'citations' | 'status' | 'language' | 'confidence'>;

/** A sentence of a passage, by its place there. */
interface SentencePlace {
  readonly passage: Passage;
  readonly place: number;
}

/** Sentences round those that are cited, nearest first. */
function ringsAround(
  { documents }: Snapshot,
  { citations, status }: CitingAnswer,
): SentencePlace[][] {
  const own = citations.flatMap(({ document, sentence }) => {
    const passages = documents.get(document)?.passages ?? [];
    const number = placeOf(documents, sentence)?.number;
    const passage = number === undefined ? undefined : passages[number];
    if (number === undefined || passage === undefined) return [];
    const place = passage.sentences.findIndex(({ id }) => id === sentence);
    return [{ passage, place, next: passages[number + 1], before: passages[number - 1] }];
  });
  const cited = new Set(citations.map(({ sentence }) => sentence));
  const beside = own.slice(0, 1).flatMap(({ passage }) => sentencesOf(passage));
  if (status === 'not-in-document') return [...own.map((one) => [one]), beside];
  const others = beside.filter(
    ({ passage, place }) => !cited.has(passage.sentences[place]?.id ?? ''),
  );
  const [first] = own;
  return [others, own, sentencesOf(first?.next), sentencesOf(first?.before)];
}

function sentencesOf(passage: Passage | undefined): SentencePlace[] {
  return passage === undefined ? [] : passage.sentences.map((_, place) => ({ passage, place }));
}

function topicsAt(
  snapshot: Snapshot,
  { passage, place }: SentencePlace,
  language: AnswerLanguage,
): Topic[] {
  const { vocabulary } = snapshot.words.sorani;
  const context: TopicContext = {
    lexicon: snapshot.lexicon,
    isWord: (word) => vocabulary.numberOf(word) !== -1,
  };
  const answerable = analysedCorpus(snapshot).passage(passage).sentences[place]?.answerable;
  if (answerable === undefined) return [];
  return language === 'en'
    ? englishTopics(answerable.english, context)
    : soraniTopics(answerable.sorani, context);
}
