import type { Term } from './analysis.ts';
import { stemEnglish } from './english.ts';
import { foldWord } from './fold.ts';

/**
 * Opposites, a pair a line, in both languages at once: what stands left of the bar against what stands right of it. English words stand
 * for all forms with their stem, with a `=` for themselves alone; Sorani ones for themselves, with a `*` for every word that begins so.
 * Written for Pirsyar. What is true both ways round (A sells to B, B buys from A) is no pair.
 */
const PAIRS = `
accept approve welcome adopt acceptance approval endorse پەسەند* پەسند* قبوڵ* قەبوڵ* پێشوازی* | reject refuse decline rejection refusal ڕەت ڕەتی ڕەتیان ڕەتکرد* ڕەتدەکا*
increase rise rose risen grow grew grown growth expand expansion climb soar زیاد زیادی زیادە زیادبوون* زیادبوو* زیاددە* زیادکرد* زیادیکرد* گەشە* هەڵکش* | decrease fall fell fallen reduce reduction shrink shrank diminish declin کەم کەمی کەمبوون* کەمبوو* کەمدە* کەمکرد* کەمیکرد* داکش* دابەز*
more زیاتر* | fewer less کەمتر*
high higher highest بەرز* | low lower lowest نزم*
good well better best improve improvement باش باشە باشی باشتر* چاک چاکە چاکتر* | bad badly worse worst worsen evil deteriorate deterioration خراپ*
cheap cheaper cheapest affordable inexpensive هەرزان* | expensive dear dearer dearest costly costlier گران گرانە گرانی گرانتر* گرانبوون*
support endorse پاڵپشت* پشتگیری* پشتیوانی* | oppose opposition obstruct undermine دژایەتی* بەرهەڵست*
=open =opened =opens reopen کردنەوەی کرایەوە کرانەوە کراوەیە دەکرێتەوە | =close =closed =closes closure shut داخست* داخرا* دادەخ* دابخ*
success succeed successful سەرکەوت* سەردەکەو* | failure fail failed collapse شکست* هەرەس*
win won victory winner triumph براوە* بردیەوە بردنەوە* دەباتەوە سەرکەوت* | lose lost loss defeat loser دۆڕا* دەدۆڕ* شکست*
begin began begun start launch commence دەستپێک* دەستیپێک* دەستپێدەک* | end ended finish conclude cease کۆتایی* وەستان* ڕاگیرا*
continue continuation maintain درێژە* بەردەوام* | halt suspend suspension cease discontinue ڕاگرت* ڕاگیرا* هەڵپەسێر* هەڵپەسار*
enter arrive arrival entry entrance گەیشت* هاتنەناو* چوونەناو* | leave left depart departure withdraw withdrawal withdrew exit quit کشانەوە* کشایەوە دەکشێ* بەجێهێشت* بەجێیهێشت* دەرچوون*
join joined پەیوەست* | leave left quit جیابوو* کشایەوە کشانەوە*
first یەکەم* | =last =final دوایین کۆتا
before prior پێش | after following دوای پاش
coming upcoming next future داهاتوو* ئایندە* | =last =previous =past =former ڕابردوو* پێشوو پێشووی پێشووتر
all every everybody everyone everything هەموو* گشت سەرجەم* | none nobody nothing neither هیچ هیچی هیچیان هیچکام*
always هەمیشە* هەردەم* | never هەرگیز* قەت
ally allied allies friend friendly هاوپەیمان* دۆست* | enemy enemies foe adversary hostile دوژمن* نەیار*
peace ئاشتی* | war جەنگ* شەڕ شەڕی شەڕە شەڕێک
strong stronger strengthen reinforce بەهێز* پتەو* | weak weaker weaken لاواز* بێهێز*
safe safer safety سەلامەت* بێوەی* | unsafe danger dangerous مەترسیدار* ناسەلامەت*
secure security ئاسایش* ئەمنی* | insecure insecurity نائەمن* نائاسایش*
stable stability سەقامگیر* ئارامی* | unstable instability unrest ناسەقامگیر* نائارام* پشێوی*
protect defend protection defence defense پاراستن* دەپارێز* بپارێز* پارێزگاری* داکۆکی* بەرگری* | attack assault endanger هێرش* پەلامار*
agree agreement ڕێککەوت* ڕێکدەکەو* هاوڕا* | disagree disagreement dispute ناکۆک* ناتەبا*
legal lawful یاسایی* | illegal unlawful نایاسایی*
right true truth correct ڕاست* دروست دروستە دروستی | wrong false untrue incorrect mistaken هەڵە* ناڕاست* نادروست* درۆ درۆیە
possible گونجاو* شیاو* | impossible مەحاڵ* نەگونجاو* نەشیاو*
able capable توانادار* بەتوانا* | unable incapable بێتوانا* ناتوان*
guilty convict convicted تاوانبار* | innocent acquit acquitted بێتاوان*
arrest detain imprison jail دەستگیر* زیندانی* | release released freed ئازادکرد* ئازادکرا* بەردا* بەربوو*
allow permit authorise authorize ڕێگەپێد* ڕێپێد* | forbid forbidden ban prohibit قەدەغە* یاساغ*
impose enact introduce سەپاند* سەپێن* | abolish repeal revoke cancel annul lift هەڵوەشا* هەڵدەوەشێ* هەڵگیرا*
build built construct rebuild بنیاتن* بنیادن* ئاوەدان* | destroy demolish demolition destruction وێران* ڕووخاند* خاپوور*
create creation ڕەخساند* دەڕەخسێن* بڕەخسێن* | eliminate elimination لەناوبرد* لەناودەب*
provide supply grant دابین* پێدان* پێشکێش* | deprive withhold withheld بێبەش* زەوت*
add added addition خستەسەر خرایەسەر | remove removed removal لابرد* لادرا*
love loved خۆشەویست* خۆشدەو* | hate hated hatred ڕقی ڕقیان قێز*
praise commend applaud laud ستایش* دەستخۆشی* پەسن* | condemn condemnation criticise criticize denounce ئیدانە* شەرمەزار* ڕەخنە*
hope hopeful optimistic optimism هیوا هیوای هیوادار* ئومێد* گەشبین* | despair pessimistic pessimism بێهیوا* نائومێد* ڕەشبین*
happy glad pleased delighted خۆشحاڵ* دڵخۆش* | sad angry upset unhappy خەمبار* توڕە* تووڕە* دڵتەنگ*
rich wealthy wealth دەوڵەمەند* | poor poverty هەژار*
profit profitable قازانج* | loss losses deficit زیان زیانی کورتهێنان*
big bigger biggest large larger largest great greater greatest گەورە* | small smaller smallest little tiny بچووک* گچکە*
long longer longest درێژ درێژی درێژتر* درێژخایەن* | short shorter shortest کورت کورتی کورتتر* کورتخایەن*
fast faster fastest quick quicker خێرا* | slow slower slowest خاو هێواش*
accelerate خێراکرد* خێراتر* | delay delayed postpone دواخست* دواخرا* دوادەخ*
early earlier earliest زوو زووتر* | late later latest درەنگ*
new newer newest نوێ نوێی نوێیە نوێترین تازە* | old older oldest ancient کۆن کۆنی کۆنە کۆنترین
easy easier easiest easily simple ئاسان* | difficult difficulty harder hardest سەخت* دژوار*
public گشتی* | private تایبەت*
domestic =internal ناوخۆ* | foreign external overseas دەرەکی* بیانی* دەرەوە*
import imports imported هاوردە* | export exports exported هەناردە*
north northern باکوور* باکور* | south southern باشوور* باشور*
east eastern ڕۆژهەڵات* خۆرهەڵات* | west western ڕۆژئاوا* خۆرئاوا*
above سەروو* | below beneath under خوار خوارەوە* ژێر
man men male پیاو* نێرینە* | woman women female ژن ژنان* ژنە* مێینە* ئافرەت*
boy son کوڕ کوڕی کوڕان* | girl daughter کچ کچی کچان*
father باوک* | mother دایک*
brother برا برای | sister خوشک*
husband مێردی هاوسەری | wife ژنی خێزانی
day days ڕۆژ ڕۆژی ڕۆژان* | night nights شەو شەوی شەوان*
morning بەیانی بەیانیان | evening ئێوارە*
summer هاوین* | winter زستان*
hot hotter heat گەرم گەرمی گەرما* | cold colder سارد* سەرما*
alive survive survivor زیندوو* | dead die died death kill killed مرد* دەمر* کوشت* کوژر* دەکوژ*
birth born لەدایکبوون* لەدایکبوو* | death died مردن* مرد*
full پڕ پڕە | empty بەتاڵ* چۆڵ*
clean cleaner pure خاوێن* پاک پاکی | dirty polluted پیس*
clear clearly public ڕوون ڕوونی ئاشکرا* | unclear vague secret secretly ناڕوون* نهێنی* بەنهێنی
majority most زۆرینە* زۆربە* | minority کەمینە* کەمایەتی*
=unite =united =unites unity reunite یەکگرت* یەکێتی* | divide divided division دابەش* پەرتەواز*
near nearer nearby نزیک* | far farther distant دوور دووری دوورە دوورتر
remember لەیاد | forget forgot forgotten لەبیرچوو* لەبیرکرد*
confirm affirm reaffirm پشتڕاست* دووپات* جەخت* | deny denied retract نکۆڵی*
appoint appointment hire دامەزراند* | dismiss dismissal sack resign resignation لابرد* دەرکرد* دەستلەکار*
progress advance forward پێشکەوت* پێشڤەچوون* | retreat regress setback پاشکەوت* پاشەکش* دواکەوت*
peaceful peacefully ئاشتییانە* ئاشتیخواز* | violent violence violently توندوتیژ*
`;

