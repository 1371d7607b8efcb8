# What an answer says in English. Quotes never pass through here: they stay as the document has them.

answer-not-in-document = I did not find this in the documents. The sentences nearest to your question stand below; try other words, or ask about one of them.
answer-frame = The text is in Sorani; “{ $title }” says:
