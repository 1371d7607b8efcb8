# The words of the Telegram bot in English. Values in braces keep their names.

bot-greeting =
    Hello and welcome! My name is Pirsyar; it means “question” in Kurdish.
    Ask me something: I look for the answer in the documents and show you, word for word, the sentence that proves it.
bot-documents = These are the documents I know:
bot-document = • { $title }
bot-more-documents =
    { $count ->
        [one] … and one more document
       *[other] … and { $count } more documents
    }
bot-no-documents = I have no documents at the moment. Please come back later.
bot-try = Write your question, or tap one of these examples:

bot-help =
    Write your question in English or in Sorani Kurdish, in Arabic or in Latin letters.

    • Below each answer stands the document's own sentence in Sorani; tap it to see all of it.
    • If the answer is not in the documents, I'll say so plainly.
    • You can go on from your last question, for instance: “And the American one?”
    • Forward me a message, and I'll tell you whether the document really says so.
    • In a group, mention me or reply to one of my messages.

    { "/start" } – the beginning, with some examples
    { "/help" } – this explanation
    { "/check" } – did they really say this? Write the text behind it, or send it as a reply to a message
    { "/language" } – choose the language of the answers
    { "/documents" } – ask one document alone
bot-help-admin = { "/reindex" } – read the documents anew (admins only)

bot-menu-start = The beginning, with some examples
bot-menu-help = How do I ask?
bot-menu-check = Did they really say this?
bot-menu-language = Choose the language of the answers
bot-menu-documents = Ask one document alone
bot-menu-reindex = Read the documents anew

bot-asked = Question: { $question }
bot-nearest = The nearest sentences in the documents are these:
bot-source = { $marker } { $title }
bot-source-nearest = { $title }

bot-language-ask = In which language would you like the answers?
bot-language-unknown = I don't know that language. Please choose one of these:
bot-language-button-ckb = Kurdish, Sorani (کوردی)
bot-language-button-en = English
bot-language-button-auto = Automatic: as the question
bot-language-chosen-ckb = All right, I'll answer in Kurdish from now on.
bot-language-chosen-en = All right, I'll answer in English from now on.
bot-language-chosen-auto = All right, I'll answer in the language of each question from now on.

bot-documents-ask = In which document shall I look for your answers?
bot-documents-button-all = All documents
bot-documents-chosen-all = All right, I'll look in all documents from now on.
bot-document-chosen = All right, I'll look in “{ $title }” alone from now on. { "/documents" } changes it.
bot-document-unknown = I don't know that document. Please choose one of these:
bot-document-gone = The document that you chose is no longer there, so I looked in all of them.

bot-check-empty =
    Write the text that you want me to check behind { "/check" }, or send { "/check" } as a reply to the message.
    You can also forward the message to me.

bot-empty = Please write your question next to my name.
bot-no-words = I found no words in your message. Please write your question in words.
bot-only-text = Sorry, I can read text only. Please send your question as text.
bot-command-unknown = I don't know that command. { "/help" } shows what I can do.
bot-button-unknown = This button doesn't work any more. Please write { "/start" } again.
bot-too-many =
    { $seconds ->
        [one] That was a lot of questions for one minute. Please ask again in one second.
       *[other] That was a lot of questions for one minute. Please ask again in { $seconds } seconds.
    }
bot-failed = Sorry, something went wrong on my side and I could not answer. Please try again in a while.

bot-admins-only = Sorry, this command is for the admins of this bot only.
bot-reindex-working = Reading the documents anew…
bot-reindex-busy = The last reading isn't finished yet. Please wait for its result.
bot-reindex-done =
    Done. { $documents } { $documents ->
        [one] document
       *[other] documents
    } and { $passages } { $passages ->
        [one] passage
       *[other] passages
    } are ready now.
    Added: { $added }, changed: { $changed }, removed: { $removed }, unchanged: { $unchanged }
    Time: { $seconds } s
bot-reindex-unread = These documents could not be read:
bot-reindex-unread-document = • { $document }: { $reason }
bot-reindex-failed = Reading the documents failed; answers still come from the earlier index.
