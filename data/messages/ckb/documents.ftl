# What the bot says to admins about documents, in Sorani. Values in braces keep their names.

upload-proposal-new = فایلەکەتم خوێندەوە. زیادی بکەم؟
upload-proposal-replacement = فایلەکەتم خوێندەوە. لە جێگەی ئەو بەڵگەنامەیە دایبنێم کە ئێستا ئەم ناوەی هەیە؟
upload-proposal-rendition = فایلەکەتم خوێندەوە. وەک وەرگێڕانی ئینگلیزیی ئەم بەڵگەنامەیە زیادی بکەم؟
upload-file = فایل: { $name }
upload-title = ناونیشان: { $title }
upload-replaces = جێگەی «{ $title }» ({ $document }) دەگرێتەوە. ئەگەر بەڵگەنامەیەکی ترە، تکایە ناوێکی تر بە فایلەکە بدە، یان دێڕی یەکەمی دەقەکە بگۆڕە، و دووبارە بینێرە.
upload-language-ckb = زمان: کوردی (سۆرانی)
upload-language-en = زمان: ئینگلیزی
upload-pages = ژمارەی لاپەڕەکان: { $pages }
upload-size = درێژی: { $paragraphs } پەرەگراف، { $sentences } ڕستە، { $words } وشە
upload-sample = ئاوا دەست پێ دەکات:
upload-warning-presentation-forms-mended = ⚠️ پیتەکانی بە شێوەی چاپکراو نووسرابوون؛ کردمن بە پیتی ئاسایی.
upload-warning-ligatures-mended = ⚠️ هەندێک «لا» پێچەوانە بوون؛ ڕاستم کردنەوە.
upload-warning-non-joiners-lost = ⚠️ هیچ نیمچەبۆشاییەکی (ZWNJ) تێدا نییە؛ ڕەنگە لەم فایلەدا نەمابن. گەڕان کێشەی نابێت، بەڵام لە وتە وەرگیراوەکاندا دەرناکەون. فایلی Word دەیانپارێزێت.
upload-warning-pages-without-text = ⚠️ هەندێک لاپەڕە دەقیان تێدا نییە: ڕەنگە وێنە بن، و لێرەدا نین.
upload-warning-rendition-breaks = ⚠️ وەرگێڕانە ئینگلیزییەکەی بەڵگەنامەکە هی دەقە کۆنەکەیە، و تا وەرگێڕانێکی نوێ نەنێریت بەکار ناهێنرێت.
upload-button-add = ✅ زیادی بکە
upload-button-replace = ✅ جێگەی بگرەوە
upload-button-drop = ✖️ زیادی مەکە
upload-button-all = ✅ هەر { $count } فایلەکە زیاد بکە

upload-added = ‏«{ $title }» زیادکرا. ئێستا دەیخوێنمەوە.
upload-added-all =
    { $count ->
        [one] یەک بەڵگەنامە زیادکرا. ئێستا دەیخوێنمەوە.
       *[other] ‏{ $count } بەڵگەنامە زیادکران. ئێستا دەیانخوێنمەوە.
    }
upload-replaced = دەقی نوێی «{ $title }» دانرا. ئێستا دەیخوێنمەوە.
upload-rendered = وەرگێڕانە ئینگلیزییەکەی «{ $title }» دانرا. ئێستا دەیخوێنمەوە.
upload-changed = لەم ماوەیەدا بەڵگەنامەیەک بەم ناوە زیادکراوە، بۆیە تکایە جارێکی تر سەیری ئەمە بکە.
upload-dropped = باشە، «{ $title }»م زیاد نەکرد.
upload-gone = ئەم فایلە چیتر چاوەڕوان نییە: پێشتر زیادکراوە یان لابراوە. ئەگەر پێویستتە، تکایە دووبارە بینێرە.

