# What the bot tells admins of itself and of what readers need, in Sorani. Values in braces keep their names.

status-snapshot = پێڕستی ئێستا: { $name }، دروستکراوە لە { $when } UTC
status-no-snapshot = پێڕستی ئێستا: { $passages } بڕگە
status-documents = بەڵگەنامە: { $documents }، بڕگە: { $passages }
status-embedding = شێوازی هەڵسەنگاندنی واتا: { $embedding }
status-kept = پێڕستە هەڵگیراوەکان: { $count }
status-idle = ئێستا هیچ بەڵگەنامەیەک سەرلەنوێ ناخوێنرێتەوە.
status-running = بەڵگەنامەکان لەسەر داوای { $who } سەرلەنوێ دەخوێنرێنەوە، لە { $since }ەوە (UTC).
status-running-at = بەڵگەنامەکان لەسەر داوای { $who } سەرلەنوێ دەخوێنرێنەوە، لە { $since }ەوە (UTC): { $stage } ({ $done } لە { $total } بڕگە)
status-somebody = کەسێک لە شوێنێکی دیکە
status-stage-reading = خوێندنەوە
status-stage-embedding = هەڵسەنگاندنی واتا
status-stage-linking = پێکەوەبەستنەوە
status-stage-writing = نووسین
status-stage-checking = تاقیکردنەوە
status-questions = پرسیارەکانی ئەمڕۆ: { $asked }، بێ وەڵام: { $refused }
status-cost = خەرجیی ئەمڕۆی مۆدێلەکان: { $dollars } دۆلار
status-cost-unknown = خەرجیی ئەمڕۆی مۆدێلەکان: هیچ، ئەوەندەی من بزانم
status-retention =
    { $days ->
        [one] پرسیار و وەڵامەکان یەک ڕۆژ هەڵدەگیرێن.
       *[other] پرسیار و وەڵامەکان { $days } ڕۆژ هەڵدەگیرێن.
    }
status-uptime = ماوەی کارکردن: { $time }
status-memory = بیرگە: { $memory } مێگابایت
status-errors = هەڵەکان لە دەستپێکەوە: { $errors }
status-days = ‏{ $days } ڕۆژ و { $hours } کاتژمێر
status-hours = ‏{ $hours } کاتژمێر و { $minutes } خولەک

stats-days = ‏{ $days } ڕۆژ

gaps-head =
    { $count ->
        [one] ئەوەی خوێنەران پرسیویانە و وەڵامێکی باشیان دەست نەکەوتووە: یەک پرسیار. هیچ شتێک لێرەدا ناڵێت کێ پرسیویەتی.
       *[other] ئەوەی خوێنەران پرسیویانە و وەڵامێکی باشیان دەست نەکەوتووە: { $count } پرسیار، بەپێی بابەت. هیچ شتێک لێرەدا ناڵێت کێ پرسیویەتی.
    }
gaps-none = هیچ پرسیارێک نییە کە خوێنەران وەڵامێکی باشیان بۆی دەست نەکەوتبێت. 🎉
gaps-topic = ‏{ $number }. { $label }
gaps-asked =
    { $count ->
        [one] جارێک پرسراوە، لە { $date }
       *[other] ‏{ $count } جار پرسراوە، دواجار لە { $date }
    }
gaps-example =
    { $count ->
        [one] ‏• { $question }
       *[other] ‏• { $question } (× { $count })
    }
gaps-nearest = نزیکترین ڕستەکان:

export-date = لەم بەروارانە تێنەگەیشتم. تکایە ئاوا بیاننووسە: { "/export 2026-10-01 2026-10-31" }. دەتوانیت دووەمیان یان هەردووکیان نەنووسیت.
export-order = ڕۆژی یەکەم لەدوای ڕۆژی دووەمە. تکایە سەرەتا ڕۆژە کۆنەکە بنووسە.
export-empty = لە { $from } تا { $to } هیچ پرسیارێک نەکراوە کە هێشتا هەڵگیرابێت.
export-caption =
    { $count ->
        [one] یەک پرسیار، لە { $from } تا { $to } (UTC)، بەبێ ئەوەی کێ پرسیویەتی.
       *[other] ‏{ $count } پرسیار، لە { $from } تا { $to } (UTC)، بەبێ ئەوەی کێ پرسیویانە.
    }

reports-help =
    ‏{ "/status" } – بۆتەکە چۆنە و چی لەبەردەستدایە
    ‏{ "/stats" } – چی پرسراوە، بە وێنە
    ‏{ "/gaps" } – چی پرسراوە و وەڵامی باشی نەبووە، بەپێی بابەت
    ‏{ "/export" } – پرسیارەکانی ماوەیەک، وەک خشتە
bot-menu-status = بۆتەکە چۆنە و چی لەبەردەستدایە
bot-menu-stats = چی پرسراوە، بە وێنە
bot-menu-gaps = چی پرسراوە و وەڵامی باشی نەبووە
bot-menu-export = پرسیارەکانی ماوەیەک، وەک خشتە
