const ZEROS = [
  0x0660, // Arabic-Indic ٠
  0x06f0, // Persian ۰
  0xff10, // full width ０
];

/**
 * The ASCII digit a character stands for, or null where it is no digit of the kinds Sorani is written with
 * (٠–٩, ۰–۹, 0–9 and full-width ones).
 */
export function asciiDigit(character: string): string | null {
  const code = character.charCodeAt(0);
  if (code >= 0x30 && code <= 0x39) return character;
  for (const zero of ZEROS) {
    if (code >= zero && code <= zero + 9) return String(code - zero);
  }
  return null;
}

/**
 * One spelling for one number: ASCII digits, no thousands separators, no leading zeros, a point for decimals.
 * `٠٧` → `7`, `1,000` → `1000`, `٣٫٥` → `3.5`.
 */
export function canonicalNumber(digits: string): string {
  const plain = digits
    .replaceAll(/[,\u066C](?=[0-9]{3}(?![0-9]))/gu, '')
    .replaceAll(/[,\u066B]/gu, '.');
  return plain.replace(/^0+(?=[0-9])/u, '');
}

/** A Sorani text with every digit as Sorani writes them; nothing else of it changes, nor its length. */
export function toArabicDigits(text: string): string {
  return text.replaceAll(/[0-9\u06F0-\u06F9\uFF10-\uFF19]/gu, (digit) =>
    String.fromCharCode(0x0660 + Number(asciiDigit(digit) ?? 0)),
  );
}
