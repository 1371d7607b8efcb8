import { asciiDigit } from './digits.ts';
import {
  AE,
  ARABIC_MARK,
  HAMZA_ABOVE,
  HAMZA_ABOVE_LETTERS,
  HEH,
  INVISIBLE,
  LATIN_MARK,
  LETTERS,
  PRESENTATION_FORM,
  PRESENTED_AE,
  REH,
  RREH,
  SMALL_V_ABOVE,
  SMALL_V_LETTERS,
  ZERO_WIDTH_NON_JOINER,
} from './letters.ts';

/**
 * A text in one spelling, each of whose positions knows where it came from.
 *
 * `text` holds standard Sorani letters, ASCII digits, lower-case Latin, and no tatweel, vowel marks, joiners or
 * direction controls. Unit `i` of `text` was made from `[starts[i], ends[i])` of the source; both are in UTF-16 code
 * units and never decrease. Marks that were dropped belong to the letter before them.
 */
export interface NormalisedText {
  readonly text: string;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** The span of the source that `[start, end)` of the normalised text was made from; empty spans stay empty. */
export function toSource(
  normalised: NormalisedText,
  start: number,
  end: number,
): { start: number; end: number } {
  const { starts, ends } = normalised;
  if (end <= start) {
    const position = starts[start] ?? ends[ends.length - 1] ?? 0;
    return { start: position, end: position };
  }
  return { start: starts[start] ?? 0, end: ends[end - 1] ?? 0 };
}

/**
 * Brings a text into one spelling without losing a distinction that standard Sorani makes (ر and ڕ stay two letters but
 * at the start of a word, where only ڕ is spoken).
 * Never throws; lone surrogates stay as they are. Normalising the result again changes nothing.
 */
export function normalise(source: string): NormalisedText {
  const writer = new Writer(source.length);
  let position = 0;
  while (position < source.length) {
    const plain = plainLetter(source, position);
    if (plain !== undefined) {
      writer.write(writer.insideWord ? plain : rollAtStart(plain), position, position + 1);
      position += 1;
      continue;
    }
    const character = characterAt(source, position);
    const next = position + character.length;
    if (isDropped(character)) {
      if (!INVISIBLE.test(character)) writer.extend(next);
      position = next;
      continue;
    }
    const unit = readUnit(source, character, next, writer.insideWord);
    writer.write(writer.insideWord ? unit.text : rollAtStart(unit.text), position, unit.end);
    position = unit.end;
  }
  return writer.finish();
}

/** What single characters below U+0700 become where no mark follows them; null where that can't be said. Filled as they come. */
const PLAIN_LETTERS: (string | null | undefined)[] = Array.from({ length: 0x700 });

/** The letter at a position where nothing behind it can change it: by far the most, so worth a way of their own. */
function plainLetter(source: string, position: number): string | undefined {
  const code = source.charCodeAt(position);
  if (code >= PLAIN_LETTERS.length || mayChangeLetter(source.charCodeAt(position + 1)))
    return undefined;
  let letter = PLAIN_LETTERS[code];
  if (letter === undefined) {
    const character = String.fromCharCode(code);
    letter = isDropped(character) ? null : standardLetter(character);
    PLAIN_LETTERS[code] = letter;
  }
  return letter ?? undefined;
}

/** A joiner or a mark; NaN, the end of the text, is none. */
function mayChangeLetter(code: number): boolean {
  return code === 0x200c || code === 0x654 || code === 0x65a || (code >= 0x300 && code <= 0x36f);
}

/** A mark that stands here was not read with a letter before it, so there is none that it could change. */
function isDropped(character: string): boolean {
  return ARABIC_MARK.test(character) || LATIN_MARK.test(character) || INVISIBLE.test(character);
}

function rollAtStart(text: string): string {
  return text.startsWith(REH) ? RREH + text.slice(1) : text;
}

function characterAt(source: string, position: number): string {
  const code = source.codePointAt(position) ?? 0;
  return String.fromCodePoint(code);
}

/** One letter with the marks that decide what it is. */
function readUnit(
  source: string,
  character: string,
  next: number,
  insideWord: boolean,
): { text: string; end: number } {
  const letter = standardLetter(character);
  const following = source.charAt(next);
  // No word begins with ە: there the joiner was typed for nothing.
  if (letter === HEH && following === ZERO_WIDTH_NON_JOINER) {
    return { text: insideWord ? AE : HEH, end: next + 1 };
  }
  if (following === SMALL_V_ABOVE) {
    return { text: SMALL_V_LETTERS.get(letter) ?? letter, end: next + 1 };
  }
  if (following === HAMZA_ABOVE) {
    return { text: HAMZA_ABOVE_LETTERS.get(letter) ?? letter, end: next + 1 };
  }
  if (LATIN_MARK.test(following)) return composeLatin(source, letter, next);
  return { text: letter, end: next };
}

/** A letter and the combining marks behind it as one composed letter; marks that compose with nothing are dropped. */
function composeLatin(source: string, letter: string, next: number): { text: string; end: number } {
  let end = next;
  while (LATIN_MARK.test(source.charAt(end))) end += 1;
  return { text: withoutMarks((letter + source.slice(next, end)).normalize('NFC')), end };
}

function standardLetter(character: string): string {
  const digit = asciiDigit(character);
  if (digit !== null) return digit;
  const letter = LETTERS.get(character);
  if (letter !== undefined) return letter;
  if (PRESENTATION_FORM.test(character)) return fromPresentationForm(character);
  return lowerCase(character);
}

/** The letters of one form; without the spaces of the few that write a phrase (ﷺ), since one character is one word. */
function fromPresentationForm(character: string): string {
  if (PRESENTED_AE.test(character)) return AE;
  return Array.from(character.normalize('NFKC'), (letter) =>
    letter === ' ' || isDropped(letter) ? '' : (LETTERS.get(letter) ?? letter),
  ).join('');
}

/** Lower case without the combining dot that İ would leave behind. */
function lowerCase(character: string): string {
  const lower = character.toLowerCase();
  return lower.length === 1 ? lower : withoutMarks(lower);
}

function withoutMarks(text: string): string {
  return text.replaceAll(LATIN_MARKS, '');
}

const LATIN_MARKS = new RegExp(LATIN_MARK, 'gu');
const LETTER_AT_END = /\p{L}$/u;
const MARK_AT_END = /\p{M}$/u;

function endsInLetter(text: string): boolean {
  const code = text.charCodeAt(0);
  // The plain letters of both alphabets need no look into the tables of Unicode.
  if (text.length === 1 && ((code >= 0x61 && code <= 0x7a) || (code >= 0x620 && code <= 0x63f)))
    return true;
  return LETTER_AT_END.test(text);
}

class Writer {
  readonly #parts: string[] = [];
  #starts: Uint32Array;
  #ends: Uint32Array;
  #length = 0;
  #insideWord = false;

