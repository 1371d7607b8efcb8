import type { Term } from '../analysis.ts';
import { foldWord } from '../fold.ts';
import { stemSorani } from '../stems.ts';

const list = (words: string): ReadonlySet<string> => new Set(words.split(/[\s|]+/u));

/** Words before a name, in full or short, that only persons bear; folded stems and English words. */
export const TITLES = folded(
  `د دکتۆر دکتۆرە پ پرۆفیسۆر پڕۆفیسۆر بەڕێز کاک خاتوو خان سیناتۆر سێناتۆر جەنەڕاڵ ژەنەڕاڵ مەلا شێخ میر شازادە پاشا پاپا ئەندازیار مامۆستا پارێزەر شاعیر نووسەر
  ئەکتەر گۆرانیبێژ هونەرمەند شەهید سەرۆک کۆمار سەرۆککۆمار سەرۆکوەزیران سەرۆکوەزیر وەزیر باڵیۆز وتەبێژ ناوی بەناوی`,
  'mr mrs ms miss dr prof professor sir lord lady dame senator sen rep representative gov governor president minister secretary judge justice king queen prince princess pope general gen colonel captain sergeant chancellor ambassador spokesman spokeswoman actor actress singer coach rapper mayor sheriff officer chief',
);

/** Words of an office, which a name stands in apposition to: "فوئاد حوسێن، وەزیری دەرەوە". */
export const OFFICES = folded(
  `وەزیر سەرۆک سەرۆکوەزیران سەرۆککۆمار باڵیۆز وتەبێژ نوێنەر فەرماندە بەڕێوەبەر ئەندام سکرتێر جێگر پەرلەمانتار دادوەر فەرمانبەر پارێزگار ڕاوێژکار یاریزان ئەکتەر
  سەرکردە دامەزرێنەر`,
  'minister secretary president prime chairman chairwoman chief director head leader commander ambassador spokesman spokeswoman representative member deputy founder',
);

/** Bodies and groups of people that act: what "who" asks for where no person is meant. */
export const GROUPS = folded(
  `حکومەت وەزارەت شاند وەفد لیژنە کۆمپانیا ئاژانس پارت حزب هێز پۆلیس دادگا ڕێکخراو نەتەوە هاوپەیمانی هاوپەیمان پەرلەمان سوپا یەکێتی کۆمەڵە ئەنجوومەن دەستە فەرمانگە داعش پێشمەرگە
  نوێنەرایەتی ژن پیاو جووتیار کرێکار خوێندکار خەڵک گەل هاووڵاتی چالاکوان چالاکڤان سەرباز کورد عەرەب تورک خێزان بنەماڵە تیم یانە ئەندام  نووسینگە بانک نوێنەر
  پزیشک دایک باوک کوڕ کچ برا خوشک هاوسەر پاسەوان`,
  `government ministry delegation committee company agency party force police court organisation organization nation coalition parliament army union
  council isis daesh peshmerga wife husband farmer worker student people citizen activist soldier kurd family team club bank troop firm group department
  representative mother father son daughter`,
);

/** Words that a place is called by: behind the izafe in Sorani, before or behind the name in English. */
export const PLACES = folded(
  `شار شارۆچکە گوند وڵات پارێزگا ناوچە دوورگە شەقام گەڕەک ڕووبار دەریا دەریاچە چیا بنکە فڕۆکەخانە زانکۆ پەیمانگا نەخۆشخانە تاقیگە پێگە ماڵپەڕ هەژمار هەژمارە دەستوور باڵیۆزخانە هۆڵ یاریگا
  پلاژ کەنار بەندەر لەنگەرگە گۆڕەپان کارگە قوتابخانە مزگەوت کۆشک باخچە پارک کەمپ ئارێنا بازاڕ چێشتخانە ئوتێل هوتێل کتێبخانە تەلار خانوو ماڵ کێڵگە تەوێڵە گەراج فیستیڤاڵ کۆمەڵە
  کەناڵ سنوور هەرێم ویلایەت ئەقیانووس کەنداو باکوور باشوور ڕۆژهەڵات ڕۆژئاوا`,
  `city town village country province region district island street road river sea lake mount mountain base airport university institute hospital laboratory
  lab website account constitution embassy hall stadium arena beach port harbour harbor shipyard dock square factory school mosque palace park camp market restaurant hotel
  library building house farm assembly festival court museum centre center church prison jail`,
);

function folded(sorani: string, english: string): ReadonlySet<string> {
  const words = list(sorani);
  // داعش loses its ش as if it meant "too": the list holds what the stemmer leaves, as texts do.
  const stems = Array.from(words, (word) => foldWord(stemSorani(word)));
  return new Set([...Array.from(words, foldWord), ...stems, ...list(english)]);
}

/** A word as the lists above have it. */
function plain({ folded: stem, text, script }: Term): string {
  return script === 'latin' ? text.replace(/s$/u, '').replace(/ie$/u, 'y') : stem;
}

/** Whether a word is in a list. */
export function isIn(words: ReadonlySet<string>, term: Term | undefined): boolean {
  return term !== undefined && (words.has(plain(term)) || words.has(term.text));
}
