# The words of the terminal conversation in Sorani.

repl-welcome = پرسیار وەڵامی پرسیارەکانت لە بەڵگەنامە کوردییەکانەوە دەداتەوە و ئەو ڕستەیەش پیشان دەدات کە وەڵامەکە دەسەلمێنێت.
repl-knows = ئەم بەڵگەنامانەی لەبەردەستدان: { $titles }
repl-examples = یەکێک لەم پرسیارانە تاقی بکەرەوە:
repl-hint = بە کوردی یان بە ئینگلیزی بپرسە؛ :help فرمانەکان پیشان دەدات و :quit کۆتایی پێ دەهێنێت.
repl-no-token = TELEGRAM_BOT_TOKEN دانەنراوە (بڕوانە .env.example)، بۆیە لەجیاتی بۆتی تێلێگرام، گفتوگۆکە لێرە لە تێرمیناڵدایە.
repl-help =
    :why – بۆ دوایین وەڵام چی دۆزرایەوە و بۆچی
    :check دەق – ئایا بەڕاستی ئەمە لە بەڵگەنامەکاندا هاتووە؟
    :language [auto|ckb|en] – زمانی وەڵامەکان
    :documents – بەڵگەنامەکان، بە ناسنامە و ناونیشان و بەروارەوە
    :document [ID|all] – پرسیارکردن تەنیا لە یەک بەڵگەنامە، یان لە هەموویان
    :reset – گفتوگۆکە لەبیر بکە و لە سەرەتاوە دەست پێ بکە
    :help – ئەم لیستە
    :quit – کۆتایی
repl-check-empty = دوای :check ئەو دەقە بنووسە کە دەتەوێت بپشکنرێت.
repl-unknown-command = فرمانی { $command } نییە؛ :help فرمانەکان پیشان دەدات.
repl-language-now = زمانی وەڵامەکان: { $language }
repl-language-wrong = بنووسە :language auto یان :language ckb یان :language en.
repl-document-now = وەڵامەکان تەنیا لەم بەڵگەنامەیەوە دەدرێنەوە: { $document }
repl-document-all = وەڵامەکان لە هەموو بەڵگەنامەکانەوە دەدرێنەوە.
repl-document-unknown = بەڵگەنامەی { $document } نییە؛ :documents بەڵگەنامەکان پیشان دەدات.
repl-reset = لەبیر کرا. بە پرسیاری داهاتووت گفتوگۆیەکی نوێ دەست پێ دەکات.
repl-nothing-asked = هێشتا هیچ پرسیارێک نەکراوە، بۆیە شتێک نییە ڕوون بکرێتەوە.
repl-failed = ئەم پرسیارە وەڵامی نەدرایەوە: { $reason }
repl-too-long = پرسیارەکە { $length } پیتە؛ زۆرترین ڕادە { $most } پیتە. تکایە کورتی بکەرەوە.
repl-line-too-long = ئەم دێڕە بۆ پرسیارێک زۆر درێژە، بۆیە پشتگوێ خرا.
repl-no-question = هیچ پرسیارێک نەگەیشت.
why-carried = لە گفتوگۆکەوە هێنراوە: { $questions }
why-passages = ئەو بڕگانەی دۆزرانەوە (نمرە = هاوشێوەیی وشە و ڤێکتۆر):
why-sentences = ئەو ڕستانەی بەراورد کران (نمرە؛ بەشی پرسیارەکە لە ڕستەکەدا و لە بڕگەکەیدا):
why-confidence = دڵنیایی { $confidence }؛ لە { $threshold } بەرەو ژوور وەڵام دەدرێتەوە.
