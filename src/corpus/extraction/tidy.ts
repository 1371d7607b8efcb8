/** Controls that change how text looks, not what it says: directions, byte order marks, soft hyphens; not the joiners. */
const CONTROLS =
  /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]|(?![\t\n\r\u0085])\p{Cc}/gu;
const LINE_BREAK = /[^\S\n]*(?:\r\n?|\n|\u2028|\u2029|\u0085)[^\S\n]*/gu;
const SPACES = /[^\S\n]+/gu;

/** One paragraph, NFC, with single spaces; its line breaks stay, but no blank line, which would end it. */
export function tidyParagraph(text: string): string {
  return withoutControls(text)
    .replaceAll(LINE_BREAK, '\n')
    .replaceAll(/\n{2,}/gu, '\n')
    .replaceAll(SPACES, ' ')
    .normalize('NFC')
    .trim();
}

export function withoutControls(text: string): string {
  return text.replaceAll(CONTROLS, '');
}
