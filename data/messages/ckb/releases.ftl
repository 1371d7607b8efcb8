# What the bot says to admins about the index, in Sorani. Values in braces keep their names.

admin-open-chat = تکایە سەرەتا گفتوگۆیەک لەگەڵ من بکەرەوە ({ $name })؛ لەوێ وەڵامت دەدەمەوە.

release-working = بەڵگەنامەکان سەرلەنوێ دەخوێنمەوە…
release-stage-reading = بەڵگەنامەکان دەخوێنمەوە…
release-stage-embedding = واتای بڕگەکان هەڵدەسەنگێنم…
release-stage-linking = بڕگە نزیکەکان پێکەوە دەبەستمەوە…
release-stage-writing = پێڕستە نوێیەکە دەنووسم…
release-stage-checking = پێڕستە نوێیەکە پێش بەکارهێنان تاقی دەکەمەوە…
release-bar = ‏{ $bar } { $percent }٪
release-passages = ‏{ $done } لە { $total } بڕگە
release-speed = ‏{ $perSecond } بڕگە لە چرکەیەکدا
release-time-left =
    { $seconds ->
        [one] نزیکەی یەک چرکەی ماوە
       *[other] نزیکەی { $seconds } چرکەی ماوە
    }
release-button-cancel = ✖️ وەستاندن
release-cancelled = وەستێنرا. وەڵامەکان هەر لە پێڕستەکەی پێشووەوە دێن، و هیچ شتێک لەدەست نەچووە.
release-not-running = هیچ شتێک نییە بیوەستێنم: تەواو بووە.
release-busy = ‏{ $name } پێشتر دەستی بە خوێندنەوەی بەڵگەنامەکان کردووە (کاتژمێر { $time } UTC). تکایە کە تەواو بوو هەوڵ بدەرەوە؛ { "/status" } پیشانت دەدات گەیشتووەتە کوێ.
release-busy-elsewhere = پرۆسەیەکی دیکە ئێستا پێڕستەکە دروست دەکات (لە کاتژمێر { $time }ەوە، UTC). تکایە دوای کەمێکی دیکە هەوڵ بدەرەوە.
release-later = ئێستا بەڵگەنامەکان دەخوێنرێنەوە. کە تەواو بوو، بە گۆڕانکارییەکەی تۆوە جارێکی دیکە دەیانخوێنمەوە.
release-unchanged = لە دواجارەوە هیچ شتێک نەگۆڕاوە: { $documents } بەڵگەنامە و { $passages } بڕگە.
release-done =
    تەواو بوو. ئێستا { $documents } بەڵگەنامە و { $passages } بڕگە ئامادەن.
    زیادکراو: { $added }، گۆڕدراو: { $changed }، لابراو: { $removed }، وەک خۆی: { $unchanged }
    کات: { $seconds } چرکە
release-probe = بڕگە دۆزراوەکان: { $found } لە { $asked }
release-gold = پرسیارە تاقیکارییەکانی «{ $title }»: { $now }٪ی دروستە (پێشتر: { $before }٪)
release-unread = ئەم بەڵگەنامانە نەتوانرا بخوێنرێنەوە:
release-unread-document = ‏• { $document }: { $reason }
release-held = پێڕستە نوێیەکە لەوەی ئێستا خراپترە، بۆیە ئەوەی پێشووم هێشتەوە: وەڵامەکان هەر لەوەوە دێن.
release-problem-words = ‏• لە { $asked } بڕگە تەنیا { $found } بە وشەکانی خۆیان دەدۆزرێنەوە.
release-problem-vectors = ‏• لە { $asked } بڕگە تەنیا { $found } بە ڤێکتۆری خۆیان دەدۆزرێنەوە.
release-button-insist = هەر نوێیەکە بەکار بهێنە
release-failed = خوێندنەوەی بەڵگەنامەکان سەرکەوتوو نەبوو؛ وەڵامەکان هەر لە پێڕستەکەی پێشووەوە دێن.
release-failed-disk-full = دیسکەکە پڕ بووە. تکایە جێگەی تێدا بکەرەوە و { "/reindex" } دووبارە بنووسە.
release-failed-not-writable = ناتوانرێت لە فۆڵدەری پێڕستەکەدا بنووسرێت. تکایە INDEX_DIR ڕاست بکەرەوە و { "/reindex" } دووبارە بنووسە.
release-failed-embeddings = ڕاژەی embeddings وەڵامی نەدایەوە. تکایە سەیری ڕاژەکە بکە و { "/reindex" } دووبارە بنووسە.
release-failed-no-documents = هیچ بەڵگەنامەیەک نییە کە بخوێنرێتەوە. تکایە فایلێکم بۆ بنێرە، یان بەڵگەنامەیەکی لابراو بگەڕێنەرەوە.
release-failed-memory = بیرگەکە بەشی نەکرد. تکایە هەندێکی بەتاڵ بکە و { "/reindex" } دووبارە بنووسە.
release-failed-other = هۆکارەکەی: { $message }
rollback-done = پێڕستەکەی { $date } UTC گەڕایەوە: { $documents } بەڵگەنامە و { $passages } بڕگە. تا بەڵگەنامەکان نەگۆڕێن یان { "/reindex" } نەنووسیت، وا دەمێنێتەوە.
rollback-nothing = پێڕستێکی کۆنتر نییە بۆی بگەڕێمەوە.
rollback-failed = گەڕانەوەکە سەرکەوتوو نەبوو، و هیچ شتێک نەگۆڕا. { $message }
rollback-choose = کام پێڕست بەکار بهێنم؟
rollback-snapshot = ‏{ $date } – { $documents } بەڵگەنامە
rollback-serving = ‏✓ { $date } – { $documents } بەڵگەنامە

digest-head = ئەوەی گۆڕاوە: { $changed } ڕستەی گۆڕدراو، { $added } ڕستەی نوێ و { $removed } ڕستەی لابراو.
digest-document-added = ➕ بەڵگەنامەی نوێ: «{ $title }» ({ $count } ڕستە)
digest-document-removed = ➖ لابراو: «{ $title }» ({ $count } ڕستە)
digest-document-changed = ✏️ گۆڕدراو: «{ $title }»
digest-before = پێشوو
digest-now = ئێستا
digest-more = … و { $count }ی دیکە؛ هەموویان لە فایلەکەدان.
digest-caption = هەموو ئەوەی گۆڕاوە

releases-help =
    ‏{ "/reindex" } – سەرلەنوێ خوێندنەوەی بەڵگەنامەکان
    ‏{ "/rollback" } – گەڕانەوە بۆ پێڕستێکی کۆنتر
bot-menu-reindex = سەرلەنوێ خوێندنەوەی بەڵگەنامەکان
bot-menu-rollback = گەڕانەوە بۆ پێڕستێکی کۆنتر
