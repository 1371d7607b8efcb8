/**
 * Words as they sound, roughly, so that a name can be met in both alphabets: Blinken and بلینکن are both `blinken` but for a
 * vowel that Sorani doesn't write.
 *
 * A sound is one character. Consonants: `b p t d k g f v s z l r m n h x` as in IPA, `G` ɣ, `S` ʃ, `C` tʃ, `Z` ʒ, `J` dʒ, `T` the English
 * th, `w`, `y`. Vowels: `a`, `e` (ە), `E` (ێ), `i`, `o`, `u`.
 */
export type Sounds = string;

/** The vowels among the sounds. */
export const VOWELS: ReadonlySet<string> = new Set('aeEiou');

const SORANI_SOUNDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ا: 'a',
    ب: 'b',
    پ: 'p',
    ت: 't',
    ط: 't',
    ج: 'J',
    چ: 'C',
    ح: 'h',
    خ: 'x',
    د: 'd',
    ر: 'r',
    ڕ: 'r',
    ز: 'z',
    ذ: 'z',
    ظ: 'z',
    ض: 'z',
    ژ: 'Z',
    س: 's',
    ث: 's',
    ص: 's',
    ش: 'S',
    ع: '',
    غ: 'G',
    ف: 'f',
    ڤ: 'v',
    ق: 'k',
    ک: 'k',
    گ: 'g',
    ل: 'l',
    ڵ: 'l',
    م: 'm',
    ن: 'n',
    ه: 'h',
    ە: 'e',
    و: 'w',
    ۆ: 'o',
    ێ: 'E',
    ی: 'y',
  }),
);

const DOUBLED_CONSONANTS = /([bptdkgfvszlrmnhxGSCZJ])\1/gu;

/** The sounds of a normalised word in Arabic letters; other characters are silent. و and ی between consonants are vowels. */
export function soundsOfSorani(word: string): Sounds {
  let sounds = '';
  for (const letter of word) sounds += SORANI_SOUNDS.get(letter) ?? '';
  return sounds
    .replaceAll(DOUBLED_CONSONANTS, '$1')
    .replaceAll('ww', 'u')
    .replaceAll(/(?<=[^aeEoyu])w(?![aeEoyu])/gu, 'u')
    .replaceAll(/(?<=[^aeEowu])y(?![aeEowu])/gu, 'i');
}

/** English spelling, the longest groups first; a group with `^` counts at the beginning, one with `$` at the end only. */
const ENGLISH_SOUNDS: readonly (readonly [pattern: RegExp, sounds: string])[] = [
  [/^kn/y, 'n'],
  [/^wr/y, 'r'],
  [/^ps/y, 's'],
  [/^x/y, 'z'],
  [/tion/y, 'Sn'],
  [/sch/y, 'S'],
  [/tch/y, 'C'],
  [/sh/y, 'S'],
  [/ch/y, 'C'],
  [/ph/y, 'f'],
  [/kh/y, 'x'],
  [/zh/y, 'Z'],
  [/th/y, 'T'],
  [/gh/y, 'G'],
  [/ck/y, 'k'],
  [/dg(?=[ei])/y, 'J'],
  [/qu/y, 'kw'],
  [/c(?=[eiy])/y, 's'],
  [/g(?=[eiy])/y, 'J'],
  [/ee|ea|ie/y, 'i'],
  [/oo|ou/y, 'u'],
  [/ai|ay|ei|ey/y, 'E'],
  [/au|aw/y, 'o'],
  [/ow/y, 'o'],
  [/x/y, 'ks'],
  [/j+/y, 'J'],
  [/c+|q+/y, 'k'],
  [/e$/y, ''],
];

/** A doubled consonant is one sound. */
const DOUBLED = /([bdfgklmnprstvz])\1/y;

/** The sounds of an English name in lower case, judged by its spelling. */
export function soundsOfEnglish(name: string): Sounds {
  const letters = name.normalize('NFD').replaceAll(/[^a-z]/gu, '');
  let sounds = '';
  let position = 0;
  while (position < letters.length) {
    const [length, sound] = readEnglish(letters, position);
    sounds += sound;
    position += length;
  }
  return sounds;
}

function readEnglish(letters: string, position: number): readonly [length: number, sounds: string] {
  for (const [pattern, sounds] of ENGLISH_SOUNDS) {
    pattern.lastIndex = position;
    const [read] = pattern.exec(letters) ?? [];
    if (read !== undefined) return [read.length, sounds];
  }
  DOUBLED.lastIndex = position;
  const letter = letters.charAt(position);
  return [DOUBLED.test(letters) ? 2 : 1, letter];
}

/** The Hawar alphabet and chat spelling of Sorani, the longest groups first. */
const LATIN_SORANI_SOUNDS: readonly (readonly [letters: string, sounds: string])[] = [
  ['sh', 'S'],
  ['ch', 'C'],
  ['zh', 'Z'],
  ['kh', 'x'],
  ['gh', 'G'],
  ['ee', 'i'],
  ['oo', 'u'],
  ['ou', 'u'],
  ['uu', 'u'],
  ['aa', 'a'],
  ['ae', 'e'],
  ['ll', 'l'],
  ['rr', 'r'],
  ['ş', 'S'],
  ['ç', 'C'],
  ['c', 'J'],
  ['j', 'Z'],
  ['ê', 'E'],
  ['î', 'i'],
  ['û', 'u'],
  ['ł', 'l'],
  ['ř', 'r'],
  ['ẍ', 'G'],
  ['ḧ', 'h'],
  ['q', 'k'],
];

/** The sounds of a normalised Sorani word in Latin letters. */
export function soundsOfLatinSorani(word: string): Sounds {
  let sounds = '';
  let rest = word;
  while (rest !== '') {
    const found = LATIN_SORANI_SOUNDS.find(([letters]) => rest.startsWith(letters));
    const [letters, sound] = found ?? [rest.charAt(0), rest.charAt(0).replace(/[^a-z]/u, '')];
    sounds += sound;
    rest = rest.slice(letters.length);
  }
  return sounds;
}
