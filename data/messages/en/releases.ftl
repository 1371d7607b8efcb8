# What the bot says to admins about the index. Values in braces keep their names.

admin-open-chat = Please open a chat with me first ({ $name }); I'll answer you there.

release-working = Reading the documents anew…
release-stage-reading = Reading the documents…
release-stage-embedding = Working out what the passages mean…
release-stage-linking = Linking passages that are close in meaning…
release-stage-writing = Writing the new index…
release-stage-checking = Checking the new index before it serves…
release-bar = { $bar } { $percent }%
release-passages = { $done } of { $total } passages
release-speed = { $perSecond } passages a second
release-time-left =
    { $seconds ->
        [one] about one second left
       *[other] about { $seconds } seconds left
    }
release-button-cancel = ✖️ Stop
release-cancelled = Stopped. Answers come from the earlier index, and nothing is lost.
release-not-running = There is nothing to stop: it has ended.
release-busy = { $name } has already begun to read the documents anew (at { $time } UTC). Please try again when that is done; { "/status" } shows how far it is.
release-busy-elsewhere = Another process is building the index just now (since { $time } UTC). Please try again in a while.
release-later = The documents are being read just now. When that is done, I'll read them once more with your change.
release-unchanged = Nothing has changed since the last time: { $documents } { $documents ->
        [one] document
       *[other] documents
    }, { $passages } { $passages ->
        [one] passage
       *[other] passages
    }.
release-done =
    Done. { $documents } { $documents ->
        [one] document
       *[other] documents
    } and { $passages } { $passages ->
        [one] passage
       *[other] passages
    } are ready now.
    Added: { $added }, changed: { $changed }, removed: { $removed }, unchanged: { $unchanged }
    Time: { $seconds } s
release-probe = Passages found again: { $found } of { $asked }
release-gold = Test questions on “{ $title }”: { $now }% right (before: { $before }%)
release-unread = These documents could not be read:
release-unread-document = • { $document }: { $reason }
release-held = The new index is worse than the one that serves, so I kept the earlier one: answers still come from that.
release-problem-words = • Only { $found } of { $asked } passages are found by their own words.
release-problem-vectors = • Only { $found } of { $asked } passages are found by their own vectors.
release-button-insist = Use the new one all the same
release-failed = Reading the documents failed; answers still come from the earlier index.
release-failed-disk-full = The disk is full. Please make room and write { "/reindex" } again.
release-failed-not-writable = The folder of the index can't be written to. Please see to INDEX_DIR and write { "/reindex" } again.
release-failed-embeddings = The server of the embeddings didn't answer. Please see to it and write { "/reindex" } again.
release-failed-no-documents = There is no document that can be read. Please send me a file, or undo a removal.
release-failed-memory = There was not enough memory. Please free some and write { "/reindex" } again.
release-failed-other = { $message }
rollback-done = The index of { $date } UTC serves again: { $documents } documents, { $passages } passages. It stays until the documents change, or you write { "/reindex" }.
rollback-nothing = There is no earlier index to go back to.
rollback-failed = Going back didn't work, and nothing has changed. { $message }
rollback-choose = Which index shall serve?
rollback-snapshot = { $date } – { $documents } documents
rollback-serving = ✓ { $date } – { $documents } documents

digest-head = What has changed: { $changed } changed, { $added } new and { $removed } removed sentences.
digest-document-added = ➕ A new document: “{ $title }” ({ $count } { $count ->
        [one] sentence
       *[other] sentences
    })
digest-document-removed = ➖ Removed: “{ $title }” ({ $count } { $count ->
        [one] sentence
       *[other] sentences
    })
digest-document-changed = ✏️ Changed: “{ $title }”
digest-before = before
digest-now = now
digest-more = … and { $count } more; all of them are in the file.
digest-caption = Everything that has changed

releases-help =
    { "/reindex" } – read the documents anew
    { "/rollback" } – go back to an earlier index
bot-menu-reindex = Read the documents anew
bot-menu-rollback = Go back to an earlier index
