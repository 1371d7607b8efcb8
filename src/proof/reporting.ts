import type { Span } from '../corpus/document.ts';
import { analyse } from '../language/analysis.ts';
import type { Term } from '../language/analysis.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { verbOf } from '../language/verbs.ts';
import { isNegation } from './negations.ts';

/** Words by which a text reports what somebody says, normalised: Sorani ones with any clitic and ending. */
const REPORTS =
  /^(?:هاتووە|دەش?ڵێ\p{L}{0,3}|ئەڵێ\p{L}{0,2}|(?:گوت|وت)(?:ی|یان|وویەتی|وویانە|ووە)|پێی?وتن|ڕا(?:ی|یان|مان)?(?:گەیاند|دەگەیەن)\p{L}{0,6}|دووپات\p{L}*|جەخت\p{L}{0,4}|ئاماژە\p{L}{0,5}|ئاشکرا\p{L}*|باسی?\p{L}{0,3}|خراوەتەڕوو|خستەڕوو|نووسی\p{L}{0,5}|بەپێی|says?|said|adds?|added|stated?|states|not(?:es|ed)|stress(?:es|ed)?|emphasi[sz]e[sd]?|(?:re)?affirm(?:s|ed)?|reiterate[sd]?|repeat(?:s|ed)?|announce[sd]?|declare[sd]?|claim(?:s|ed)?|underline[sd]?|told|tells|tweet(?:s|ed)?|wrote|writes|according|discussed|talk(?:s|ed)|spoke)$/u;

