import { foldWord } from '../language/fold.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { tokenise } from '../language/tokens.ts';
import type { AskedQuestion, NearSentence } from './asked-question.ts';
import { cluster } from './cluster.ts';
import { createCalendar } from './days.ts';
import type { Calendar } from './days.ts';
import { inTurns } from './in-turns.ts';
import { masked } from './mask.ts';
import { outcomeOf } from './stats.ts';
import { topicVectors } from './topic-vectors.ts';
import { topicWordReader } from './topic-words.ts';
import type { TopicWord } from './topic-words.ts';

/** A topic that readers asked about in vain. Whatever readers wrote is masked. */
export interface Gap {
  /** Its most telling words, as they were written, the most telling first; the question itself where none tells anything. */
  readonly label: string;
  /** How often it was asked. */
  readonly count: number;
  /**
   * How often for which reason, the most frequent first; adds up to the count. `refused`, the reason that a reader gave against the answer,
   * or `unsaid`.
   */
  readonly why: readonly { readonly reason: string; readonly count: number }[];
  /** At most three different questions, the most central first, and how often each was asked. */
  readonly examples: readonly { readonly question: string; readonly count: number }[];
  /** When it was asked last: `2026-11-22`. */
  readonly lastAsked: string;
  /** The sentences that came nearest, at most three, the most frequent first. */
  readonly nearest: readonly (NearSentence & { readonly count: number })[];
}

const MOST_EXAMPLES = 3;
const MOST_NEAREST = 3;
const LABEL_WORDS = 3;
/**
 * Questions whose mean likeness is below this are about different things. Measured on tests/insight/topics-*.tsv; see
 * docs/admins.md.
 */
export const LEAST_LIKENESS = 0.09;

/** One question, however often and in whichever spelling it was asked. */
interface DifferentQuestion {
  /** As it was asked first, masked. */
  readonly question: string;
  readonly words: readonly TopicWord[];
  readonly asked: AskedQuestion[];
}

/**
 * What was refused or voted down, by topic, the most frequent first. The same for the same questions in the same order. With a lexicon, words
 * of the same meaning and questions in the other language meet. 10,000 different questions take a second or two, in which others get their
 * turns.
 */
export async function findGaps(
  asked: Iterable<AskedQuestion>,
  {
    lexicon = null,
    calendar = createCalendar(),
  }: { lexicon?: Lexicon | null; calendar?: Calendar } = {},
): Promise<Gap[]> {
  const questions = await differentQuestions(asked, lexicon);
  const vectors = await topicVectors(questions.map(({ words }) => words));
  const groups = await cluster(vectors, LEAST_LIKENESS);
  const gaps = groups.map((group) =>
    toGap(
      group.flatMap((place) => questions[place] ?? []),
      calendar,
    ),
  );
  return gaps.toSorted(
    (left, right) =>
      right.count - left.count ||
      compare(right.lastAsked, left.lastAsked) ||
      compare(left.label, right.label),
  );
}

async function differentQuestions(
  asked: Iterable<AskedQuestion>,
  lexicon: Lexicon | null,
): Promise<DifferentQuestion[]> {
  const wordsOf = topicWordReader(lexicon);
  const different = new Map<string, DifferentQuestion>();
  for await (const one of inTurns(asked)) {
    if (outcomeOf(one) === 'answered') continue;
    const question = masked(one.question).trim();
    const key = spellingless(question);
    const known = different.get(key);
    if (known !== undefined) known.asked.push(one);
    else different.set(key, { question, words: wordsOf(question), asked: [one] });
  }
  return [...different.values()];
}

/** What a question is in every spelling, without its punctuation; a question without a word is itself. */
function spellingless(question: string): string {
  const words = tokenise(question).map(({ text }) => foldWord(text));
  return words.length === 0 ? question : words.join(' ');
}

function toGap(questions: readonly DifferentQuestion[], calendar: Calendar): Gap {
  const asked = questions.flatMap((question) => question.asked);
  const tellings = tellingStems(questions);
  const examples = mostCentral(questions, tellings).map((one) => ({
    question: one.question,
    count: one.asked.length,
  }));
  const label = labelOf(questions, tellings);
  return {
    label: label === '' ? (examples[0]?.question ?? '') : label,
    count: asked.length,
    why: countedOf(asked.map(reasonOf)).map(([reason, count]) => ({ reason, count })),
    examples,
    lastAsked: calendar.dayOf(Math.max(...asked.map(({ at }) => at))),
    nearest: nearestOf(asked),
  };
}

function reasonOf(question: AskedQuestion): string {
  return outcomeOf(question) === 'refused' ? 'refused' : (question.reason ?? 'unsaid');
}

/** How much each stem tells of the topic: in how many of the questions it stands, by its weight. */
function tellingStems(questions: readonly DifferentQuestion[]): ReadonlyMap<string, number> {
  const tellings = new Map<string, number>();
  for (const { words } of questions) {
    for (const [stem, weight] of new Map(words.map((word) => [word.stem, word.weight]))) {
      tellings.set(stem, (tellings.get(stem) ?? 0) + weight);
    }
  }
  return tellings;
}

/** Those that say most of what the others say, in few words; of several the one asked more often, then the first. */
function mostCentral(
  questions: readonly DifferentQuestion[],
  tellings: ReadonlyMap<string, number>,
): readonly DifferentQuestion[] {
  const centrality = new Map(
    questions.map((question) => {
      const stems = new Set(question.words.map(({ stem }) => stem));
      let sum = 0;
      for (const stem of stems) sum += tellings.get(stem) ?? 0;
      return [question, stems.size === 0 ? 0 : sum / Math.sqrt(stems.size)];
    }),
  );
  return questions
    .toSorted(
      (left, right) =>
        (centrality.get(right) ?? 0) - (centrality.get(left) ?? 0) ||
        right.asked.length - left.asked.length,
    )
    .slice(0, MOST_EXAMPLES);
}

/** The stems that tell most, each as it was written most often. */
function labelOf(
  questions: readonly DifferentQuestion[],
  tellings: ReadonlyMap<string, number>,
): string {
  const most = Array.from(tellings)
    .toSorted(([, left], [, right]) => right - left)
    .slice(0, LABEL_WORDS);
  // A word of one question in four tells of that question, not of the topic.
  const least = (most[0]?.[1] ?? 0) / 4;
  const words = questions.flatMap((question) => question.words);
  return most
    .filter(([, telling]) => telling > least)
    .flatMap(([stem]) => {
      const written = words.filter((word) => word.stem === stem).map((word) => word.written);
      return countedOf(written)[0]?.[0] ?? [];
    })
    .join(' · ');
}

function nearestOf(asked: readonly AskedQuestion[]): Gap['nearest'] {
  const near = new Map<string, NearSentence>();
  for (const { nearest } of asked) {
    for (const sentence of nearest) near.set(sentence.sentence, sentence);
  }
  const counted = countedOf(
    asked.flatMap(({ nearest }) => [...new Set(nearest.map(({ sentence }) => sentence))]),
  );
  return counted.slice(0, MOST_NEAREST).flatMap(([id, count]) => {
    const sentence = near.get(id);
    return sentence === undefined ? [] : [{ ...sentence, count }];
  });
}

/** How often each of some texts is among them; the most frequent first, of several the one that comes first. */
function countedOf(texts: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].toSorted(([, left], [, right]) => right - left);
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
