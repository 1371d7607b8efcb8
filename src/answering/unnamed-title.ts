import type { Passage } from '../corpus/document.ts';
import { normalise } from '../language/normalise.ts';
import { renditionText } from '../retrieval/text-side.ts';

/**
 * Offices that nothing but their titles name, in any language: who heads a delegation (سەرۆکایەتی) or a government (سەرۆکوەزیران) is no
 * president. Where a leader or a chief is asked for, other words will do.
 */
const TITLES: readonly RegExp[] = [
  /(?<!\p{L})(?:سەرۆک(?![او]\p{L})|سەرکۆمار|president(?!ial|e?ncy))/iu,
  /(?<!\p{L})(?:پاشا|شاژن|مەلیک|king(?!\p{L})|queen|monarch)/iu,
  /(?<!\p{L})(?:پاپا(?!\p{L})|pope(?!\p{L}))/iu,
];
/** سەرۆک alone is a head of anything; with the republic beside it, a president. */
const HEAD = /سەرۆک/u;
const PRESIDENT = /(?<!\p{L})سەرۆک ?کۆمار/u;
/** "Who is …?", "… کێیە؟": what stands beside it is what the person is. */
const WHO_IS = /^\P{L}*who(?:['’]s| is| was| are| were)(?!\p{L})|کێ(?:یە| بوو)\P{L}*$/iu;

/** Whether a question asks who holds such an office, and a passage doesn't name it. */
export function lacksTitle(question: string, passage: Passage): boolean {
  const { text } = normalise(question);
  if (!WHO_IS.test(text) || (HEAD.test(text) && !PRESIDENT.test(text))) return false;
  const told = `${normalise(passage.text).text} ${renditionText(passage)}`;
  return TITLES.some((title) => title.test(text) && !title.test(told));
}
