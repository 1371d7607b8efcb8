import { analyse } from '../language/analysis.ts';

/**
 * Words that questions about anything hold: what is asked about a thing (its price, its number, its time), and what is done with every
 * thing. They say little about the topic.
 */
const LIGHT_WORDS = `
نرخ ژمارە ڕێژە بڕ قەبارە ئاست کات کاتژمێر کاتژمێری ڕۆژ ڕۆژانە هەفتە مانگ مانگانە ساڵ ساڵانە ئەمڕۆ ئەمڕۆدا دوێنێ سبەی سبەینێ ئەمساڵ
بەروار مێژوو شوێن ناو هۆکار هۆ جۆر شێوە ڕێگە ڕێگا مەبەست واتا مانا کەس کەسێک خەڵک هاووڵاتی هاوڵاتیان هاووڵاتیان پارە پارەی
نوێ کۆن باش باشترین خراپ گەورە بچووک زۆرترین کەمترین دوا یەکەم دووەم کۆتا کۆتایی کۆتایە سەرەتا پێویست پێویستە پێویستن
دەست دەستپێک دەستپێدەکات دەستپێکردن دەستپێکرد وەردەگرم وەربگرم وەرگرتن وەردەگیرێت دەگرێت دەگرن بگرم بگات دەگات گەیشت گەیشتە
دەبێتەوە بووەتەوە بۆتەوە دەکاتەوە دەکەنەوە بکەمەوە دەکرێتەوە دەکرێنەوە دەدرێت دەدرێن درا دراوە دەزانیت بزانم دەزانم دەڵێن
دروست دەچێتە دەچنە دەخایەنێت ماوە ماون ماونەتەوە کار هەبوون نەبوون بەڕێوەدەچێت بەڕێوەچوو ڕوودەدات ڕوویدا بوونی گۆڕان
price cost number amount rate level size time hour day daily week month year today yesterday tomorrow date place name reason kind type
way meaning mean people person citizen money new old good best bad big small large great little more most less last first second next final end
need require get give take make go come happen become begin start resume continue long far still now yet again soon ever already
know tell say said find see use work put keep leave stay open close change plan exist back thing part case current latest`;

/** As folded stems. */
export const LIGHT_STEMS: ReadonlySet<string> = new Set(
  analyse(LIGHT_WORDS).map(({ folded }) => folded),
);
