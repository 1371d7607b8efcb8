# What the bot tells admins of itself and of what readers need. Values in braces keep their names.

status-snapshot = Serving: { $name }, built { $when } UTC
status-no-snapshot = Serving: { $passages } passages
status-documents = Documents: { $documents }, passages: { $passages }
status-embedding = Embedding: { $embedding }
status-kept = Indexes kept: { $count }
status-idle = Nothing is being read anew.
status-running = The documents are being read anew for { $who }, since { $since } UTC.
status-running-at = The documents are being read anew for { $who }, since { $since } UTC: { $stage } ({ $done } of { $total } passages)
status-somebody = somebody elsewhere
status-stage-reading = reading
status-stage-embedding = working out what passages mean
status-stage-linking = linking
status-stage-writing = writing
status-stage-checking = checking
status-questions = Questions today: { $asked }, refused: { $refused }
status-cost = Spent on models today: ${ $dollars }
status-cost-unknown = Spent on models today: nothing that I know of
status-retention =
    { $days ->
        [one] Questions and answers are kept for one day.
       *[other] Questions and answers are kept for { $days } days.
    }
status-uptime = Running for { $time }
status-memory = Memory: { $memory } MiB
status-errors = Errors since the start: { $errors }
status-days = { $days } d { $hours } h
status-hours = { $hours } h { $minutes } min

stats-days = { $days } days

gaps-head =
    { $count ->
        [one] What readers asked in vain: one question. Nothing here tells who asked.
       *[other] What readers asked in vain: { $count } questions, by topic. Nothing here tells who asked.
    }
gaps-none = There is nothing that readers asked in vain. 🎉
gaps-topic = { $number }. { $label }
gaps-asked =
    { $count ->
        [one] asked once, on { $date }
       *[other] asked { $count } times, last on { $date }
    }
gaps-example =
    { $count ->
        [one] • { $question }
       *[other] • { $question } (× { $count })
    }
gaps-nearest = What came nearest:

export-date = I can't read these dates. Please write them like this: { "/export 2026-10-01 2026-10-31" }. The second may be left out, and so may both.
export-order = The first day comes after the second. Please write the earlier one first.
export-empty = From { $from } to { $to } nobody asked anything that is still kept.
export-caption =
    { $count ->
        [one] One question, { $from } – { $to } (UTC), without who asked it.
       *[other] { $count } questions, { $from } – { $to } (UTC), without who asked them.
    }

reports-help =
    { "/status" } – how the bot is doing, and what it serves
    { "/stats" } – what was asked, as a picture
    { "/gaps" } – what was asked in vain, by topic
    { "/export" } – the questions of a period as a table
bot-menu-status = How the bot is doing, and what it serves
bot-menu-stats = What was asked, as a picture
bot-menu-gaps = What was asked in vain, by topic
bot-menu-export = The questions of a period as a table
