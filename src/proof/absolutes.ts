import { analyse } from '../language/analysis.ts';
import type { Term } from '../language/analysis.ts';
import { foldWord } from '../language/fold.ts';
import { lazily } from '../language/lazily.ts';

/** Words that say how far something holds. */
interface Absolute {
  /** Words of a claim that claim it. */
  readonly claimed: RegExp;
  /** Words any of which has to stand in what is cited. */
  readonly proven: RegExp;
}

const words = (list: string): string =>
  list
    .trim()
    .split(/\s+/u)
    .map((word) => foldWord(word))
    .join('|');

/** A group: what a claim may say, and what else proves it though it doesn't claim as much. Sorani as folded, with any ending behind `\p{L}*`. */
function absolute(claimed: string, proving = ''): Absolute {
  return {
    claimed: new RegExp(`^(?:${words(claimed)})$`, 'u'),
    proven: new RegExp(`^(?:${words(`${claimed} ${proving}`)})$`, 'u'),
  };
}

const ABSOLUTES = lazily((): readonly Absolute[] => [
  absolute(
    'all every everybody everyone everything everywhere هەموو هەموو\\p{L}* گشت سەرجەم سەرجەمی تێکڕا تێکڕای',
    'entire whole each any تەواوی هەرسێ\\p{L}* هەریەک\\p{L}*',
  ),
  absolute(
    'always forever constantly permanently هەمیشە هەمیشەیی هەردەم',
    'permanent constant continuous continuing بەردەوام\\p{L}*',
  ),
  absolute(
    'only solely merely exclusively تەنیا تەنها',
    'sole single just exclusive alone تاکە بەس',
  ),
  absolute(
    'free gratis بێبەرامبەر\\p{L}* خۆڕایی بەخۆڕایی',
    'freed freely freedom freedoms ئازاد\\p{L}* بەلاش',
  ),
  absolute(
    'completely totally entirely absolutely utterly بەتەواوی بەتەواوەتی',
    'complete total entire absolute fully full whole all تەواو\\p{L}* هەموو\\p{L}*',
  ),
]);

/** Phrases of such words that claim nothing. */
const PHRASES = /\b(?:at all|above all|after all|all but|all the same|first of all|not only)\b/giu;

/** The words of a claim that say how far it holds (all, always, only, free), and that the texts don't say in any form; as they are written. */
export function unprovenAbsolutes(claim: string, texts: readonly string[]): string[] {
  const said = analyse(claim.replaceAll(PHRASES, (phrase) => ' '.repeat(phrase.length)));
  const stand = texts.flatMap((text) => analyse(text));
  return ABSOLUTES()
    .flatMap(({ claimed, proven }) =>
      stand.some((term) => isOneOf(term, proven))
        ? []
        : said.filter((one) => isOneOf(one, claimed)),
    )
    .map(({ start, end }) => claim.slice(start, end));
}

function isOneOf({ text }: Term, group: RegExp): boolean {
  return group.test(foldWord(text));
}
