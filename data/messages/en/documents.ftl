# What the bot says to admins about documents. Values in braces keep their names.

upload-proposal-new = I have read your file. Shall I add it?
upload-proposal-replacement = I have read your file. Shall I replace the document that has this name now?
upload-proposal-rendition = I have read your file. Shall I add it as the English translation of this document?
upload-file = File: { $name }
upload-title = Title: { $title }
upload-replaces = It takes the place of “{ $title }” ({ $document }). If it is another document, please give the file another name, or the text another first line, and send it again.
upload-language-ckb = Language: Kurdish (Sorani)
upload-language-en = Language: English
upload-pages = Pages: { $pages }
upload-size = Length: { $paragraphs } { $paragraphs ->
        [one] paragraph
       *[other] paragraphs
    }, { $sentences } { $sentences ->
        [one] sentence
       *[other] sentences
    }, { $words } { $words ->
        [one] word
       *[other] words
    }
upload-sample = It begins:
upload-warning-presentation-forms-mended = ⚠️ Its letters were stored as printed shapes; I turned them into ordinary letters.
upload-warning-ligatures-mended = ⚠️ Some “لا” were the wrong way round; I put them right.
upload-warning-non-joiners-lost = ⚠️ There are no half-spaces (ZWNJ) in it; this file may have lost them. Searching isn't affected, but quotes will lack them. The Word file would keep them.
upload-warning-pages-without-text = ⚠️ Some pages hold no text: they may be pictures, and are missing here.
upload-warning-rendition-breaks = ⚠️ The document's English translation is of the old text. It will be left out until you send a new one.
upload-button-add = ✅ Add
upload-button-replace = ✅ Replace
upload-button-drop = ✖️ Don't add
upload-button-all = ✅ Add all { $count } that are waiting

upload-added = “{ $title }” is added. I'm reading it in now.
upload-added-all =
    { $count ->
        [one] One document is added. I'm reading it in now.
       *[other] { $count } documents are added. I'm reading them in now.
    }
upload-replaced = “{ $title }” has its new text. I'm reading it in now.
upload-rendered = “{ $title }” has its English translation. I'm reading it in now.
upload-changed = A document of this name has been added meanwhile, so please look at this once more.
upload-dropped = All right, I haven't added “{ $title }”.
upload-gone = This file is no longer waiting: it was added or dropped already. Please send it again if you need to.

upload-refused = I can't add “{ $name }”.
upload-refused-unknown-type = I can read .txt, .md, .html, .pdf and .docx files. Please save it as one of these and send it again.
upload-refused-false-type = Its content isn't what its name says. Please save it in the right format and send it again.
upload-refused-not-utf8 = Its letters are not encoded as UTF-8. Please save it as UTF-8 and send it again.
upload-refused-empty = There is no text in it.
upload-refused-password = It is protected by a password. Please send it without one.
upload-refused-damaged = The file is damaged or cut off. Please send it again, or save it once more from its source.
upload-refused-scanned = Its pages are pictures, and I can't read pictures. Please send the text itself, for instance the Word file it was printed from.
upload-refused-too-many-pages = It has too many pages. Please send it in parts.
upload-refused-too-large = It is too large. I take files of up to 20 MB; please send it in parts.
upload-refused-timeout = Reading it took too long, and I stopped. Please send it in parts, or in another format.
upload-refused-memory = Reading it took too much memory, and I stopped. Please send it in parts, or in another format.
upload-refused-scrambled = Its letters come in the wrong order, so nothing could be quoted from it. Please send the Word file or plain text.
upload-refused-not-fetched = Telegram didn't give it to me. Please send it again in a moment.
upload-refused-cancelled = Reading it was stopped. Please send it again.
upload-refused-not-sorani = Its text is not in Sorani Kurdish in Arabic letters. If it is the English translation of a document, name it like the document with “.en” before the ending: water.en.pdf
upload-refused-not-english = Its name says that it is an English translation, but its text is not in English.
upload-refused-only-a-link = I can't open links. Please send the file, or paste the text.
upload-refused-too-many-waiting = Too many files are waiting to be added. Please add or drop some first.
upload-refused-duplicate = The same text is there already: “{ $document }”
upload-refused-no-document = There is no document “{ $document }” that it could be the translation of. Please add the Sorani text first, under the same name.
upload-refused-misaligned = The translation must have the same paragraphs as the document and in each the same number of sentences. They part ways at paragraph { $paragraph }: there the document has { $documentSentences } { $documentSentences ->
        [one] sentence
       *[other] sentences
    } and the translation has { $renditionSentences }. (Paragraphs in all: { $documentParagraphs } and { $renditionParagraphs })
upload-refused-beginning-document = In the document it begins:
upload-refused-beginning-rendition = In the translation it begins:

paste-begun = Please send me the text now, in as many messages as it takes. Then tap “Done”.
paste-continued =
    { $count ->
        [one] I have one part. Send the next one, or tap “Done”.
       *[other] I have { $count } parts. Send the next one, or tap “Done”.
    }
paste-button-done = ✅ Done
paste-button-cancel = ✖️ Cancel
paste-cancelled = All right, I've thrown the text away.
paste-nothing = There is no text yet. Please send it first.
paste-name = Pasted text

shelf-empty = There are no documents. Send me a file, or write { "/add" } and paste a text.
shelf-remove-ask = Which document shall I remove?
shelf-remove-sure = Shall I remove “{ $title }”? No answers will come from it then. You can undo it.
shelf-button-remove = 🗑 Remove
shelf-button-keep = Keep
shelf-last = “{ $title }” is the only document, so it stays. Please add another one first.
shelf-kept = All right, “{ $title }” stays.
shelf-removed = “{ $title }” is removed. I'm reading the others in anew.
shelf-button-undo = ↩️ Undo
shelf-restored = “{ $title }” is back. I'm reading it in now.
shelf-gone = “{ $title }” is removed.
shelf-there = “{ $title }” is there.
shelf-unrestored = That can't be undone any more. Please send the file again.
shelf-unknown = I don't know a document of that name. { "/documents" } shows them.
shelf-rename-ask = Tap a document to copy the command, and write the new title after it:
shelf-renamed = The title is now: { $title }. I'm reading it in now.
shelf-rename-how = Write the new title after it: { $command } …
shelf-failed-disk-full = The disk is full, so nothing was changed. Please make room and try again.
shelf-failed = That could not be saved, and nothing has changed. The cause: { $cause }

documents-help =
    Send me a file (.txt .md .html .pdf .docx) – I show what I read, and add it when you say so
    { "/add" } – paste a text as a document
    { "/remove" } – remove a document
    { "/rename" } – give a document another title
bot-menu-add = Paste a text as a document
bot-menu-remove = Remove a document
bot-menu-rename = Give a document another title
