import { analyse } from './analysis.ts';
import type { LexiconEntry } from './lexicon-entry.ts';

/** The languages that news names. Others are left out, because English names of theirs are words (Even, Ho). */
const LANGUAGES =
  'ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka kk ko ku ky la lt lv mk mn ms mt ne nl no pl ps pt ro ru sk sl so sq sr sv sw ta tg th tk tr uk ur uz vi zh'.split(
    ' ',
  );

const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

/**
 * The countries and languages that the platform's locale data (CLDR) names in English and in Sorani, as lexicon entries. A code without a
 * Sorani name gives none.
 */
export function displayNameEntries(): LexiconEntry[] {
  const regions = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
  return [...namesOf('region', regions), ...namesOf('language', LANGUAGES)];
}

function namesOf(type: 'region' | 'language', codes: readonly string[]): LexiconEntry[] {
  const english = new Intl.DisplayNames(['en'], { type, fallback: 'none' });
  const sorani = new Intl.DisplayNames(['ckb'], { type, fallback: 'none' });
  return codes.flatMap((code) => {
    // Most pairs of letters are no code: asking for the other name too would take as long again.
    const name = english.of(code);
    if (name === undefined) return [];
    const headword = analyse(name).map(({ stem }) => stem);
    const terms = analyse(sorani.of(code) ?? '').filter(({ script }) => script === 'arabic');
    if (headword.length === 0 || terms.length === 0) return [];
    const equivalent = terms.map(({ folded }) => folded);
    return [{ kind: 'translation', english: headword, name: true, sorani: [equivalent] }];
  });
}
