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
 * The words that differ, one line for each change; changes of one kind that stand side by side share a line. Empty without any, and where
 * the verdict has named them; where only facts could be compared and agree, one line says so.
 */
export function differenceLines(check: QuoteCheck, words: Messages): string[] {
  const { difference, because } = check;
  if (because?.kind === 'untranslated' && difference.length === 0) {
    return [words.text('check-same-facts')];
  }
  const isNamed = because !== undefined && because.words !== '';
  if (difference.length === 0 || isNamed) return [];
  const lines = joinNeighbours(check).map(({ op, said, document }) =>
    words.text(`check-${op}`, { said, document }),
  );
  const more = lines.length - MOST_SHOWN;
  const shown = lines.slice(0, MOST_SHOWN);
  if (more > 0) shown.push(words.text('check-more', { count: more }));
  return [words.text('check-differences'), ...shown];
}

/** Changes of one kind whose words stand side by side in the text and in the document, as one. */
function joinNeighbours({ difference, citation, text }: QuoteCheck): WordDifference[] {
  const documents = [citation?.quote ?? '', citation?.rendition?.text ?? ''];
  const joined: WordDifference[] = [];
  for (const one of difference) {
    const before = joined.at(-1);
    const together = before === undefined ? null : join(before, one, { text, documents });
    if (together === null) joined.push(one);
    else joined.splice(-1, 1, together);
  }
  return joined;
}

/** Two changes as one; null where they are of two kinds, or other words stand between them. */
function join(
  { op, said, document }: WordDifference,
  next: WordDifference,
  { text, documents }: { readonly text: string; readonly documents: readonly string[] },
): WordDifference | null {
  if (op !== next.op) return null;
  const ours = sideBySide(said, next.said, [text]);
  const theirs = sideBySide(document, next.document, documents);
  return ours === null || theirs === null ? null : { op, said: ours, document: theirs };
}

/** Two words with what stands between them, where a text has no other word there; nothing beside nothing is nothing. */
function sideBySide(first: string, second: string, texts: readonly string[]): string | null {
  if (first === '' || second === '') return first === second ? '' : null;
  for (const text of texts) {
    for (let at = text.indexOf(first); at !== -1; at = text.indexOf(first, at + 1)) {
      const end = at + first.length;
      const between = /^[^\p{L}\p{N}]+/u.exec(text.slice(end))?.[0] ?? '';
      const joins = between !== '' && text.startsWith(second, end + between.length);
      if (joins) return text.slice(at, end + between.length + second.length);
    }
  }
  return null;
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
