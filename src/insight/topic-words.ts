import { analyse } from '../language/analysis.ts';
import type { Term } from '../language/analysis.ts';
import { detectLanguage } from '../language/detect.ts';
import { foldWord } from '../language/fold.ts';
import { latinToSorani } from '../language/latin.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { SORANI_STOPWORDS } from '../language/stopwords.ts';
import { isFiniteVerb } from '../language/topics/sorani-endings.ts';
import { LIGHT_STEMS } from './light-words.ts';

/** A word of a question that says what it is about. */
export interface TopicWord {
  /** As it was written. */
  readonly written: string;
  /** Its folded stem, in Arabic letters where it is Sorani. */
  readonly stem: string;
  /** How much it tells, above 0, at most 1. */
  readonly weight: number;
  /** Its translations, by which it meets words of the other language and those of its own that mean the same, and how sure they are. */
  readonly alternatives: readonly { readonly stem: string; readonly strength: number }[];
  readonly isNumber: boolean;
}

/** What questions about anything hold, and what is done with anything, tells about a third as much as what it is done with. */
const LIGHT_WEIGHT = 0.35;
/** The surest translations; the others are those of other senses. */
const MOST_ALTERNATIVES = 3;

const FOLDED_STOPWORDS: ReadonlySet<string> = new Set(Array.from(SORANI_STOPWORDS, foldWord));

/** Reads what questions are about. Without a lexicon, words of the same meaning or of the other language are other words. */
export function topicWordReader(lexicon: Lexicon | null): (question: string) => TopicWord[] {
  // The same words stand in many questions.
  const known = new Map<string, readonly TopicWord[]>();
  return (question) => {
    const isLatin = detectLanguage(question) === 'ckb-Latn';
    return analyse(question).flatMap((term) => {
      const key = `${isLatin ? 'latin' : ''} ${term.stopword ? '' : term.text}`;
      const before = known.get(key);
      const words =
        before ?? (isLatin ? latinWord(term, lexicon) : wordOf(term, term.text, lexicon));
      if (before === undefined) known.set(key, words);
      return words.map((word) => ({ ...word, written: question.slice(term.start, term.end) }));
    });
  };
}

function wordOf(term: Term, written: string, lexicon: Lexicon | null): readonly TopicWord[] {
  if (term.stopword) return [];
  const { folded: stem, script, text } = term;
  const isLight = LIGHT_STEMS.has(stem) || (script === 'arabic' && isFiniteVerb(text));
  const weight = isLight ? LIGHT_WEIGHT : 1;
  const alternatives = lexicon === null ? [] : alternativesOf(term, lexicon);
  return [{ written, stem, weight, alternatives, isNumber: script === 'number' }];
}

/** A word of Sorani in Latin letters, in the Arabic letters that a lexicon knows, or in the most literal ones. */
function latinWord(term: Term, lexicon: Lexicon | null): readonly TopicWord[] {
  if (term.script !== 'latin') return wordOf(term, term.text, lexicon);
  const readings = latinToSorani(term.text);
  if (readings.some((reading) => FOLDED_STOPWORDS.has(foldWord(reading)))) return [];
  const read = readings.map((reading) => analyse(reading)[0]).filter((one) => one !== undefined);
  const best = read.find(({ folded }) => lexicon?.knowsSorani(folded) === true) ?? read[0];
  return best === undefined ? [] : wordOf(best, term.text, lexicon);
}

function alternativesOf({ folded, script }: Term, lexicon: Lexicon): TopicWord['alternatives'] {
  const ways = script === 'arabic' ? lexicon.inEnglish(folded) : lexicon.translations([folded]);
  return ways
    .slice(0, MOST_ALTERNATIVES)
    .flatMap(({ stems: [stem, ...others], strength }) =>
      stem === undefined || others.length > 0 ? [] : [{ stem, strength }],
    );
}
