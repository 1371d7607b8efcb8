# What an answer says in Sorani. Quotes never pass through here: they stay as the document has them.

answer-not-in-document = وەڵامی ئەم پرسیارەم لە بەڵگەنامەکاندا نەدۆزییەوە. نزیکترین ڕستەکان لە خوارەوە پیشان دراون؛ تکایە بە وشەی دیکە بپرسە، یان دەربارەی یەکێک لەو ڕستانە پرسیار بکە.
answer-frame = لە «{ $title }»دا هاتووە:
