import type { Term } from '../language/analysis.ts';
import { stemEnglish } from '../language/english.ts';
import { foldWord } from '../language/fold.ts';

/** Words by which somebody is tied to a country: English ones in all forms, Sorani ones with a `*` for every word that begins so. */
const TIES =
  `head led lead chair chaired run represent delegation team side party group foreign prime deputy minister ministry president secretary
  state government ambassador envoy spokesman spokesperson commander chief king queen leader member chancellor governor mayor speaker parliament
  سەرۆک* سەرکردای* ڕابەر* شاند* وەفد* تیم لایەن لایەنی وەزیر* دەرەوە دەرەوەی سەرۆکوەزیر* جێگر* حکومەت* باڵیۆز* نێردە* وتەبێژ* گوتەبێژ* فەرماندە* پاشا*
  نوێنەر* ئەندام* بەرپرس* پارێزگار* پەرلەمان*`
    .trim()
    .split(/\s+/u);
const ENGLISH_TIES: ReadonlySet<string> = new Set(
  TIES.filter((word) => /^[a-z]/u.test(word)).map(stemEnglish),
);
const SORANI_TIES = TIES.filter((word) => /^\p{Script=Arabic}/u.test(word)).map(foldWord);

/** Whether a word, in either language, is one of office: to head, what is headed, or what somebody is. */
export function isOfficeWord({ text, stem, script }: Term): boolean {
  if (script === 'latin') return ENGLISH_TIES.has(stem);
  const folded = foldWord(text);
  return SORANI_TIES.some((tie) =>
    tie.endsWith('*') ? folded.startsWith(tie.slice(0, -1)) : folded === tie,
  );
}