/** Words of one side of a pair. */
interface Side {
  /** Stems of English words. */
  readonly stems: ReadonlySet<string>;
  /** Words that stand for themselves; Sorani ones folded. */
  readonly words: ReadonlySet<string>;
  /** Beginnings of Sorani words, folded. */
  readonly beginnings: readonly string[];
}

/** Two sides of which what is told by the one isn't told by the other. */
export type OppositePair = readonly [Side, Side];

let pairs: readonly OppositePair[] | null = null;

/** All pairs of opposites; read with the first text that needs them. */
export function oppositePairs(): readonly OppositePair[] {
  pairs ??= PAIRS.trim()
    .split('\n')
    .map((line): OppositePair => {
      const [left = '', right = ''] = line.split('|');
      return [readSide(left), readSide(right)];
    });
  return pairs;
}

function readSide(text: string): Side {
  const words = text.trim().split(/\s+/u);
  const sorani = words.filter((word) => /^\p{Script=Arabic}/u.test(word)).map(foldWord);
  return {
    stems: new Set(words.filter((word) => /^[a-z]+$/u.test(word)).map(stemEnglish)),
    words: new Set([
      ...words.filter((word) => word.startsWith('=')).map((word) => word.slice(1)),
      ...sorani.filter((word) => !word.endsWith('*')),
    ]),
    beginnings: sorani.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1)),
  };
}

/** Whether a word is of one side. */
export function isOfSide({ text, stem, script }: Term, side: Side): boolean {
  if (script === 'latin') return side.words.has(text) || side.stems.has(stem);
  if (script !== 'arabic') return false;
  const folded = foldWord(text);
  return side.words.has(folded) || side.beginnings.some((one) => folded.startsWith(one));
}
