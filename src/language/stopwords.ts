/**
 * Words that carry grammar, not content, in their normalised spelling. They weigh little in matching (see retrieval),
 * they are not removed: "بۆ" is in every sentence, yet "بۆ چی" asks for a reason.
 */
const WRITTEN_STOPWORDS: ReadonlySet<string> = new Set(
  `و لە بە بۆ کە ئەو ئەم ئەوە ئەمە ئەوەی ئەوەش ئەمەش لەو لەم بەو بەم بۆئەوەی بۆیە هەر هەروەها هەموو لەگەڵ لەلایەن
  لەلایەنی دوای پێش پاش بەڵام یان یاخود ئایا تا تاکو تاوەکو وەک وەکو لەسەر لەژێر لەناو لەنێو نێوان لەنێوان نێو ناو سەر دژی
  بەرامبەر لەبارەی لەبارەوە دەربارەی سەبارەت بارەی لەوە لەوەی لەمە بەوە بەوەی پێی لێی تێی تێدا تێیدا پێکەوە ئەوان ئەوانە ئەمانە ئێمە ئێوە
  من تۆ وی خۆی خۆیان خۆم خۆت خۆمان ئەوانەی ئەوانیش یەک هیچ هیچی زۆر دیکە تر ئیتر دەبێت دەبێ دەکات دەکەن دەکرێت دەکرێ کرد کردووە
  کردن کراوە کرا دەدات دەدەن دا داوە دەڵێت دەڵێ دەشڵێت وتی گوتی هەیە هەبوو هەن نییە نیە بوو بووە بوون ببێت بێت ببن بن بکات بکەن بدات
  هاتووە هات دێت چی چیە چییە کێ کێن کێیە کەی کوێ چۆن چەند چەندە چەندن کام کامە کامانە بۆچی چ لەکوێ ئەی ئا بەڵێ نەخێر ها دەی تۆش بەپێی لەبەر
  دەکرد دەکەم دەکەیت دەکەین دەکرێن کرایە کراون کرابوو کرابێت
  بکرێت بکرێن بکەم بکەیت بکەین دەبن دەبوو ببووە ببنەوە بووەتە بووە هەبێت هەبووە هەیانە هەیەتی نەبوو نەبووە نەکرد ناکات ناکەن نابێت دەتوانم دەتوانێت
  دەتوانن دەتوانین دەتوانرێت بتوانێت بتوانن توانی توانیان دەیەوێت دەیانەوێت دەمەوێت دەیەوێ ویستی ویستیان دەچێت دەچن چوو چوون هاتن هاتوون هاتوونەتە
  بڵێ پێم پێمان جگە تەنانەت ئەگەرچی هەرچەندە وەها وا ئاوا ئەوەندە هێندە هەمان هیچکام هەندێک چەندین زیاتر کەمتر پێشتر دواتر
  چەندەم چەندەمی چەندەمین چەندەمە چەندێک
  سڵاو سلاو سوپاس تکایە مەمنوون زۆرسوپاس بەیانیباش ئێوارەباش شەوباش خواحافیز خوات
  چییان چیان چیدا چیتان چیمان چین کێدا کێی کێیان کێتان کێوە کوێدا کوێوە لێرە لەوێ چۆنە چۆنن چ شتێک لەڕێگەی لەرێگەی لەپێناو ئەوا ئەگەر گەر چونکە هێشتا ئێستا ئەوکات کاتێک لەکاتێکدا لەوانە لەوانەش هتد`
    .split(/\s+/u)
    .filter((word) => word !== ''),
);

/** Verbs among the stop words as Sulaymaniyah says them: ئەکات for دەکات, and without the ت at the end. */
const SPOKEN_STOPWORDS = [...WRITTEN_STOPWORDS].flatMap((word) => {
  const spoken = [word, word.replace(/^دە/u, 'ئە')];
  return word.length > 3 ? [...spoken, ...spoken.map((form) => form.replace(/ت$/u, ''))] : spoken;
});

/** Stop words as they are written and said. */
export const SORANI_STOPWORDS: ReadonlySet<string> = new Set(SPOKEN_STOPWORDS);

/** English function words, lower case. */
export const ENGLISH_STOPWORDS: ReadonlySet<string> = new Set(
  `a an the of in on at by to for from with without and or but nor so if then than as is are was were be been being am
  do does did doing done have has had having will would shall should can could may might must it its this that these those there here
  he she they we you i me him her them us my your his their our not no yes what who whom whose which when where why how many much
  any some all both each about into over under between during after before while because also too very just only such other same
  own up down out off again further once s t d ll re ve m don isn wasn doesn didn
  hi hello hey thanks thank please okay ok bye goodbye sorry`
    .split(/\s+/u)
    .filter((word) => word !== ''),
);

/** Words by which Sorani in Latin letters (Hawar or chat spelling) is told from English; none is an English word. */
export const LATIN_SORANI_WORDS: ReadonlySet<string> = new Set(
  `kê çi chon çon çön chand çend kwe kwê kiwe kwey bochi boçî bochî ewe legel
  lagal lagall leser lasar nêwan newan niwan hebu habu niye bû buwe dekat dakat akat debêt
  dabet debe kird kirdin serok sarok seroki saroki serokî şand shand şandî shandi êraq eraq emrika
  amrika amarika hikumet hkumat hukumat hikûmet wezir wazir weziri waziri wezîr wezîrî wulat willat wlat perleman
  parlaman pirsyar wilam walam kê keye kiye kêye kêyê kye chiye chye çiye bochi boçi bochî
  lekwe lekwê chawa ciye chiya çiye çîye lae daekat kran krdowe kirduwe krduwa dakan basi basî
  chiyan chian chand chandin bkat bikat bibet bbet bikrêt bkret bkra nêw niye niya labaray lebarey
  labarey leberi pê lê teda têda herdu hardu hardw herdû harduk
  chanda chya chonn bochi krd krdn bwn dabe dabet debe`
    .split(/\s+/u)
    .filter((word) => word !== ''),
);

/** Words of Latin Sorani that are words or names of other languages too. */
export const AMBIGUOUS_LATIN_WORDS: ReadonlySet<string> = new Set(
  `am aw awa aya ba be bkan bo boci bu chi deken em ew haya heye kam kame kas katek kay ke kes key ki kra la le naw nya pey u w`.split(
    /\s+/u,
  ),
);

/** Frequent Arabic words that no Sorani text uses, in their normalised spelling. */
export const ARABIC_WORDS: ReadonlySet<string> = new Set(
  `فی علی الی هذا هذە هل ما ماذا متی این کیف لماذا التی الذی کان کانت عن مع بین هو هی او ثم قد لم لن ان انە عندما حول کم`
    .split(/\s+/u)
    .filter((word) => word !== ''),
);

/** Frequent Persian words that no Sorani text uses, in their normalised spelling. */
export const PERSIAN_WORDS: ReadonlySet<string> = new Set(
  `است در از را این ان می شد شدە بود کرد کردە برای چیست چە چرا چگونە کجا کجاست کی کیست های هایی خواهد شود باید هست`
    .split(/\s+/u)
    .filter((word) => word !== ''),
);
