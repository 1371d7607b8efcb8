# What the bot tells owners of who looks after the documents, and of what was done. Values in braces keep their names.

roles-editors = These people look after the documents with you:
roles-editor = • { $who }
roles-no-editors = Nobody but the owners looks after the documents yet.
roles-button-demote = ✖️ { $who }
roles-ask =
    Whom would you like to make an editor? Editors may add and remove documents, read them anew and see what was asked.
    Tap the button below and choose somebody. You can also forward me a message of theirs and reply to it with { "/promote" }, or write the number of their account after { "/promote" }.
roles-button-choose = 👤 Choose somebody
roles-username = Telegram doesn't let bots look up usernames. Please write { $command } alone and choose the person from the list, or reply with { $command } to a message of theirs that you forward to me.
roles-hidden = This person hides their account in forwarded messages, so I can't tell who it is. Please write { $command } alone and choose them from the list.
roles-chat = That was written in the name of a group or a channel. Only people can be editors.
roles-unknown = I don't know whom you mean. Please write { $command } alone and choose somebody from the list.
roles-is-bot = That is a bot, and only people can look after the documents.
roles-is-owner = { $who } is an owner and may do everything already.
roles-is-editor = { $who } is an editor already.
roles-promoted = { $who } is an editor now.
roles-not-told = I couldn't tell them: they have never written to me, or have blocked me. Please ask them to open { $name } and tap Start.
roles-owner-stays = { $who } is an owner. Owners stand in the settings (ADMIN_IDS), so I can't take this from them.
roles-no-editor = { $who } isn't an editor.
roles-demoted = { $who } is no longer an editor.
roles-not-kept = Sorry, I couldn't keep this, so nothing has changed. Please try again in a while.
roles-you-promote = An owner of this bot has made you an editor: you look after the documents now. { "/help" } shows what you can do.
roles-you-demote = You are no longer an editor of this bot. Thank you for your work! You can ask me questions as before.

audit-head = What was done, the newest first (times in UTC):
audit-empty = Nothing has been done yet.
audit-entry = • { $when } – { $what }
audit-nobody = somebody on the command line, or somebody who was forgotten
audit-forgotten = somebody who was forgotten
audit-add = { $who } added “{ $detail }”
audit-replace = { $who } gave “{ $detail }” a new text
audit-translate = { $who } added the English translation of “{ $detail }”
audit-remove = { $who } removed “{ $detail }”
audit-restore = { $who } brought “{ $detail }” back
audit-rename = { $who } gave “{ $detail }” another title
audit-reindex = { $who } had the documents read anew ({ $detail })
audit-reindex-held = { $who } had the documents read anew; the result was worse and was held back ({ $detail })
audit-reindex-failed = { $who } wanted the documents read anew; it failed
audit-reindex-cancelled = { $who } wanted the documents read anew; it was stopped
audit-reindex-busy = { $who } wanted the documents read anew while that was under way
audit-insist = { $who } let an index serve that had been held back ({ $detail })
audit-insist-failed = { $who } wanted an index to serve that had been held back; it failed ({ $detail })
audit-rollback = { $who } went back to an earlier index ({ $detail })
audit-rollback-failed = { $who } wanted to go back to an earlier index; it failed ({ $detail })
audit-cancel = { $who } stopped the reading of the documents
audit-promote = { $who } made { $about } an editor
audit-demote = { $who } took the role of an editor from { $about }
audit-export = { $who } exported the questions ({ $detail })
audit-other = { $who }: { $action } { $detail }
audit-newer = ◀ Newer
audit-older = Older ▶

roles-privacy = Since you look after the documents, I also keep that you do and what you did to them. { "/forget" } ends that as well: what was done stays known, but not by whom.
roles-help =
    { "/promote" } – let somebody look after the documents with you
    { "/demote" } – take that back
    { "/audit" } – who did what
bot-menu-promote = Let somebody look after the documents
bot-menu-demote = Take the role of an editor back
bot-menu-audit = Who did what
