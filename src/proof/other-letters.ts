import { latinToSorani } from '../language/latin.ts';
import { soundSimilarity } from '../language/sound-similarity.ts';
import { soundsOfLatinSorani, soundsOfSorani } from '../language/sounds.ts';
import type { Sounds } from '../language/sounds.ts';
import { foldQuote } from './quote-fold.ts';

/** A Latin word that sounds less like a Sorani one than this is another word … */
const LEAST_ALIKE = 0.8;
/** … and a short one, all of which sound alike, unless it can be read letter by letter as that. */
const LEAST_ALIKE_SHORT = 0.9;
const SHORT = 4;

/** What a word is compared by; made once for each word of a comparison. */
interface Spoken {
  readonly sounds: Sounds;
  readonly folds: ReadonlySet<string>;
}

/**
 * Compares words in Latin letters with Sorani words as they are spoken: numbers by value, the rest by sound, or where it can be read
 * so letter by letter. What it made of a word it keeps.
 */
export function createSpokenComparison(): (latin: string, sorani: string) => boolean {
  const latins = new Map<string, Spoken>();
  const soranis = new Map<string, Spoken>();
  return (latin, sorani) => {
    const said = kept(latins, latin, fromLatin);
    const stands = kept(soranis, sorani, fromSorani);
    const least = latin.length < SHORT ? LEAST_ALIKE_SHORT : LEAST_ALIKE;
    const isHeard = !/\p{N}/u.test(latin + sorani);
    if (isHeard && soundSimilarity(said.sounds, stands.sounds, least) > 0) return true;
    return Array.from(stands.folds).some((fold) => said.folds.has(fold));
  };
}

function kept(known: Map<string, Spoken>, word: string, make: (word: string) => Spoken): Spoken {
  const made = known.get(word) ?? make(word);
  known.set(word, made);
  return made;
}

function fromLatin(word: string): Spoken {
  const lower = word.toLowerCase();
  const readings = /\p{N}/u.test(word) ? [word] : latinToSorani(lower);
  return {
    sounds: soundsOfLatinSorani(lower),
    folds: new Set(readings.map((reading) => foldQuote(reading).text)),
  };
}

function fromSorani(word: string): Spoken {
  return { sounds: soundsOfSorani(word), folds: new Set([foldQuote(word).text]) };
}

/** What is typed for the letters of Kurdish on a keyboard, or drawn for them by an old font, that lacks them. */
const SUBSTITUTES: readonly ReadonlyMap<string, string>[] = [
  { گ: 'ک', پ: 'ب', چ: 'ج', ژ: 'ز', ڤ: 'ف' },
  { گ: 'ط', پ: 'ث', چ: 'ض', ژ: 'ذ', ڤ: 'ظ' },
].map((letters) => new Map(Object.entries(letters)));
const KURDISH = /[گپچژڤ]/u;
/** One letter that differs may be another word; a keyboard lacks them all. */
const LEAST_SUBSTITUTED = 2;

/**
 * Whether a text is a quote as a keyboard or font without گ پ چ ژ ڤ has it: each of them is replaced, two at least, and nothing else
 * differs.
 */
export function isOtherKeyboard(said: string, document: string): boolean {
  const [left, right] = [foldQuote(said).text, foldQuote(document).text];
  if (left.length !== right.length || KURDISH.test(left)) return false;
  return SUBSTITUTES.some((letters) => {
    const replaced = right.replaceAll(/[گپچژڤ]/gu, (letter) => letters.get(letter) ?? letter);
    const count = Array.from(right.matchAll(/[گپچژڤ]/gu)).length;
    return replaced === left && count >= LEAST_SUBSTITUTED;
  });
}
