import { analyse } from '../language/analysis.ts';
import { splitSentences } from '../language/sentences.ts';
import { isReporting } from './reporting.ts';

/** One way to read a forwarded text: the words that are said to be a quote, and what leads in to them. */
export interface QuoteReading {
  readonly quote: string;
  /** What stands before the quote and says whose it is; empty without any. */
  readonly leadIn: string;
}

/** Quotation marks that are read as a pair; a closing one that is missing is the end. */
const QUOTED = /[«“„"](?<quote>[^«»“”„"]+(?:["“][^"“”]+["”][^"“”«»]*)*)(?:[»”"]|$)/u;
/** The least share of a text that a quote in it must have, in letters; less is a name in quotation marks. */
const LEAST_SHARE = 0.5;
/** Words before a colon or comma that can be a lead-in, at most. */
const LEAD_IN_WORDS = 12;
/** Behind a dash that follows the end of a sentence or quote, or on a line of its own: where the text is from. */
const SOURCE_LINE =
  /(?:(?<=[.!?\u061F\u2026»”"])\s*|\n\s*)[—–-]\s*(?:[\p{L}.@/:'’]+\s*){1,6}$|\n\s*(?:(?:سەرچاوە|source)\s*:[^\n]*|(?:https?:|@)\S+\s*)$/iu;
/** Links, hashtags, people, emoji: what a message has around what it says. */
const ORNAMENT =
  '(?:https?://\\S+|www\\.\\S+|[#@][\\p{L}\\p{M}\\p{N}_\\u200C]+|[\\p{Extended_Pictographic}\\p{Regional_Indicator}\\u200D\\uFE0F\\u{1F3FB}-\\u{1F3FF}]+)';
const ORNAMENTS_BEFORE = new RegExp(`^(?:${ORNAMENT}[\\s|•·]*)+`, 'u');
const ORNAMENTS_BEHIND = new RegExp(`(?:[\\s|•·]*${ORNAMENT})+[\\s|•·]*$`, 'u');
const QUESTION_END = /[?\u061F]\s*$/u;

/**
 * The ways to read a text that somebody forwarded: as it stands; without the links, hashtags and emoji around it; without a line that
 * names its source; without a lead-in ("he said:"); only what stands in quotation marks. The first is the text itself, and each comes
 * once.
 */
export function readForwarded(text: string): QuoteReading[] {
  const whole = text.trim();
  const plain = whole.replace(ORNAMENTS_BEHIND, '').replace(ORNAMENTS_BEFORE, '').trim();
  const bare = plain.replace(SOURCE_LINE, '').replace(ORNAMENTS_BEHIND, '').trim();
  const sourceless = whole.replace(SOURCE_LINE, '').trim();
  const readings = [whole, plain, bare, sourceless].flatMap((part) => [
    { quote: part, leadIn: '' },
    ...withoutLeadIn(part),
    ...quoted(part),
  ]);
  return readings.filter(
    ({ quote }, index) =>
      quote !== '' && readings.findIndex((other) => other.quote === quote) === index,
  );
}

function withoutLeadIn(text: string): QuoteReading[] {
  const cut = /^(?<leadIn>[^:\n«»“”"]{2,120}):\s*(?<quote>.+)$/su.exec(text);
  const comma = /^(?<leadIn>[^،,:\n«»“”"]{2,80})[،,]\s+(?<quote>.+)$/su.exec(text);
  return [cut, comma].flatMap((match) => {
    const { leadIn = '', quote = '' } = match?.groups ?? {};
    const isLong =
      leadIn.split(/\s+/u).length > LEAD_IN_WORDS || quote.length < LEAST_SHARE * text.length;
    // A comma stands in any sentence; behind a colon somebody speaks.
    if (leadIn === '' || isLong || (match === comma && !analyse(leadIn).some(isReporting)))
      return [];
    return [{ leadIn: leadIn.trim(), quote: unquoted(quote) }];
  });
}

function unquoted(text: string): string {
  return QUOTED.exec(text.trim())?.[0] === text.trim()
    ? text.trim().slice(1, -1).trim()
    : text.trim();
}

function quoted(text: string): QuoteReading[] {
  const match = QUOTED.exec(text);
  const quote = match?.groups?.['quote']?.trim() ?? '';
  if (match === null || quote.length < LEAST_SHARE * text.length) return [];
  const behind = text.slice(match.index + match[0].length);
  if (/[\p{L}\p{N}]/u.test(behind) && !QUESTION_END.test(behind)) return [];
  // A question about the quote ("is this true?") is no part of what is checked.
  const before = text.slice(0, match.index).trim();
  const sentences = splitSentences(before).map(({ start, end }) => before.slice(start, end));
  const leadIn = sentences.filter((sentence) => !QUESTION_END.test(sentence)).join(' ');
  return [{ quote, leadIn }];
}
