# What an answer says in Sorani. Quotes never pass through here: they stay as the document has them.

answer-not-in-document = وەڵامی ئەم پرسیارەم لە بەڵگەنامەکاندا نەدۆزییەوە. نزیکترین ڕستەکان لە خوارەوە پیشان دراون؛ تکایە بە وشەی دیکە بپرسە، یان دەربارەی یەکێک لەو ڕستانە پرسیار بکە.
# The same where the reader asked one document alone and there are others.
answer-not-in-this-document = وەڵامی ئەم پرسیارەم لە «{ $title }»دا نەدۆزییەوە. نزیکترین ڕستەکانی لە خوارەوە پیشان دراون؛ تکایە بە وشەی دیکە بپرسە، یان لە هەموو بەڵگەنامەکاندا بپرسە.
answer-frame =
    { $date ->
        [none] لە «{ $title }»دا هاتووە:
       *[other] لە «{ $title }»دا ({ $date }) هاتووە:
    }
# Before a sentence that says so itself.
answer-yes = بەڵێ
answer-no = نەخێر
# Among several documents, which one speaks.
answer-source =
    { $date ->
        [none] لە «{ $title }»:
       *[other] لە «{ $title }» ({ $date }):
    }
# Behind a Sorani sentence, for readers of English who have no rendition of it.
answer-gloss = وشە بە وشە (لە فەرهەنگەوە، وەرگێڕان نییە): { $words }
# Two documents say different things; the newer one stands first.
answer-differ = بەڵگەنامەکان لەگەڵ یەکدا ناکۆکن:

# A quiet line behind an answer: a model was wanted, and the document's own sentences had to do.
answer-degraded =
    { $cause ->
        [budget-spent] بودجەی ئەمڕۆی مۆدێلی زمان تەواو بووە، بۆیە ئەم وەڵامە لە ڕستەکانی خودی بەڵگەنامەکان پێک هاتووە.
        [rate-limited] مۆدێلی زمان ئێستا سەرقاڵە، بۆیە ئەم وەڵامە لە ڕستەکانی خودی بەڵگەنامەکان پێک هاتووە.
        [time-out] مۆدێلی زمان زۆری خایاند، بۆیە ئەم وەڵامە لە ڕستەکانی خودی بەڵگەنامەکان پێک هاتووە.
       *[other] مۆدێلی زمان ئێستا بەردەست نییە، بۆیە ئەم وەڵامە لە ڕستەکانی خودی بەڵگەنامەکان پێک هاتووە.
    }

# What might be asked next; each must be right for any noun phrase, and short enough for a button.
suggestion-about = دەربارەی { $topic } چی گوتراوە؟
suggestion-who = { $topic } کێیە؟
suggestion-day = لە { $topic }دا چی ڕوویدا؟
suggestion-month = لە { $topic }دا چی ڕوویدا؟
