import type { Span } from '../corpus/document.ts';
import { analyse } from '../language/analysis.ts';
import type { Term } from '../language/analysis.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { verbOf } from '../language/verbs.ts';

/** A word that denies, and the words of content that it most likely denies. */
export interface Negation extends Span {
  readonly text: string;
  /** Behind an English "not"; before and with a Sorani verb. At most three. */
  readonly scope: readonly Term[];
}

const ENGLISH = new Set('not no never neither nor none nobody nothing cannot without'.split(' '));
/** What is left of "don't", "isn't" behind the apostrophe. */
const CONTRACTED = /n't$/u;
/** "is not" of Sorani, in all persons; "not even one", "without", "not but". */
const SORANI = new Set('نییە نیە نین نیم نیت نیین نیتن هیچ نەک بەبێ بێ هەرگیز نەخێر'.split(' '));
/** Words of content before and behind a negation that are looked at. */
const REACH = { before: 2, behind: 1, behindNot: 3 } as const;

/** The negations of a text in either language, in order. */
export function negationsIn(text: string, lexicon: Lexicon): Negation[] {
  const terms = analyse(text);
  return terms.flatMap((term, position) => {
    if (!isNegation(term, lexicon)) return [];
    const before = content(terms.slice(0, position));
    const behind = content(terms.slice(position + 1));
    const scope =
      term.script === 'latin'
        ? behind.slice(0, REACH.behindNot)
        : [...before.slice(-REACH.before), ...behind.slice(0, REACH.behind)];
    const { start, end } = term;
    return [{ text: text.slice(start, end), start, end, scope }];
  });
}

function content(terms: readonly Term[]): Term[] {
  return terms.filter(({ stopword }) => !stopword);
}

/** Whether a word denies: not, never, نییە, a verb with نا or نە. */
export function isNegation({ text, script, folded }: Term, lexicon: Lexicon): boolean {
  if (script === 'latin') return ENGLISH.has(text) || CONTRACTED.test(text);
  if (script !== 'arabic') return false;
  if (SORANI.has(text) || LIGHT_VERB.test(text)) return true;
  return isNegatedVerb(text) && !isNoun(folded, lexicon);
}

/** The verbs of a letter or two, which stand in every other sentence: ناکات, نەبوو, نادرێت, نایانەوێت. */
const LIGHT_VERB =
  /^(?:نا|نە)(?:دە)?(?:یان|مان|تان|م|ت|ی)?(?:ک(?:ە|ا|رد|را|رێ)|ب(?:ێ|ن$|وو|وا|م$|ین$)|د(?:ە|ا|ر[ێا])|هات|یە(?:ت|ن)|ە?وێ(?:ت|$)|توان|زان|چ(?:ێ|ن$|وو)|ڵێ)/u;

/** How sure a translation is that makes a word a noun. */
const SURE = 0.99;

/** A noun that looks like a verb denied: نەوت is oil, and "didn't say". */
function isNoun(folded: string, lexicon: Lexicon): boolean {
  return lexicon.inEnglish(folded).some(({ strength }) => strength >= SURE);
}

/** A verb denied, with the preverb that it may have, and what it is of. */
const NEGATED =
  /^(?<preverb>هەڵ|ڕا|دا|وەر|کۆ|سەر|پێش|دوا|لا|پێ|لێ|تێ|پێک|لێک|تێک|ڕێک|یەک|بەر|ڕوو|ڕۆ|دەر|جێ|بەجێ|بەڕێوە|بەکار)?(?:نا|نە)(?<rest>\p{L}{2,})$/u;

/** Whether taking نا or نە out, or putting دە in its place, leaves a verb, and the same one where the word is known as one. */
function isNegatedVerb(word: string): boolean {
  const { preverb = '', rest = '' } = NEGATED.exec(word)?.groups ?? {};
  if (rest === '') return false;
  const verb = verbOf(word);
  const affirmed = [verbOf(`${preverb}دە${rest}`), verbOf(preverb + rest)];
  return affirmed.some((one) => one !== null && (verb === null || verb === one));
}
