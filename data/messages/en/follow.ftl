# What the bot tells readers who want to hear when an answer of theirs may no longer hold. Values in braces keep their names.

follow-begun =
    All right! When a sentence changes or is taken out that an answer of yours rests on, I'll write to you here: your question, and what changed.
    That goes for your answers for as long as I keep them. { "/privacy" } says how long.
follow-already = You are following already: when a sentence changes that an answer of yours rests on, I'll write to you.
follow-ended = All right, I won't write to you about changes any more.
follow-privately = What I tell you comes in our private chat, not in this group. If you have never opened it: { $name }. There { "/follow" } also ends it.
follow-nobody = You write in the name of a chat here, so I don't know whom to tell. Please send { "/follow" } to me in a private chat.
follow-not-kept = Sorry, I couldn't make a note of this; the fault is mine. Please send { "/follow" } again in a while.
follow-button-stop = 🔕 Stop following
follow-button-begin = 🔔 Follow
follow-button-again = 🔄 Ask again
follow-notice = 🔔 What an answer of yours rests on has changed. You had asked:
follow-removed = This sentence was taken out of the document. It used to read:
follow-before = 📖 The sentence as it was
follow-now = 📖 The sentence as it is now
follow-notice-end = My answer from then may no longer hold. Tap “Ask again” for a new one.
follow-more =
    { $count ->
        [one] One more of your earlier answers rests on something that has changed. If you still need it, please ask again.
       *[other] { $count } more of your earlier answers rest on something that has changed. If you still need them, please ask again.
    }

follow-privacy = If you asked to be told of changes ({ "/follow" }), I keep that too, with what I have told you of and what I have still to tell you. { "/forget" } ends it.
bot-menu-follow = Be told when an answer of mine may have changed
