import { analyse } from './analysis.ts';
import type { Term } from './analysis.ts';
import type { Alternative, Lexicon } from './lexicon.ts';
import { romanise } from './romanise.ts';
import { verbOf } from './verbs.ts';

/** A word or phrase of a Sorani text, and one English word for it. */
export interface GlossedPhrase {
  /** UTF-16 code units of the text. */
  readonly start: number;
  readonly end: number;
  /** A headword of the term table; of a word it doesn't have, its sound in Latin letters. */
  readonly english: string;
  readonly known: boolean;
}

/** The longest phrase that is looked up as one, in words. */
const LONGEST_PHRASE = 3;
const HEADER = 'english\tpos\tsorani';

/**
 * Grammar, as a reader of a gloss wants it: a headword's list would give the rarest sense as readily as the plainest. Empty: left out.
 */
const GRAMMAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    و: 'and',
    لە: 'in/of',
    بە: 'by/with',
    بۆ: 'for',
    کە: 'that',
    لەسەر: 'on',
    لەگەڵ: 'with',
    لەنێوان: 'between',
    نێوان: 'between',
    نێوانیان: 'between them',
    لەلایەن: 'by',
    لەبارەی: 'about',
    دەربارەی: 'about',
    وەکو: 'as',
    وەک: 'as',
    یان: 'or',
    بەڵام: 'but',
    هەروەها: 'also',
    ئەوە: 'that',
    ئەوەش: 'and that',
    ئەو: 'that',
    ئەم: 'this',
    ئەوەی: 'what',
    بۆئەوەی: 'so that',
    تاوەکو: 'so that',
    خۆی: 'its own',
    خۆیان: 'their own',
    هەردوو: 'both',
    هەردوولا: 'both sides',
    هەموو: 'all',
    دیکە: 'other',
    دیکەی: 'other',
    تر: 'other',
    نییە: 'is not',
    بوو: 'was',
    دەبێت: 'will be',
    هاتووە: 'it says',
    کرد: '',
    کردووە: '',
    کردەوە: '',
    دەکات: '',
    دەکەن: '',
    بکات: '',
    بکەن: '',
    کردن: '',
  }),
);

/** What of a headword's rarity counts beside how surely it translates. */
const COMMONNESS_SHARE = 0.06;

/** The English headwords of the term table as they are written; the lexicon itself knows their stems. */
export class Headwords {
  readonly #phrases = new Map<string, string>();
  /** The forms of each stem, with how many headwords hold them: plain words stand in many phrases, rare ones in none. */
  readonly #forms = new Map<string, Map<string, number>>();
  /** How many headwords hold each stem, in any form. */
  readonly #frequencies = new Map<string, number>();

  /** @param files the lexicon's files; those that hold no translations are passed over. */
  constructor(files: readonly { readonly text: string }[]) {
    for (const { text } of files) {
      if (!text.startsWith(HEADER)) continue;
      for (const line of text.trimEnd().split('\n').slice(1)) {
        this.#add(line.slice(0, Math.max(0, line.indexOf('\t'))));
      }
    }
  }

  #add(headword: string): void {
    const words = analyse(headword);
    for (const { stem, start, end } of words) {
      const form = headword.slice(start, end);
      const forms = this.#forms.get(stem) ?? new Map<string, number>();
      this.#forms.set(stem, forms.set(form, (forms.get(form) ?? 0) + 1));
      this.#frequencies.set(stem, (this.#frequencies.get(stem) ?? 0) + 1);
    }
    const key = words.map(({ stem }) => stem).join(' ');
    if (words.length > 1 && !this.#phrases.has(key)) this.#phrases.set(key, headword);
  }

  /** How a phrase of stems is written: as a headword, or each stem in its commonest form. */
  written(stems: readonly string[]): string {
    return this.#phrases.get(stems.join(' ')) ?? stems.map((stem) => this.#form(stem)).join(' ');
  }

  #form(stem: string): string {
    const forms = [...(this.#forms.get(stem) ?? [])].toSorted(
      ([, left], [, right]) => right - left,
    );
    return forms[0]?.[0] ?? stem;
  }

  /** How common the rarest word of a phrase is, from 0 up: the logarithm of how many headwords hold it. */
  commonness(stems: readonly string[]): number {
    return Math.log(Math.min(...stems.map((stem) => this.#frequencies.get(stem) ?? 1)));
  }
}

/**
 * A Sorani text word by word in English, from the term table, the longest phrases known first: of several English words the surest, and of
 * those the plainest. For a reader to see what stands there, not to be matched.
 */
export function gloss(text: string, lexicon: Lexicon, headwords: Headwords): GlossedPhrase[] {
  const terms = analyse(text);
  const glossed: GlossedPhrase[] = [];
  let position = 0;
  while (position < terms.length) {
    const { length, english } = longestPhrase(terms.slice(position), lexicon, headwords);
    const [first, last] = [terms[position], terms[position + length - 1]];
    const shown = english ?? (first?.stopword === true ? '' : inLatin(first));
    if (first !== undefined && last !== undefined && shown !== '') {
      const known = english !== null;
      glossed.push({ start: first.start, end: last.end, english: shown, known });
    }
    position += length;
  }
  return glossed;
}

interface LongestPhrase {
  /** In words, at least 1. */
  readonly length: number;
  /** Null where the term table doesn't have it. */
  readonly english: string | null;
}

function longestPhrase(
  terms: readonly Term[],
  lexicon: Lexicon,
  headwords: Headwords,
): LongestPhrase {
  for (let length = LONGEST_PHRASE; length > 1; length -= 1) {
    const phrase = terms.slice(0, length);
    // A phrase of grammar and one word is that word.
    if (phrase.filter(({ stopword }) => !stopword).length < length) continue;
    const english = inEnglish(phrase, lexicon, headwords);
    if (phrase.length === length && english !== null) return { length, english };
  }
  const [term] = terms;
  if (term?.script !== 'arabic') return { length: 1, english: null };
  const grammar = GRAMMAR.get(term.text);
  return { length: 1, english: grammar ?? ofWord(term, lexicon, headwords) };
}

function ofWord(term: Term, lexicon: Lexicon, headwords: Headwords): string | null {
  const verb = verbOf(term.text);
  const own = inEnglish([term], lexicon, headwords);
  return own ?? (verb === null ? null : inEnglish(analyse(verb), lexicon, headwords));
}

/** Of several that are worth as much, the surest. */
function inEnglish(phrase: readonly Term[], lexicon: Lexicon, headwords: Headwords): string | null {
  let best: Alternative | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const alternative of lexicon.inEnglish(phrase.map(({ folded }) => folded).join(' '))) {
    const { stems, strength } = alternative;
    const worth = strength + COMMONNESS_SHARE * headwords.commonness(stems);
    if (worth > most) [best, most] = [alternative, worth];
  }
  return best === null ? null : headwords.written(best.stems);
}

/** Latin words and numbers stay as they are. */
function inLatin(term: Term | undefined): string {
  if (term === undefined) return '';
  return term.script === 'arabic' ? romanise(term.text) : term.text;
}
