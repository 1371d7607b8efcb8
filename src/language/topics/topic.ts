import type { Lexicon } from '../lexicon.ts';

/** What a text speaks of, in words that may stand in a question. */
export interface Topic {
  /** `office` is what one holds at a time: the prime minister of Iraq; `thing` all that is nobody and no time. */
  readonly kind: 'person' | 'office' | 'day' | 'month' | 'year' | 'thing';
  /** A noun phrase as it is called by itself: no ending that ties it to other words, in English with its article. */
  readonly text: string;
}

/** What topics are read with. */
export interface TopicContext {
  readonly lexicon: Lexicon;
  /** Whether a normalised Sorani word stands in the documents as it is: so is told what is a word and what an ending. */
  readonly isWord: (word: string) => boolean;
}

/** Offices that many hold: who the member is asks for nobody. As words of either language. */
export const HELD_BY_MANY: ReadonlySet<string> = new Set(
  'نوێنەر ئەندام ڕاوێژکار جێگر یاریزان ئەکتەر پەرلەمانتار دادوەر فەرمانبەر representative member deputy head leader chief director'.split(
    ' ',
  ),
);
