import type { DocumentId } from '../corpus/document.ts';
import { detectLanguage } from '../language/detect.ts';
import type { Messages } from '../messages.ts';
import type { QuoteCheck } from './quote-check.ts';
import type { WordDifference } from './word-difference.ts';

/** The languages in which a check is spoken of. */
export type CheckLanguage = 'ckb' | 'en';

/** Differences that a reader is shown; more would hide the sentence. */
const MOST_SHOWN = 6;

/** The language of a checked text, as our own words about it are: English for English, else Sorani. */
function checkLanguage({ text }: Pick<QuoteCheck, 'text'>): CheckLanguage {
  return detectLanguage(text) === 'en' ? 'en' : 'ckb';
}

/** What came of a check, in one sentence. */
export function verdictText(check: QuoteCheck, words: Messages): string {
  const { verdict, variant, via, because } = check;
  if (because !== undefined) {
    return words.text(`check-altered-${because.kind}`, { words: because.words });
  }
  if (verdict !== 'exact') return words.text(`check-${verdict}`);
  if (via === 'rendition') return words.text('check-exact-rendition');
  return words.text(variant ? 'check-exact-variant' : 'check-exact');
}

/**
 * The words that differ, one line for each change; words that are missing one after the other share a line. Empty without any, and where
 * the verdict has named them; where only facts could be compared and agree, one line says so.
 */
export function differenceLines({ difference, because }: QuoteCheck, words: Messages): string[] {
  if (because?.kind === 'untranslated' && difference.length === 0) {
    return [words.text('check-same-facts')];
  }
  const isNamed = because !== undefined && because.words !== '';
  if (difference.length === 0 || isNamed) return [];
  const lines = joinMissing(difference).map(({ op, said, document }) =>
    words.text(`check-${op}`, { said, document }),
  );
  const more = lines.length - MOST_SHOWN;
  const shown = lines.slice(0, MOST_SHOWN);
  if (more > 0) shown.push(words.text('check-more', { count: more }));
  return [words.text('check-differences'), ...shown];
}

function joinMissing(difference: readonly WordDifference[]): WordDifference[] {
  const joined: WordDifference[] = [];
  for (const one of difference) {
    const before = joined.at(-1);
    if (one.op === 'delete' && before?.op === 'delete') {
      joined.splice(-1, 1, { ...one, document: `${before.document} ${one.document}` });
    } else joined.push(one);
  }
  return joined;
}

/**
 * A check as plain text: the verdict, the document's own words, verbatim and unbroken, behind its title, the differences, then a blank
 * line.
 */
export function formatCheck(
  check: QuoteCheck,
  messages: Readonly<Record<CheckLanguage, Messages>>,
  title: (document: DocumentId) => Readonly<Record<CheckLanguage, string>>,
): string {
  const language = checkLanguage(check);
  const words = messages[language];
  const { citation } = check;
  const lines = [verdictText(check, words)];
  if (citation !== null) {
    lines.push(`• ${title(citation.document)[language]}:`, citation.quote);
    if (language === 'en' && citation.rendition !== null) lines.push(citation.rendition.text);
  }
  lines.push(...differenceLines(check, words));
  return `${lines.join('\n')}\n\n`;
}
