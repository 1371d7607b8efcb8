import { analyse } from '../language/analysis.ts';
import type { Term } from '../language/analysis.ts';
import { latinToSorani } from '../language/latin.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { skeletons, soundSimilarity } from '../language/sound-similarity.ts';
import { soundsOfEnglish, soundsOfLatinSorani, soundsOfSorani } from '../language/sounds.ts';
import type { Sounds } from '../language/sounds.ts';
import { shapeOf } from '../language/spelling.ts';
import { SORANI_STOPWORDS } from '../language/stopwords.ts';
import type { Dictionary } from './dictionary.ts';

/** A word, and how likely what was typed means it: how much it sounds like that, 0 to 1, and a little more where it is usual. */
interface Sounding {
  readonly word: string;
  readonly alike: number;
}

/** A word of the documents that sounds less like what was typed is another word. */
const LEAST_ALIKE = 0.82;
/** An English name that sounds less like its translation than this is translated, not spelt. */
const LEAST_ALIKE_NAME = 0.7;
/** How much more likely a word is meant because it is usual in questions, or stands in the documents. */
const USUAL = { stopword: 0.12, document: 0.1 } as const;
/** Short words are all alike, so a stop word must sound nearly the same. */
const LEAST_ALIKE_STOPWORD = 0.85;

/**
 * A Sorani word in Latin letters in the Arabic letters it most likely stands for. Chat spelling follows no rule, so words are compared
 * by their sounds: with those of the documents, those that the lexicon knows, and stop words; what is like none is read letter by letter.
 */
export function readLatin(term: Term, { words, lexicon }: Dictionary): string | null {
  const name = englishName(term, lexicon);
  if (name !== null) return name;
  const sounds = soundsOfLatinSorani(term.text);
  const heard = words.vocabulary.soundingMost(sounds, LEAST_ALIKE);
  const inDocuments =
    heard === null
      ? null
      : {
          word: words.vocabulary.data.words[heard.word] ?? '',
          alike: heard.alike + USUAL.document,
        };
  const readings = latinToSorani(term.text);
  const options = [inDocuments, inLexicon(readings, sounds, lexicon), amongStopwords(sounds)];
  return mostAlike(options)?.word ?? readings[0] ?? null;
}

/** A name that is typed as English spells it (America, Baghdad): the translation that sounds like it. */
function englishName({ text, stem }: Term, lexicon: Lexicon): string | null {
  const sounds = soundsOfEnglish(text);
  const name = lexicon
    .translations([stem])
    .map(({ stems }) => stems.join(' '))
    .find((word) => soundSimilarity(sounds, soundsOfSorani(word)) >= LEAST_ALIKE_NAME);
  return name ?? null;
}

/** The reading that the lexicon knows and that sounds most like what was typed. */
function inLexicon(readings: readonly string[], sounds: Sounds, lexicon: Lexicon): Sounding | null {
  const known = readings.filter((word) =>
    analyse(word).some(({ folded }) => lexicon.soraniOfShape(shapeOf(folded)) !== null),
  );
  return mostAlike(
    known.map((word) => ({ word, alike: soundSimilarity(sounds, soundsOfSorani(word)) })),
  );
}

let stopwordSounds: ReadonlyMap<string, readonly { word: string; sounds: Sounds }[]> | null = null;

function amongStopwords(sounds: Sounds): Sounding | null {
  stopwordSounds ??= groupStopwords();
  const groups = stopwordSounds;
  const found = skeletons(sounds)
    .flatMap((skeleton) => groups.get(skeleton) ?? [])
    .map(({ word, sounds: other }) => ({ word, alike: soundSimilarity(sounds, other) }));
  const best = mostAlike(found.filter(({ alike }) => alike >= LEAST_ALIKE_STOPWORD));
  return best === null ? null : { ...best, alike: best.alike + USUAL.stopword };
}

/** Stop words by the skeletons of their sounds. Made with the first question in Latin letters: most aren't. */
function groupStopwords(): Map<string, { word: string; sounds: Sounds }[]> {
  const groups = new Map<string, { word: string; sounds: Sounds }[]>();
  for (const word of SORANI_STOPWORDS) {
    const sounds = soundsOfSorani(word);
    for (const skeleton of skeletons(sounds)) {
      groups.set(skeleton, [...(groups.get(skeleton) ?? []), { word, sounds }]);
    }
  }
  return groups;
}

/** Of several as alike, the first. */
function mostAlike(options: readonly (Sounding | null)[]): Sounding | null {
  let best: Sounding | null = null;
  for (const option of options) {
    if (option !== null && option.alike > (best?.alike ?? 0)) best = option;
  }
  return best;
}
