import type { Term } from '../language/analysis.ts';
import type { Dictionary } from '../retrieval/dictionary.ts';
import { TEXT_SIDES } from '../retrieval/text-side.ts';
import { citedWords, strengthOf } from './cited-words.ts';
import { isSameNamed, readNamed } from './named-text.ts';
import type { Named, NamedText } from './named-text.ts';
import { isNegation, negationsIn } from './negations.ts';
import { readClaim } from './support.ts';

/** What a claim says is not of one country but of another. */
interface Contrast {
  readonly subject: Term;
  readonly denied: Named;
  readonly affirmed: Named;
}

/** From here on a word of a text is taken for the subject. */
const SAME_WORD = 0.7;

/**
 * Whether a claim denies nothing but that something is of one country, to say that it is of another ("not American but Iraqi"), and a text has
 * the other right beside it, none the one. The texts must deny nothing, and name both.
 */
export function isProvenContrast(
  claim: string,
  texts: readonly string[],
  dictionary: Dictionary,
): boolean {
  if (negationsIn(claim, dictionary.lexicon).length !== 1) return false;
  if (texts.some((text) => negationsIn(text, dictionary.lexicon).length > 0)) return false;
  const contrast = contrastIn(readNamed(claim, dictionary), dictionary);
  if (contrast === null) return false;
  const { subject, denied, affirmed } = contrast;
  const stand = texts.map((text) => readNamed(text, dictionary));
  const read = readClaim(claim, dictionary);
  const subjects = TEXT_SIDES.flatMap((side) =>
    read.terms[side].filter(({ start }) => start === subject.start),
  );
  const isSubject = ({ text }: Term): boolean => {
    const words = citedWords([text]);
    return subjects.some((term) =>
      TEXT_SIDES.some((side) => strengthOf(term, words[side]) >= SAME_WORD),
    );
  };
  return (
    stand.some((text) => namedAs(text, denied).length > 0) &&
    stand.some((text) => namedAs(text, affirmed).some((one) => isBeside(text, one, isSubject))) &&
    !stand.some((text) => namedAs(text, denied).some((one) => isBeside(text, one, isSubject)))
  );
}

function namedAs({ places }: NamedText, name: Named): Named[] {
  return places.filter((one) => isSameNamed(one, name));
}

function isBeside({ terms }: NamedText, name: Named, isSubject: (term: Term) => boolean): boolean {
  return [terms[name.first - 1], terms[name.last + 1]].some(
    (term) => term !== undefined && isSubject(term),
  );
}

/** "S is not X but Y"; S is the word of content before X. */
function contrastIn({ terms, places }: NamedText, { lexicon }: Dictionary): Contrast | null {
  const [denied, affirmed] = places;
  if (denied === undefined || affirmed === undefined || places.length !== 2) return null;
  if (isSameNamed(denied, affirmed)) return null;
  const turn = terms.findIndex(({ text }) => text === 'but' || text === 'بەڵکو');
  const negation = terms.findIndex((term) => isNegation(term, lexicon) && term.text !== 'no');
  const isBetween = denied.last < turn && turn < affirmed.first && negation < turn;
  const subject = terms
    .slice(0, denied.first)
    .findLast(({ stopword, text }) => !stopword && text !== 'هی');
  return isBetween && negation !== -1 && subject !== undefined
    ? { subject, denied, affirmed }
    : null;
}