/** What joins a report to what is reported. */
const JOINTS: ReadonlySet<string> = new Set(['کە', 'that', 'how', 'whether']);
/** Words between a reporting word and its joint, at most: جەختیان لەو بنەمایانە کردەوە کە. */
const REACH = 4;
const PAUSE = /[،,:"«“„]/u;
const CLAUSE_END = /^\s*(?:[،,؛;.!?\u061F:"'»”)]|$)/u;

/** Whether a word reports that somebody says something. */
export function isReporting({ text }: Pick<Term, 'text'>): boolean {
  return REPORTS.test(text);
}

/** Whether words that were left out deny or report something. */
export function holdsAssertion(text: string, lexicon: Lexicon): boolean {
  return analyse(text).some((term) => isReporting(term) || isNegation(term, lexicon));
}

/** The parts of a sentence that stand in it as reported: from behind "said that" or "said," on. The words that report are before. */
function reportedParts(sentence: string, terms: readonly Term[]): Span[] {
  return terms.flatMap((term, position) => {
    const first = isReporting(term) ? firstReported(sentence, terms, position) : undefined;
    return first === undefined ? [] : [{ start: first.start, end: sentence.length }];
  });
}

/** The first word behind the joint or pause that follows a reporting word. */
function firstReported(
  sentence: string,
  terms: readonly Term[],
  position: number,
): Term | undefined {
  return terms.slice(position + 1, position + 2 + REACH).find((behind, offset) => {
    const before = terms[position + offset];
    if (before === undefined) return false;
    const isJoined = offset > 0 && JOINTS.has(before.text);
    return isJoined || PAUSE.test(sentence.slice(before.end, behind.start));
  });
}

/**
 * What a part of a sentence leaves out that changes what it asserts, or null: the words by which the sentence reports it, where the
 * part is a statement of its own without them; or a negation right beside it. Offsets are those of the sentence.
 */
export function cutAssertion(sentence: string, part: Span, lexicon: Lexicon): string | null {
  const terms = analyse(sentence);
  const inside = terms.filter((term) => term.start >= part.start && term.end <= part.end);
  const negation = negationBeside(sentence, terms, part, lexicon);
  if (negation !== null) return negation;
  if (inside.some(isReporting)) return null;
  const reported = reportedParts(sentence, terms).findLast(
    (span) =>
      part.start >= span.start && part.end <= span.end && isStatement(sentence, part, inside, span),
  );
  return reported === undefined
    ? null
    : sentence
        .slice(0, reported.start)
        .replace(/[\s"“„«،,:]+$/u, '')
        .trimStart();
}

/** A negation within two words of a part, with no pause between. */
function negationBeside(
  sentence: string,
  terms: readonly Term[],
  part: Span,
  lexicon: Lexicon,
): string | null {
  const before = terms.filter(({ end }) => end <= part.start).slice(-2);
  const behind = terms.filter(({ start }) => start >= part.end).slice(0, 2);
  const found = [
    ...before.filter(({ end }) => !PAUSE.test(sentence.slice(end, part.start))),
    ...behind.filter(
      ({ start, script }) => script === 'arabic' && !PAUSE.test(sentence.slice(part.end, start)),
    ),
  ].find((term) => isNegation(term, lexicon));
  return found === undefined ? null : sentence.slice(found.start, found.end);
}

/** Whether a reported part asserts something by itself: it has a verb, or it is the whole of a clause from its beginning. */
function isStatement(
  sentence: string,
  part: Span,
  inside: readonly Term[],
  reported: Span,
): boolean {
  if (inside.some((term, place) => isPredicate(term, inside.slice(0, place)))) return true;
  if (!CLAUSE_END.test(sentence.slice(part.end))) return false;
  return part.start === reported.start || isEnglishClause(sentence, part, inside);
}

function isEnglishClause(
  sentence: string,
  part: Span,
  [first, ...others]: readonly Term[],
): boolean {
  const begins = CLAUSE_BEGIN.test(sentence.slice(0, part.start));
  if (!begins || first?.script !== 'latin' || others.length + 1 < LEAST_CLAUSE) return false;
  return ![first, others[0]].some((term) => PHRASE_BEGIN.test(term?.text ?? ''));
}

/**
 * Where another clause of what is reported begins in English, whose verbs have nothing to know them by; fewer words are one of a list,
 * and behind a preposition stands a phrase.
 */
const CLAUSE_BEGIN = /[,;.]["”]?\s+(?:(?:and|but|or)\s+)?$/u;
const PHRASE_BEGIN =
  /^(?:including|excluding|which|who|that|to|of|on|in|at|by|for|with|without|from|between|under|not|headed|led|such|as)$/u;
const LEAST_CLAUSE = 7;

const ENGLISH_VERB =
  /^(?:is|are|was|were|be|has|have|had|will|would|can|could|shall|should|may|might|must|does|do|did)$/u;
/** "is" and "are" at the end of a Sorani word, behind a vowel or in the plural. */
const COPULA = /(?:[اێۆە]یە|[اۆێ]یەکە|ییە|ەن|(?<!تر)ین)$/u;
/** The same behind an adjective, where ە alone would be an ending of nouns too: دروستە, گرنگترە. */
const ADJECTIVE =
  /^(?:نا)?(?:دروست|باش|خراپ|گرنگ|پێویست|ڕاست|زۆر|کەم|گەورە?|بچووک|سەخت|قورس|ئاسان|ڕوون|ئاشکرا|ئامادە|بەهێز|لاواز|نوێ|کۆن|پابەند|ئازاد|سەربەخۆ|مومکین|شایستە|بەرپرسیار|پەیوەست|دڵنیا|خۆشحاڵ|دژ|هاوڕا|بەردەوام|جێگیر|پارێزراو|قبووڵکراو)(?:تر)?(?:ە|ن|م|ین)$/u;
/** Words behind one of these end in ە or یە because of it: لەو بابەتە, بەم شێوەیە. */
const DEMONSTRATIVE = /^(?:ئەم|ئەو|لەم|لەو|بەم|بەو|هەمان)$/u;
const DEMONSTRATIVE_REACH = 2;
const LIGHT_VERB = /^(?:کرد|کردووە|کردەوە|بوو|بووە|هەیە|نییە|هەن|دەبێت|بێت)$/u;
/** A finite form, not an infinitive that stands as a noun: by its beginning, or as a perfect or passive. */
const FINITE = /^(?:دە|ئە|نا|نە|ب|\p{L}{2,}دە)|(?:[روۆ]ا?وە|وون|ران|[رد]را|ەتەوە|کردەوە)$/u;

function isPredicate({ text, script }: Term, before: readonly Term[]): boolean {
  if (script === 'latin') return ENGLISH_VERB.test(text);
  if (LIGHT_VERB.test(text)) return true;
  if (COPULA.test(text) || ADJECTIVE.test(text)) {
    return (
      !text.endsWith('ە') ||
      !before.slice(-DEMONSTRATIVE_REACH).some((term) => DEMONSTRATIVE.test(term.text))
    );
  }
  return FINITE.test(text) && verbOf(text) !== null;
}
