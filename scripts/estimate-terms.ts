/**
 * Estimates the English–Sorani term table from parallel texts and the authored entries, and writes data/lexicon/estimated.tsv.
 *
 *     npm run estimate:terms -- SOURCES [LEFT_OUT.tsv …]
 *
 * SOURCES is a folder of `*.tsv` files with a header line `english<tab>sorani` and a sentence pair a line. Pairs whose English also stands
 * in a LEFT_OUT file, of the same form, are not used: what the table is evaluated on must not be in it. Deterministic: the same
 * files give the same table.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { analyse } from '../src/language/analysis.ts';
import type { Term } from '../src/language/analysis.ts';
import { parseLexicon } from '../src/language/parse-lexicon.ts';
import { estimateTranslations } from '../src/language/word-alignment.ts';
import type { AlignedTexts, TranslationTable } from '../src/language/word-alignment.ts';

const ENTRIES = resolve('data/lexicon/entries');
const OUTPUT = resolve('data/lexicon/estimated.tsv');

/** An authored equivalent counts this much beside a sentence pair: it is surer, but its usage isn't known. */
const ENTRY_WEIGHT = 0.5;
const LONGEST_TEXT = 80;
const OPTIONS = { rounds: 8, diagonal: 2 } as const;
/** Pairs below this geometric mean of both directions are noise. */
const LEAST_PROBABILITY = 0.02;
const MOST_FOR_A_WORD = 8;
const HEADER = 'english\tsorani';

/** The words of one language, numbered by stem, each with the form in which it is met most. */
class WordNumbers {
  readonly #numbers = new Map<string, number>();
  readonly #forms: Map<string, number>[] = [];
  /** Stop words, numbers, and what isn't in the language's own letters. */
  readonly unusable = new Set<number>();

  get size(): number {
    return this.#forms.length;
  }

  /** The number of a stem; `form` is how it stands in the text. */
  number(stem: string, form: string): number {
    let number = this.#numbers.get(stem);
    if (number === undefined) {
      number = this.#forms.length;
      this.#numbers.set(stem, number);
      this.#forms.push(new Map());
    }
    const forms = this.#forms[number];
    forms?.set(form, (forms.get(form) ?? 0) + 1);
    return number;
  }

  /** The most frequent form of a word; of several, the first by code unit. */
  form(number: number): string {
    const forms = [...(this.#forms[number] ?? [])];
    const [first] = forms.toSorted(
      ([left, many], [right, more]) => more - many || (left < right ? -1 : 1),
    );
    return first?.[0] ?? '';
  }
}

const english = new WordNumbers();
const sorani = new WordNumbers();

function numberTerms(words: WordNumbers, terms: readonly Term[], script: Term['script']): number[] {
  const stem = script === 'latin' ? 'stem' : 'folded';
  return terms.map((term) => {
    const number = words.number(term[stem], term.text);
    if (term.stopword || term.script !== script) words.unusable.add(number);
    return number;
  });
}

function readPair(one: string, other: string, weight: number): AlignedTexts[] {
  const source = numberTerms(english, analyse(one), 'latin');
  const target = numberTerms(sorani, analyse(other), 'arabic');
  const isUsable =
    source.length > 0 &&
    target.length > 0 &&
    Math.max(source.length, target.length) <= LONGEST_TEXT;
  return isUsable ? [{ source, target, weight }] : [];
}

/** The sentence pairs of a file. @throws {Error} where its header is another. */
function readPairs(file: string): [english: string, sorani: string][] {
  const [header, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  if (header !== HEADER) throw new Error(`${file}:1 is not the header english<tab>sorani.`);
  return lines.map((line) => {
    const [one = '', other = ''] = line.split('\t');
    return [one.trim(), other.trim()];
  });
}

function readEntries(): AlignedTexts[] {
  return readdirSync(ENTRIES)
    .toSorted()
    .flatMap((name) => {
      const text = readFileSync(join(ENTRIES, name), 'utf8');
      // Parsed first, so that a broken line is named.
      parseLexicon(name, text);
      return text
        .trimEnd()
        .split('\n')
        .slice(1)
        .flatMap((line) => {
          const [headword = '', , equivalents = ''] = line.split('\t');
          return equivalents.split(';').flatMap((one) => readPair(headword, one, ENTRY_WEIGHT));
        });
    });
}

function inverted(pairs: readonly AlignedTexts[]): AlignedTexts[] {
  return pairs.map(({ source, target, weight }) => ({ source: target, target: source, weight }));
}

/** A line for each pair of words that both directions agree on, the surest first within an English word. */
function tableLines(
  toSorani: TranslationTable,
  toEnglish: TranslationTable,
  authored: ReadonlySet<string>,
): string[] {
  return toSorani.flatMap((row, from) => {
    if (english.unusable.has(from)) return [];
    const pairs = Array.from(row, ([to, there]) => ({
      to,
      probability: Math.sqrt(there * (toEnglish[to]?.get(from) ?? 0)),
    }));
    return pairs
      .filter(({ to, probability }) => probability >= LEAST_PROBABILITY && !sorani.unusable.has(to))
      .toSorted((left, right) => right.probability - left.probability)
      .slice(0, MOST_FOR_A_WORD)
      .filter(({ to }) => !authored.has(`${from} ${to}`))
      .map(({ to, probability }) =>
        [english.form(from), sorani.form(to), Math.sqrt(probability).toFixed(2)].join('\t'),
      );
  });
}

const [sources, ...leftOutFiles] = process.argv.slice(2);
if (sources === undefined) {
  throw new Error('Name the folder of parallel texts: npm run estimate:terms -- SOURCES');
}
const leftOut = new Set(leftOutFiles.flatMap((file) => readPairs(file).map(([one]) => one)));
const texts = readdirSync(sources)
  .filter((name) => name.endsWith('.tsv'))
  .toSorted()
  .flatMap((name) => readPairs(join(sources, name)))
  .filter(([one]) => !leftOut.has(one))
  .flatMap(([one, other]) => readPair(one, other, 1));
const entries = readEntries();
const pairs = [...texts, ...entries];
const authored = new Set(
  entries.flatMap(({ source, target }) =>
    source.length === 1 && target.length === 1 ? [`${source.join()} ${target.join()}`] : [],
  ),
);
const lines = tableLines(
  estimateTranslations(pairs, { ...OPTIONS, sources: english.size }),
  estimateTranslations(inverted(pairs), { ...OPTIONS, sources: sorani.size }),
  authored,
);
writeFileSync(OUTPUT, `english\tsorani\tstrength\n${lines.toSorted().join('\n')}\n`);
process.stdout.write(
  `${texts.length} sentence pairs and ${entries.length} authored equivalents gave ${lines.length} pairs of words.\n`,
);