  constructor(capacity: number) {
    this.#starts = new Uint32Array(capacity);
    this.#ends = new Uint32Array(capacity);
  }

  write(text: string, start: number, end: number): void {
    if (text === '') {
      this.extend(end);
      return;
    }
    this.#parts.push(text);
    this.#insideWord = endsInLetter(text) || (this.#insideWord && MARK_AT_END.test(text));
    this.#reserve(this.#length + text.length);
    for (let unit = 0; unit < text.length; unit += 1) {
      this.#starts[this.#length] = start;
      this.#ends[this.#length] = end;
      this.#length += 1;
    }
  }

  /** Whether a letter that comes next would go on with a word; a mark alone (of ❤️, say) begins none. */
  get insideWord(): boolean {
    return this.#insideWord;
  }

  /** Lets the last unit reach to `end`: a mark behind it was dropped. */
  extend(end: number): void {
    if (this.#length > 0) this.#ends[this.#length - 1] = end;
  }

  finish(): NormalisedText {
    // In most texts no character is dropped, and the arrays are as long as they should be.
    const isFull = this.#length === this.#starts.length;
    return {
      text: this.#parts.join(''),
      starts: isFull ? this.#starts : this.#starts.slice(0, this.#length),
      ends: isFull ? this.#ends : this.#ends.slice(0, this.#length),
    };
  }

  /** A presentation form can become up to 18 letters (U+FDFA). */
  #reserve(length: number): void {
    if (length <= this.#starts.length) return;
    this.#starts = grow(this.#starts, length);
    this.#ends = grow(this.#ends, length);
  }
}

function grow(array: Uint32Array, length: number): Uint32Array {
  const grown = new Uint32Array(Math.max(length, array.length * 2));
  grown.set(array);
  return grown;
}