upload-refused = ناتوانم «{ $name }» زیاد بکەم.
upload-refused-unknown-type = دەتوانم فایلی ‎.txt و ‎.md و ‎.html و ‎.pdf و ‎.docx بخوێنمەوە. تکایە بە یەکێک لەمانە پاشەکەوتی بکە و دووبارە بینێرە.
upload-refused-false-type = ناوەڕۆکەکەی ئەوە نییە کە ناوەکەی دەیڵێت. تکایە بە فۆرماتی دروست پاشەکەوتی بکەرەوە و دووبارە بینێرە.
upload-refused-not-utf8 = پیتەکانی بە UTF-8 نەنووسراون. تکایە بە UTF-8 پاشەکەوتی بکە و دووبارە بینێرە.
upload-refused-empty = هیچ دەقێکی تێدا نییە.
upload-refused-password = وشەی نهێنیی بۆ دانراوە. تکایە بەبێ وشەی نهێنی بینێرە.
upload-refused-damaged = فایلەکە تێکچووە یان ناتەواوە. تکایە دووبارە بینێرە، یان لە سەرچاوەکەیەوە سەرلەنوێ پاشەکەوتی بکە.
upload-refused-scanned = لاپەڕەکانی وێنەن، و من ناتوانم وێنە بخوێنمەوە. تکایە خودی دەقەکە بنێرە، بۆ نموونە ئەو فایلەی Word کە لێیەوە چاپکراوە.
upload-refused-too-many-pages = لاپەڕەکانی زۆرن. تکایە بەش بەش بینێرە.
upload-refused-too-large = زۆر گەورەیە. فایلی تا ٢٠ مێگابایت وەردەگرم؛ تکایە بەش بەش بینێرە.
upload-refused-timeout = خوێندنەوەی زۆری خایاند، بۆیە وەستاندم. تکایە بەش بەش یان بە فۆرماتێکی دیکە بینێرە.
upload-refused-memory = خوێندنەوەی بیرگەیەکی زۆری دەویست، بۆیە وەستاندم. تکایە بەش بەش یان بە فۆرماتێکی دیکە بینێرە.
upload-refused-scrambled = پیتەکانی ناو ئەم فایلە بە ڕیزبەندییەکی هەڵە هاتوون، بۆیە هیچ وتەیەکی لێ وەرناگیرێت. تکایە فایلی Word یان دەقی سادە بنێرە.
upload-refused-not-fetched = تێلێگرام فایلەکەی پێ نەدام. تکایە کەمێکی تر دووبارە بینێرە.
upload-refused-cancelled = خوێندنەوەی وەستێنرا. تکایە دووبارە بینێرە.
upload-refused-not-sorani = دەقەکەی بە کوردیی سۆرانی و پیتی عەرەبی نییە. ئەگەر وەرگێڕانی ئینگلیزیی بەڵگەنامەیەکە، با ناوەکەی وەک ناوی بەڵگەنامەکە بێت، بە ‎.en لەپێش پاشگرەکەیەوە: { "water.en.pdf" }
upload-refused-not-english = بەپێی ناوەکەی وەرگێڕانی ئینگلیزییە، بەڵام دەقەکەی بە ئینگلیزی نییە.
upload-refused-only-a-link = ناتوانم بەستەر بکەمەوە. تکایە فایلەکە بنێرە، یان دەقەکە لێرە دابنێ.
upload-refused-too-many-waiting = فایلی زۆر چاوەڕوانی زیادکردنن. تکایە سەرەتا هەندێکیان زیاد بکە یان لایان ببە.
upload-refused-duplicate = هەمان دەق پێشتر هەیە: «{ $document }»
upload-refused-no-document = بەڵگەنامەیەک بە ناوی «{ $document }» نییە کە ئەمە وەرگێڕانی بێت. تکایە سەرەتا دەقە سۆرانییەکە بە هەمان ناو زیاد بکە.
upload-refused-misaligned = دەبێت وەرگێڕانەکە هەمان پەرەگرافەکانی بەڵگەنامەکەی هەبێت، و لە هەر یەکێکیاندا هەمان ژمارەی ڕستە. لە پەرەگرافی { $paragraph }دا لێک جیا دەبنەوە: بەڵگەنامەکە لەوێدا { $documentSentences } ڕستەی هەیە و وەرگێڕانەکە { $renditionSentences }. (ژمارەی هەموو پەرەگرافەکان: { $documentParagraphs } و { $renditionParagraphs })
upload-refused-beginning-document = لە بەڵگەنامەکەدا ئاوا دەست پێ دەکات:
upload-refused-beginning-rendition = لە وەرگێڕانەکەدا ئاوا دەست پێ دەکات:

