# What is said of a text that was checked against the documents, in English. Quotes never pass through here.

check-exact = Yes, the document says this, word for word.
check-exact-variant = Yes, the document says this; only the spelling differs. In the document it reads:
check-exact-rendition = Yes, this is what the document says. The Sorani text is the binding one:
check-altered = Not quite: the document doesn't say it this way. Its nearest sentence is:
check-altered-report = These words stand in the document, word for word, but there somebody reports them: “{ $words }”. Your text leaves that out. The whole sentence is:
check-altered-speaker = These words stand in the document, word for word, but it has them from somebody else: “{ $words }”. The whole sentence is:
check-altered-lead-in = These words stand in the document, word for word, but what you have before them, “{ $words }”, does not. The whole sentence is:
check-altered-negation = These words stand in the document, but beside “{ $words }”, which turns their meaning and is missing from your text. The whole sentence is:
check-altered-untranslated = This document has no English text to compare yours with, so only numbers, dates and names were compared. The nearest Sorani sentence is:
check-not-in-document = I did not find this in the documents.
check-same-facts = Those agree.
check-differences = What differs:
check-replace = • your text has “{ $said }”, the document “{ $document }”
check-insert = • “{ $said }” is not in the document
check-delete = • “{ $document }” is missing from your text
check-more =
    { $count ->
        [one] • … and one more difference
       *[other] • … and { $count } more differences
    }
