import { foldWord } from '../fold.ts';

/**
 * A pattern for any of a list of phrases, parted by `|`, as whole words in either spelling, with Kurdish letters or without.
 * `*` behind a word stands for any ending, alone before letters for any beginning, and `_` for one word, whatever it is.
 */
export function phrases(list: string): RegExp {
  const forms = list.split('|').flatMap((phrase) => {
    const words = phrase.split(' ');
    return [
      words.map(asPattern).join(' '),
      words.map((word) => asPattern(foldWord(word))).join(' '),
    ];
  });
  return new RegExp(`(?:^| )(?:${[...new Set(forms)].join('|')})(?= |$)`, 'u');
}

/** What Sorani puts behind a noun or a question word, piece by piece; in English the plural. */
const ENDINGS = '(?:(?:یە|یه|ی|ە|ه|ێک|یک|ان|گەل|گهل|ک|دا|وە|وه|یش|ش|م|ت|ن|بوو|بو|s)){0,6}';

function asPattern(word: string): string {
  if (word === '_') return '\\S+';
  return word.replace(/^\*/u, '\\p{L}+').replace(/\*$/u, ENDINGS);
}
