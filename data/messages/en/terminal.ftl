# The words of the terminal conversation in English.

repl-welcome = Pirsyar answers questions about Sorani documents, with the sentence that proves each answer.
repl-knows = It knows: { $titles }
repl-examples = Try one of these:
repl-hint = Ask in Sorani or English; :help lists the commands, :quit ends.
repl-no-token = TELEGRAM_BOT_TOKEN is not set (see .env.example), so instead of the Telegram bot here is the conversation in the terminal.
repl-help =
    :why – what was retrieved for the last answer, and why
    :check TEXT – did they really say this? compares a text with the documents
    :language [auto|ckb|en] – the language of the answers
    :documents – the documents, with id, title and date
    :document [ID|all] – ask one document alone, or all of them
    :reset – forget the conversation and start anew
    :help – this list
    :quit – end
repl-check-empty = Write the text that you want checked after :check.
repl-unknown-command = There is no command { $command }; :help lists them.
repl-language-now = Answers are in: { $language }
repl-language-wrong = Write :language auto, :language ckb or :language en.
repl-document-now = Answers come from this document alone: { $document }
repl-document-all = Answers come from all documents.
repl-document-unknown = There is no document { $document }; :documents lists them.
repl-reset = Forgotten. Your next question starts a new conversation.
repl-nothing-asked = Nothing has been asked yet, so there is nothing to explain.
repl-failed = This question could not be answered: { $reason }
repl-too-long = The question has { $length } characters; { $most } are the most. Please shorten it.
repl-line-too-long = This line is far too long for a question and was passed over.
repl-no-question = No question came through the pipe.
why-carried = Carried over from the conversation: { $questions }
why-passages = Passages found (score = lexical and vector similarity):
why-sentences = Sentences compared (score; share of the question in the sentence and in its passage):
why-confidence = Confidence { $confidence }; answered from { $threshold } up.
