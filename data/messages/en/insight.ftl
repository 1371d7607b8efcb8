# Statistics of questions and what readers asked in vain, as text and in the picture. The font of the picture has no emoji.

insight-title = What readers asked
insight-period = { DATETIME($from, day: "numeric", month: "long", year: "numeric") } – { DATETIME($to, day: "numeric", month: "long", year: "numeric") }
insight-asked =
    { $count ->
        [one] { $count } question
       *[other] { $count } questions
    }
insight-median =
    { $count ->
        [one] median: { $count } a day
       *[other] median: { $count } a day
    }
insight-nobody = Nobody asked anything in these days.
insight-answered = Answered
insight-refused = Not in the documents
insight-down = Voted down
insight-share = { $label }: { $count } ({ NUMBER($percent, maximumFractionDigits: 0) }%)
insight-count-of = { $label }: { $count }
insight-number = { $count }
insight-day = { DATETIME($date, day: "numeric", month: "short") }
insight-by-language = By language
insight-language-ckb = Sorani
insight-language-ckb-Latn = Sorani, Latin letters
insight-language-en = English
insight-language-other = Other languages
insight-by-day = By day: { $line }

insight-gaps-title = What readers asked in vain
insight-no-gaps = Every question of these days was answered, and no answer was voted down.
insight-gap = { $place }. { $label }: { $count ->
        [one] asked once
        [2] asked twice
       *[other] asked { $count } times
    }, last on { DATETIME($date, day: "numeric", month: "long") }
insight-gap-why = Why: { $reasons }
insight-gap-example = • { $question }
insight-gap-nearest = Nearest: “{ $quote }” ({ $document })
insight-gaps-more =
    { $count ->
        [one] … and one more topic
       *[other] … and { $count } more topics
    }
insight-reason = { $label } ({ $count })
insight-reason-refused = not in the documents
insight-reason-wrong = the answer was wrong
insight-reason-beside = not what was asked
insight-reason-incomplete = incomplete
insight-reason-unclear = unclear
insight-reason-missing = the document does say it
insight-reason-unsaid = voted down without a reason
insight-comma = {", "}
