/** A half-open span `[start, end)` in UTF-16 code units of a text. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}
