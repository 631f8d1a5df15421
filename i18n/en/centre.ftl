# The supervisor’s pages: the desk’s day and week, and the ledger.

centre-pages = Supervision pages
centre-figures = Figures
centre-day = The desk’s day
centre-week = The desk’s week
centre-ledger = Ledger
centre-ledger-sentence = Everything that happened at this desk. It is added to and never changed, and holds no secret.
centre-from-to = From { $first } to { $last }
centre-earlier = Earlier
centre-later = Later
centre-reading = Reading the ledger…
centre-none = No visits in this period. Choose another one.
centre-visits = Visits
centre-done = Done
centre-not-done = Not done
centre-percent = { $percent }%
centre-mean = Average visit
centre-paused = Recoveries paused
centre-attested = Attested
centre-supervised = Supervised
centre-accepted = Unknown, accepted by a supervisor
centre-accepted-national-id = National ID
centre-accepted-stay = Iqama or visit
centre-accepted-mobile = Mobile
centre-visits-an-hour = Visits each hour
centre-visits-a-day = Visits each day
centre-time-per-step = Average time per step
centre-step-choice = Choice and completion
centre-staff = Staff
centre-staff-all = All staff
centre-all = Desk
centre-alerts-none = Nothing unusual in this period.
centre-alert-refused = { PLURAL($count) ->
    [one] One visit ended with the closing sentence within an hour
   *[other] { $count } visits ended with the closing sentence within an hour
}
centre-alert-refused-what = The last at { $time }. Read them in the ledger: somebody may be trying other people’s identities.
centre-alert-attested = { PLURAL($count) ->
    [one] One attestation by one clerk
   *[other] { $count } attestations by one clerk
}
centre-alert-attested-what = { PLURAL($visits) ->
    [one] { $name }, in one visit. Usual is one in many visits.
   *[other] { $name }, in { $visits } visits. Usual is one in many visits.
}
centre-alert-paused = { PLURAL($count) ->
    [one] One recovery was paused
   *[other] { $count } recoveries were paused
}
centre-alert-paused-what = The last until { $time }.
centre-alert-desk = The desk was paused
centre-alert-desk-what = At { $time }, after too many that did not match in a short time.
centre-alert-clock-what = At { $time }. No wait was shortened by it.
centre-alert-messages = { PLURAL($count) ->
    [one] One message did not go out, or nobody knows whether it did
   *[other] { $count } messages did not go out, or nobody knows whether they did
}
centre-alert-messages-what = Read them in the ledger, under “Messages”.
centre-alert-messages-most = Most often: { $why }. Read them in the ledger, under “Messages”.
centre-refused = Refused, by reason
centre-refused-none = Nothing was refused.
centre-refused-captcha = Image
centre-refused-answers = Answers did not match
centre-refused-code = Wrong code
centre-refused-condition = Condition not met
centre-refused-closed = Closing sentence
centre-refused-sign-in = Sign-in tried in vain
centre-reach = Period
centre-reach-day = Today
centre-reach-week = Seven days
centre-reach-month = Thirty days
centre-reach-all = The whole ledger
centre-topic = What happened
centre-topic-all = Everything
centre-topic-visits = Visits that began and ended
centre-topic-proofs = Steps of proof
centre-topic-refusals = What was refused
centre-topic-changes = Changes of accounts
centre-topic-messages = Messages
centre-topic-desk = Desk and staff
centre-search = Reference or full identity number
centre-search-help = Type it and press Enter.
centre-search-person = The visits of that person are shown.
centre-search-unreadable = This is neither a reference nor a valid identity number.
centre-search-none = Nothing of that in this period. Try a longer one.
centre-ledger-none = Nothing in this period.
centre-column-number = Entry
centre-column-time = Time
centre-column-fact = What happened
centre-column-visit = Visit
centre-number = { $number }
centre-line = Entry { $number }, at { $time }: { $fact }
centre-day-and-month = { $day }/{ $month }
centre-day-and-time = { $day }/{ $month } { $time }
centre-shown = { PLURAL($count) ->
    [one] One entry
   *[other] { $count } entries
}
centre-page = { $page } of { $pages }
centre-newer = Newer
centre-older = Older
centre-check = Check the ledger
centre-check-stop = Stop checking
centre-checking = Checking the ledger: { $percent }%
centre-check-sound = { PLURAL($count) ->
    [one] The ledger is sound: one entry · { $time }
   *[other] The ledger is sound: { $count } entries · { $time }
}
centre-check-broken = An entry of the ledger is not what was written, or cannot be read. Stop working at this desk and call whoever looks after the machines.
centre-export-csv = Save the list as CSV
centre-export-json = Save the list as JSON Lines
centre-exporting = Writing
centre-exported = { PLURAL($count) ->
    [one] One entry was saved
   *[other] { $count } entries were saved
}
centre-not-exported = The list was not saved
centre-not-exported-do = Check the free space and the rights of the documents folder, then save it again.
centre-story-none = Choose an entry to read the whole story of its visit.
centre-story-cut = This visit began before the chosen period.
centre-visit = Visit { $reference }
centre-document = { $kind } · document ending in { $digits }
centre-flow-and-span = { $flow } · { $span }
centre-by = By { $name }
centre-by-program = By the program itself
centre-outcome-open = Goes on
centre-outcome-done = Completed
centre-outcome-closed = Closing sentence
centre-outcome-abandoned = Ended by the clerk
centre-outcome-idle = Nobody there
centre-outcome-too-long = Too long
centre-outcome-interrupted = Cut off
