# What an answer says in English. Quotes never pass through here: they stay as the document has them.

answer-not-in-document = I did not find this in the documents. The sentences nearest to your question stand below; try other words, or ask about one of them.
# The same where the reader asked one document alone and there are others.
answer-not-in-this-document = I did not find this in “{ $title }”. Its sentences nearest to your question stand below; try other words, or ask all documents.
answer-frame =
    { $date ->
        [none] The text is in Sorani; “{ $title }” says:
       *[other] The text is in Sorani; “{ $title }” ({ $date }) says:
    }
# Before a sentence that says so itself.
answer-yes = Yes
answer-no = No
# Among several documents, which one speaks.
answer-source =
    { $date ->
        [none] From “{ $title }”:
       *[other] From “{ $title }” ({ $date }):
    }
# Behind a Sorani sentence, for readers of English who have no rendition of it.
answer-gloss = Word by word (a rough gloss from a word list, not a translation): { $words }
# Two documents say different things; the newer one stands first.
answer-differ = The documents don’t agree:

# A quiet line behind an answer: a model was wanted, and the document's own sentences had to do.
answer-degraded =
    { $cause ->
        [budget-spent] The language model's budget for today is used up, so this answer is made of the documents' own sentences.
        [rate-limited] The language model is busy just now, so this answer is made of the documents' own sentences.
        [time-out] The language model took too long, so this answer is made of the documents' own sentences.
       *[other] The language model isn't available just now, so this answer is made of the documents' own sentences.
    }

# What might be asked next; each must be right for any noun phrase, and short enough for a button.
suggestion-about = What is said about { $topic }?
suggestion-who = Who is { $topic }?
suggestion-day = What happened on { $topic }?
suggestion-month = What happened in { $topic }?
