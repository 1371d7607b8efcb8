import { latinToSorani } from './latin.ts';
import { lazily } from './lazily.ts';
import { fromLegacyFont, shapeOf } from './spelling.ts';
import { tokenise } from './tokens.ts';
import type { Token } from './tokens.ts';

/** What the words of a question do, where what it asks about is pointed at and not named. */
interface Vocabulary {
  /** "explain": they ask by themselves. */
  readonly request: ReadonlySet<string>;
  /** "means": they ask beside one of their partners, "what"; alone too, in a text of no more words than these. */
  readonly pairs: readonly {
    readonly asking: ReadonlySet<string>;
    readonly beside: ReadonlySet<string>;
    readonly alone: number;
  }[];
  /** What may stand beside them: what points, what is polite, and what a part of a text is called. */
  readonly others: ReadonlySet<string>;
}

const words = (list: string): string[] => list.split(/\s+/u);
const setOf = (list: string): ReadonlySet<string> => new Set(words(list));

const SORANI = {
  meaning: `یانی یەعنی یعنی واتا واتە واتای واتاکە واتاکەی واتایەک واتایەکی مانا مانای ماناکە ماناکەی مانایەک مانایەکی مەعنا مەعنای
    معنا معنای معنی مەبەست مەبەستی مەبەستت مەبەستیان مەبەستتان مەبەستەکە مەبەستەکەی دەگەیەنێت دەگەیەنێ دەگەیەنن ئەگەیەنێت ئەگەیەنێ
    دەگەیێنێت بگەیەنێت ئەبەخشێت دەبەخشێت دەبەخشێ`,
  request: `ڕوونی ڕوونیان ڕوونبکەرەوە ڕوونیبکەرەوە ڕوونکردنەوە ڕوونکردنەوەی ڕوونکردنەوەیەک ڕوونتر ڕوون شیبکەرەوە شییبکەرەوە شیکردنەوە شیکردنەوەی
    شیکردنەوەیەک شیکاری ڕاڤە ڕاڤەی لێکدانەوە لێکدانەوەی لێکیبدەرەوە لێکی شی تێناگەم تێنەگەیشتم تێنەگەیشتووم تێیناگەم حاڵی تێم تێمبگەیەنە`,
  question: 'چی چیی چیە چییە چیه چ چیت چیتان چین چییان یە',
  others: `ئە مە وە ئەمە ئەمەم ئەوەم ئەوە ئەم ئەو ئەمەی ئەوەی ئەمەیان ئەوەیان ئەمەش ئەوەش ئەمانە ئەوانە لەمە لەوە لەمەدا لەوەدا لەم لەو بەمە بەوە بەم بەو لێرە
    لێرەدا لەوێ لەوێدا لێی لێیان ڕستە ڕستەیە ڕستەکە ڕستەی ڕستەیەدا ڕستەکەدا ڕستانە ڕستەیەی وشە وشەیە وشەکە وشەی وشەیەدا وشانە بەش بەشە بەشەی بەشەدا
    دەستەواژە دەستەواژەیە دەستەواژەی قسە قسەیە قسەکە قسەیەدا قسانە وتە وتەیە وتەیەدا پەرەگراف پەرەگرافە دەق دەقە دەقەدا خاڵ خاڵە دێڕ دێڕە
    تکایە تکا دەتوانیت دەتوانی ئەتوانی ئەتوانیت دەکرێت دەکرێ ئەکرێ ئایا بۆم بۆمان پێم پێمان بڵێ بڵێن تۆ ئێوە من زیاتر باشتر کەمێک تۆزێک
    بە لە بۆ و کە ی شتێک سەرەوە خوارەوە سادەیی سادە سادەتر ئاسانی ئاسانتر کوردی کوردییەکی زمانێکی زمانی دەبێت بکە بکەن بکەرەوە بکەوە بکەیتەوە
    بکەیت بکەنەوە بدە بدەن بدەرەوە بدەرێ بدەوە بدەیت بگەیەنە بگەیەنیت هەیە بوو کاکە گیان برا خوشکم بکەم وردی وردتر ببە نەبووم نابم دەمەوێت دەمەوێ
    بزانم نازانم سڵاو ببورە ببوورە`,
};

