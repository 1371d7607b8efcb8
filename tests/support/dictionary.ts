import { buildLexicon } from '../../src/language/build-lexicon.ts';
import { parseLexicon } from '../../src/language/parse-lexicon.ts';
import type { Dictionary } from '../../src/retrieval/dictionary.ts';
import { dictionaryOf } from '../../src/retrieval/snapshot.ts';
import { passagesOf } from './passages.ts';
import { wordIndexOf } from './word-index.ts';

/** What the documents say: words with every letter that poor keyboards lack, and one word more often than another of its shape. */
const SENTENCES = [
  'شاندی عێراق بە سەرۆکایەتیی وەزیری دەرەوە گەیشتە واشنتن.',
  'سەرۆکی ئەمریکا لەگەڵ سەرۆکوەزیرانی عێراق قسەی کرد.',
  'گەڕی سێیەمی گفتوگۆی ستراتیژی لە بەغدا بەڕێوەچوو.',
  'هێزەکان چەکیان دا بە پێشمەرگە، و ژینگە دەپارێزن.',
  'ئەوان گۆڕانیان لە پەرلەمان و گۆڕانیان لە ئابووری دەوێت.',
  'کۆران.',
];

/** What the lexicon knows besides, most of it with a letter that an Arabic keyboard lacks. */
const ENTRIES = [
  'english\tpos\tsorani',
  'river\tnoun\tڕووبار',
  'delegation\tnoun\tشاند; وەفد',
  'bread\tnoun\tنان',
  'honey\tnoun\tهەنگوین',
  'price\tnoun\tنرخ',
  'charcoal\tnoun\tخەڵووز',
  'lip\tnoun\tلچ',
  'dog\tnoun\tسە',
  'texas\tname\tتەکساس',
  'iraq\tname\tعێراق',
].join('\n');

const PASSAGES = passagesOf(
  'talks',
  SENTENCES.map((sentence) => [sentence]),
);

/** The Sorani words of a few sentences and of a few entries. */
export const DICTIONARY: Dictionary = dictionaryOf({
  words: {
    sorani: wordIndexOf(PASSAGES, 'sorani'),
    english: wordIndexOf(PASSAGES, 'english'),
  },
  lexicon: buildLexicon(parseLexicon('t.tsv', ENTRIES)),
});
