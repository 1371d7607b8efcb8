# Statistics of questions and what readers asked in vain, as text and in the picture, in Sorani. The font of the picture has no emoji.

insight-title = خوێنەران چییان پرسیوە
insight-period = { DATETIME($from, day: "numeric", month: "long", year: "numeric") } – { DATETIME($to, day: "numeric", month: "long", year: "numeric") }
insight-asked =
    { $count ->
        [one] { $count } پرسیار
       *[other] { $count } پرسیار
    }
insight-median =
    { $count ->
        [one] ناوەند: ڕۆژی { $count } پرسیار
       *[other] ناوەند: ڕۆژی { $count } پرسیار
    }
insight-nobody = لەم ڕۆژانەدا کەس هیچی نەپرسیوە.
insight-answered = وەڵام دراونەتەوە
insight-refused = لە بەڵگەنامەکاندا نین
insight-down = بە دڵ نەبوون
insight-share = { $label }: { $count } ({ NUMBER($percent, maximumFractionDigits: 0) }٪)
insight-count-of = { $label }: { $count }
insight-number = { $count }
insight-day = { DATETIME($date, day: "numeric") }/{ DATETIME($date, month: "numeric") }
insight-by-language = بەپێی زمان
insight-language-ckb = سۆرانی
insight-language-ckb-Latn = سۆرانی بە پیتی لاتینی
insight-language-en = ئینگلیزی
insight-language-other = زمانەکانی دیکە
insight-by-day = بەپێی ڕۆژ: { $line }

insight-gaps-title = ئەوەی خوێنەران پرسیویانە و وەڵامێکی باشیان بۆ نەبووە
insight-no-gaps = هەموو پرسیارەکانی ئەم ڕۆژانە وەڵام دراونەتەوە، و کەس لە هیچ وەڵامێک ناڕازی نەبووە.
insight-gap = { $place }. { $label }: { $count ->
        [one] یەک جار پرسراوە
       *[other] { $count } جار پرسراوە
    }، دواجار لە { DATETIME($date, day: "numeric", month: "long") }
insight-gap-why = بۆچی: { $reasons }
insight-gap-example = ‏• { $question }
insight-gap-nearest = نزیکترین ڕستە: «{ $quote }» ({ $document })
insight-gaps-more =
    { $count ->
        [one] … و بابەتێکی دیکە
       *[other] … و { $count } بابەتی دیکە
    }
insight-reason = { $label } ({ $count })
insight-reason-refused = لە بەڵگەنامەکاندا نییە
insight-reason-wrong = وەڵامەکە هەڵە بووە
insight-reason-beside = وەڵامی پرسیارەکە نەبووە
insight-reason-incomplete = ناتەواو بووە
insight-reason-unclear = ڕوون نەبووە
insight-reason-missing = وەڵامەکە لە بەڵگەنامەکەدا هەیە
insight-reason-unsaid = بە دڵ نەبووە، بێ ئەوەی بگوترێت بۆچی
insight-comma = {"، "}