paste-begun = فەرموو، دەقەکە بنێرە؛ با چەند نامەیەکیش بێت. پاشان دەست لە «تەواو» بدە.
paste-continued =
    { $count ->
        [one] یەک بەشم وەرگرت. بەشی دواتر بنێرە، یان دەست لە «تەواو» بدە.
       *[other] ‏{ $count } بەشم وەرگرت. بەشی دواتر بنێرە، یان دەست لە «تەواو» بدە.
    }
paste-button-done = ✅ تەواو
paste-button-cancel = ✖️ پاشگەزبوونەوە
paste-cancelled = باشە، دەقەکەم فڕێ دا.
paste-nothing = هێشتا هیچ دەقێک نییە. تکایە سەرەتا بینێرە.
paste-name = دەقی نێردراو

shelf-empty = هیچ بەڵگەنامەیەک نییە. فایلێکم بۆ بنێرە، یان { "/add" } بنووسە و دەقێک دابنێ.
shelf-remove-ask = کام بەڵگەنامە لاببەم؟
shelf-remove-sure = ‏«{ $title }» لاببەم؟ ئیتر هیچ وەڵامێک لەوەوە نایەت. دەتوانیت پاشگەز ببیتەوە.
shelf-button-remove = 🗑 لای ببە
shelf-button-keep = با بمێنێت
shelf-last = ‏«{ $title }» تاکە بەڵگەنامەیە، بۆیە دەمێنێتەوە. تکایە سەرەتا یەکێکی دیکە زیاد بکە.
shelf-kept = باشە، «{ $title }» دەمێنێتەوە.
shelf-removed = ‏«{ $title }» لابرا. ئەوانی دیکە سەرلەنوێ دەخوێنمەوە.
shelf-button-undo = ↩️ گەڕاندنەوە
shelf-restored = ‏«{ $title }» گەڕایەوە. ئێستا دەیخوێنمەوە.
shelf-gone = ‏«{ $title }» لابراوە.
shelf-there = ‏«{ $title }» لێرەیە.
shelf-unrestored = ئەوە چیتر ناگەڕێنرێتەوە. تکایە فایلەکە دووبارە بنێرە.
shelf-unknown = هیچ بەڵگەنامەیەک بەو ناوە ناناسم. { "/documents" } هەموویان پیشان دەدات.
shelf-rename-ask = دەست لە بەڵگەنامەیەک بدە بۆ کۆپیکردنی فەرمانەکە، و ناونیشانە نوێیەکە لەدوایەوە بنووسە:
shelf-renamed = ناونیشانەکە ئێستا ئەمەیە: { $title }. ئێستا دەیخوێنمەوە.
shelf-rename-how = ناونیشانە نوێیەکە لەدوایەوە بنووسە: { $command } …
shelf-failed-disk-full = دیسکەکە پڕ بووە، بۆیە هیچ نەگۆڕا. تکایە جێگەی تێدا بکەرەوە و هەوڵ بدەرەوە.
shelf-failed = نەتوانرا بنووسرێت، و هیچ نەگۆڕا. هۆکارەکەی: { $cause }

documents-help =
    فایلێکم بۆ بنێرە (‎.txt .md .html .pdf .docx) – ئەوەی خوێندمەوە پیشانت دەدەم، و کە گوتت، زیادی دەکەم
    ‏{ "/add" } – دانانی دەقێک وەک بەڵگەنامە
    ‏{ "/remove" } – لابردنی بەڵگەنامەیەک
    ‏{ "/rename" } – گۆڕینی ناونیشانی بەڵگەنامەیەک
bot-menu-add = دانانی دەقێک وەک بەڵگەنامە
bot-menu-remove = لابردنی بەڵگەنامەیەک
bot-menu-rename = گۆڕینی ناونیشانی بەڵگەنامەیەک
