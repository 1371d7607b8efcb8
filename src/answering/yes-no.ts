import { analyse } from '../language/analysis.ts';
import type { Term } from '../language/analysis.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { isNegation } from '../proof/negations.ts';
import type { Evidence } from './evidence.ts';
import type { Trace } from './find-evidence.ts';

/** What a sentence says to a question of yes or no. */
export type Decision = 'yes' | 'no';

/** Sentences that stand this near to the first must not say the opposite. */
const NEAR_SCORE = 0.75;

/**
 * Whether the best sentence says yes or no to a Sorani question; null unless that can be told surely, for a wrong "yes" is worse than
 * none: then the sentence speaks for itself.
 */
export function decide(
  { ranked, expected, query, carried }: Pick<Trace, 'ranked' | 'expected' | 'query' | 'carried'>,
  lexicon: Lexicon,
): Decision | null {
  const [best] = ranked;
  const standsAlone = expected.kind === 'yes-no' && carried.length === 0;
  if (best === undefined || !standsAlone || query.language !== 'ckb') return null;
  const asked = analyse(query.words).filter(({ text }) => !ASKING.has(text));
  const content = asked.filter(({ stopword }) => !stopword);
  if (content.length < LEAST_CONTENT || asked.some((term) => isNegation(term, lexicon)))
    return null;
  const decided = decisionOf(best, asked, lexicon);
  const near = ranked.filter(({ score }) => score >= NEAR_SCORE * best.score);
  const isDoubted = near.some((other) => {
    const said = decisionOf(other, asked, lexicon);
    return said !== null && said !== decided;
  });
  return isDoubted ? null : decided;
}

const ASKING: ReadonlySet<string> = new Set(['ئایا', 'داخوا']);
/** Of fewer words of content nobody knows what they are about. */
const LEAST_CONTENT = 3;

function decisionOf(
  { sentence }: Evidence,
  asked: readonly Term[],
  lexicon: Lexicon,
): Decision | null {
  const said = analyse(sentence.text);
  if (!isPlain(sentence.text, said)) return null;
  if (isDenied(said, asked)) return 'no';
  if (said.some((term) => isNegation(term, lexicon))) return null;
  return affirms(said, asked) ? 'yes' : null;
}

/** Words that make of what is said less than a fact: conditions, doubts, wishes, reports, exceptions. */
const LESS_THAN_A_FACT: ReadonlySet<string> = new Set(
  `کە ئەگەر گەر گوایە ڕەنگە لەوانەیە بڕیارە پێویستە دەبێت دەبێ دەکرێت دەکرێ دەتوانێت دەتوانن دەیەوێت تەنیا تەنها جگە نزیکەی هیچ نەک بێ بەبێ
  بەڵام هەرچەندە چونکە ئەگەرچی تا تاوەکو بۆئەوەی وەک وەکو یان داوای هیوای پلانی پێشنیازی ڕەتی گومانی بەدرۆ`.split(
    /\s+/u,
  ),
);

/** Whether a text is one clause that says something is so or isn't. */
function isPlain(text: string, said: readonly Term[]): boolean {
  const isOneClause = !/[؟?]|[،؛:,;!"«»“”](?=.)|\s[-–—]\s/u.test(text.trim());
  return isOneClause && !said.some((term) => LESS_THAN_A_FACT.has(term.text));
}

/** Whether a sentence says the question word for word but for its verb, which it denies. */
function isDenied(said: readonly Term[], asked: readonly Term[]): boolean {
  const [verb, denied] = [asked.at(-1)?.text ?? '', said.at(-1)?.text ?? ''];
  const isOpposite =
    denied === `نە${verb}` || (verb.startsWith('دە') && denied === `نا${verb.slice(2)}`);
  return isOpposite && beforeVerb(said) === beforeVerb(asked);
}

function beforeVerb(terms: readonly Term[]): string {
  return terms
    .slice(0, -1)
    .map(({ text }) => text)
    .join(' ');
}

/**
 * Whether a sentence says every word of the question as it stands there, in its order and with the same verb at its end; more may stand
 * between (a day, a place), but nothing that one of those words is tied to.
 */
function affirms(said: readonly Term[], asked: readonly Term[]): boolean {
  if (said.at(-1)?.text !== asked.at(-1)?.text) return false;
  let position = 0;
  for (const [index, { text }] of asked.entries()) {
    const place = said.findIndex((term, at) => at >= position && term.text === text);
    if (place === -1) return false;
    const isGap = place > position;
    const left = index === 0 ? undefined : said[position - 1];
    if (isGap && (isTied(said[place - 1]) || isTied(left))) return false;
    position = place + 1;
  }
  return true;
}

/** Whether the next word may belong to a word: سەرۆکی …, ٢٠٢١ی …; to پردەکە none does. */
function isTied(term: Term | undefined): boolean {
  return term !== undefined && /(?:ی|(?<!ەک)ە)$/u.test(term.text);
}
