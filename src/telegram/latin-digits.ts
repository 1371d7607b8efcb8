const ZEROS = [
  0x0660, // Arabic-Indic ٠
  0x06f0, // Persian ۰
  0xff10, // full-width ０
];

/** A text with 0–9 for the digits that Kurdish keyboards write. */
export function latinDigits(text: string): string {
  return text.replaceAll(/[\u0660-\u0669\u06F0-\u06F9\uFF10-\uFF19]/gu, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (ZEROS.findLast((zero) => zero <= code) ?? code));
  });
}
