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
    • Mark a part of an answer, reply with “What does this mean?”, and I'll explain it.
    • Forward me a message or paste a long text, and I'll tell you whether the document really says so.
    • In a group, mention me or reply to one of my messages.

    { "/start" } – the beginning, with some examples
    { "/help" } – this explanation
    { "/new" } – begin a new conversation, without the earlier questions
    { "/check" } – did they really say this? Write the text after it, or send it as a reply to a message
    { "/language" } – choose the language of the answers
    { "/documents" } – the documents, and how to ask one of them alone
    { "/read" } – read a document
    { "/follow" } – be told when something changes that an answer of yours rests on
    { "/privacy" } – what I keep about you
    { "/forget" } – delete everything that is kept about you

bot-menu-start = The beginning, with some examples
bot-menu-help = How do I ask?
bot-menu-new = Begin a new conversation
bot-menu-check = Did they really say this?
bot-menu-language = Choose the language of the answers
bot-menu-documents = The documents, and asking one alone
bot-menu-read = Read a document
bot-menu-privacy = What is kept about me?
bot-menu-forget = Delete everything kept about me

bot-description =
    Ask about the official documents, in English or in Kurdish.
    The answer is short and comes with the sentence that proves it, word for word. If it isn't in the documents, I'll say so plainly.
bot-short-description = Answers from official documents in Kurdish, with the sentence that proves each one.

bot-asked = Question: { $question }
bot-source = { $marker } { $title }
bot-source-nearest = { $title }

bot-button-context = 📖 In the text
bot-button-context-of = 📖 { $marker }
bot-button-to-ckb = بە کوردی
bot-button-to-en = In English
bot-button-copy = 📋 Copy
bot-button-up = 👍
bot-button-down = 👎
bot-button-previous = ◀ Previous
bot-button-next = Next ▶

bot-vote-thanks = Thank you! I'm glad it helped.
bot-vote-why = Thank you for telling me. What was wrong?
bot-vote-wrong = The answer is wrong
bot-vote-beside = It isn't what I asked
bot-vote-incomplete = It is incomplete
bot-vote-unclear = It is unclear
bot-vote-missing = The document does say it
bot-vote-noted = Thank you, I've made a note of it.

bot-answer-gone = I no longer have this answer. Please ask your question again.
bot-stopped = I stopped here, as you asked.

bot-page = Passage { $number } of { $count }
bot-page-first = This is the first passage of the document.
bot-page-last = This is the last passage of the document.
bot-read-ask = Which document would you like to read?

bot-sentence-changed = This sentence has changed since. What is struck through was removed, what is bold was added:
bot-sentence-gone = This sentence no longer stands in “{ $title }”. It used to read:
bot-sentence-unknown = I don't know this link; its document may have been removed. Please write your question, or see with { "/documents" } which documents there are.

bot-explain-in-text = In the text it reads:
bot-explain-in-english = In English:
bot-explain-words = The words:
bot-explain-word = • { $sorani }: { $english }
bot-explain-unknown = I didn't find these words in the documents. Please mark a part of my answer and ask again.

bot-new-conversation = All right, let's begin anew. What would you like to know?

bot-privacy =
    This is what I keep about you:
    • the language and the document that you chose
    • your questions, when you asked them, and my answers, so that the buttons work and you can go on from your last question
    • what you thought of the answers: 👍 and 👎
    I keep neither your name nor your telephone number, only the number of your Telegram account.
bot-privacy-retention =
    { $days ->
        [one] Your questions, my answers and what you thought of them are deleted after one day; your choices stay until you change them. { "/forget" } deletes all of it right now.
       *[other] Your questions, my answers and what you thought of them are deleted after { $days } days; your choices stay until you change them. { "/forget" } deletes all of it right now.
    }
bot-privacy-model = A language model helps to write the answers: your question is sent to it, without your name.
bot-forgotten =
    { $answers ->
        [0] Done. No answers of yours were kept, and your choices are deleted.
        [one] Done. One answer and all your choices are deleted. The buttons of old answers no longer work.
       *[other] Done. { $answers } answers and all your choices are deleted. The buttons of old answers no longer work.
    }
bot-not-forgotten = Sorry, I could not delete it just now; the fault is mine. Please send { "/forget" } again in a while.

bot-inline-nothing = I found no sentence that comes near
bot-inline-open = Ask the bot
bot-group-greeting =
    Hello! I'm Pirsyar; I answer your questions from official documents.
    Mention me with your question ({ $mention }), or reply to one of my messages.

bot-language-ask = In which language would you like the answers?
bot-language-unknown = I don't know that language. Please choose one of these:
bot-language-button-ckb = Kurdish, Sorani (کوردی)
bot-language-button-en = English
bot-language-button-auto = Automatic: as the question
bot-language-chosen-ckb = All right, I'll answer in Kurdish from now on.
bot-language-chosen-en = All right, I'll answer in English from now on.
bot-language-chosen-auto = All right, I'll answer in the language of each question from now on.

bot-documents-ask = Shall I look in all of them for your answers, or in one alone?
bot-documents-button-all = All documents
bot-documents-chosen-all = All right, I'll look in all documents from now on.
bot-document-chosen = All right, I'll look in “{ $title }” alone from now on. { "/documents" } changes it.
bot-document-unknown = I don't know that document. Please choose one of these:
bot-document-gone = The document that you chose is no longer there, so I looked in all of them.

bot-check-empty =
    Write the text that you want me to check after { "/check" }, or send { "/check" } as a reply to the message.
    You can also forward the message to me.

bot-empty = Please write your question next to my name.
bot-no-words = I found no words in your message. Please write your question in words.
bot-check-long = You sent a long text, so I compared it with the documents. If it is a question, please write it in a few words.
bot-only-text = Sorry, I can read text only. Please send your question as text.
bot-only-text-photo = Sorry, I can't read pictures. If there is text in it, please type it and send it to me.
bot-only-text-sound = Sorry, I can't listen yet. Please write your question.
bot-only-text-sticker = A nice sticker 🙂 but I understand writing only. Please write your question.
bot-only-text-file = Sorry, I don't take files. Write your question, or paste the text here and I'll compare it with the documents.
bot-command-unknown = I don't know that command. { "/help" } shows what I can do.
bot-button-unknown = This button doesn't work any more. Please write { "/start" } again.
bot-too-many =
    { $seconds ->
        [one] That was a lot of questions for one minute. Please ask again in one second.
       *[other] That was a lot of questions for one minute. Please ask again in { $seconds } seconds.
    }
bot-group-too-many =
    { $seconds ->
        [one] That was a lot of questions for this group. Please ask again in one second.
       *[other] That was a lot of questions for this group. Please ask again in { $seconds } seconds.
    }
bot-was-away = Sorry, I was away for a while and could not answer your messages. If you still need the answer, please send your question again.
bot-failed = Sorry, something went wrong on my side and I could not answer. Please try again in a while.

bot-admins-only = Sorry, this command is for the admins of this bot only.