const ENGLISH: Vocabulary = {
  request: setOf(
    'explain explanation clarify clarification elaborate rephrase paraphrase simplify interpret confused unclear',
  ),
  pairs: [
    {
      asking: setOf('mean means meaning meanings meant'),
      beside: setOf("what what's whats meaning meanings"),
      alone: 2,
    },
    {
      asking: setOf('understand'),
      beside: setOf("don't dont didn't didnt not can't cannot cant couldn't fail help how"),
      alone: 0,
    },
  ],
  others: setOf(
    `a about above actually again am an and are as be been being below bit but by can clear clearly could detail details did do does
    doesn't doesnt easier easily easy english every exactly expression for from fully further get give have he here hey hi hello highlighted
    i i'm im in is isn't it it's its just know language let like line lines little look make marked me mind more need no of ok okay one or other
    our paragraph part passage phrase phrases plain plainly please point quite quote quoted really right section selected sense sentence
    sentences she should simple simpler simply so some somebody someone sorry supposed tell term terms text than thank thanks that that's the
    their them then there these they thing this those to too trying us use very want wait was way we well were whole will with word words would
    you your`,
  ),
};

function shapesIn(list: string): ReadonlySet<string> {
  return new Set(words(list).map(shapeOf));
}

/** By shapes, so that any keyboard types them. */
const SHAPES = lazily((): Vocabulary => {
  const { meaning, request, question, others } = SORANI;
  const pairs = [{ asking: shapesIn(meaning), beside: shapesIn(question), alone: 2 }];
  return { pairs, request: shapesIn(request), others: shapesIn(others) };
});

/**
 * Whether a text asks what something means that is pointed at: "what does this mean?", "explain", «ئەمە یانی چی؟», «ڕوونی بکەرەوە», on any keyboard
 * and in Latin letters. One that names what it asks about is a question like others: "what does the agreement mean for Kurdistan?".
 */
export function asksMeaning(text: string): boolean {
  const tokens = tokenise(text);
  return asks(tokens.map(asTyped), ENGLISH) || asks(tokens.map(shapesOf), SHAPES());
}

/** The ways to read one word. */
type Ways = readonly string[];

function asTyped({ text }: Token): Ways {
  return [text];
}

/** The shapes that a word may be meant as, in a font from before Unicode too; of one in Latin letters, those of all its readings. */
function shapesOf({ text, script }: Token): Ways {
  return (script === 'latin' ? latinToSorani(text) : [text, fromLegacyFont(text)]).map(shapeOf);
}

function asks(typed: readonly Ways[], { request, pairs, others }: Vocabulary): boolean {
  const kinds = [request, others, ...pairs.flatMap(({ asking, beside }) => [asking, beside])];
  const said = typed.flatMap((ways) => known(ways, kinds));
  const has = (kind: ReadonlySet<string>): boolean =>
    said.some((ways) => ways.some((way) => kind.has(way)));
  if (said.some((ways) => ways.length === 0)) return false;
  return (
    has(request) ||
    pairs.some(({ asking, beside, alone }) => has(asking) && (said.length <= alone || has(beside)))
  );
}

/** The shortest word that is told from another one that it is run together with. */
const SHORTEST = 2;

/** A word by its ways that are known, or the two that it was run together of; a word without a way where it is neither. */
function known(ways: Ways, kinds: readonly ReadonlySet<string>[]): readonly Ways[] {
  const isKnown = (way: string): boolean => kinds.some((kind) => kind.has(way));
  const whole = ways.filter(isKnown);
  if (whole.length > 0) return [whole];
  for (const way of ways) {
    for (let end = SHORTEST; end <= way.length - SHORTEST; end += 1) {
      const parts = [way.slice(0, end), way.slice(end)].map(shapeOf);
      if (parts.every(isKnown)) return parts.map((part) => [part]);
    }
  }
  return [[]];
}
