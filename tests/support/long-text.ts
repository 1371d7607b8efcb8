import fc from 'fast-check';

const LETTERS = 'ئابپتجچحخدرڕزژسشعغفڤقکگلڵمنهەوۆوویێ';
const ODD = ['\u200C', '\u0654', '\u{1F4A7}', '\u{1F600}', '\u06BE', 'é', 'Q', '٧', '7', '-', '['];

/** A word of Sorani letters, now and then with a joiner, a mark, a surrogate pair or a Latin letter in it. */
const soraniWord = fc
  .array(
    fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...LETTERS) },
      { weight: 1, arbitrary: fc.constantFrom(...ODD) },
    ),
    { minLength: 1, maxLength: 9 },
  )
  .map((letters) => letters.join(''));

/** Words joined by blanks, commas, semicolons and dashes; begins and ends with a word. */
export function soraniText(bounds: {
  readonly minWords: number;
  readonly maxWords: number;
}): fc.Arbitrary<string> {
  const joint = fc.constantFrom(' ', ' ', ' ', '، ', '؛ ', ' – ', '  ', ', ', '\n');
  return fc
    .array(fc.tuple(soraniWord, joint), { minLength: bounds.minWords, maxLength: bounds.maxWords })
    .map((words) => words.flat().slice(0, -1).join(''));
}
