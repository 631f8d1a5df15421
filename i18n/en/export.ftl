# The ledger as a file.

export-command = Writes the ledger to a file
export-option-file = The file; its name ends in csv or jsonl, and it is not there yet
export-option-since = The first day
export-option-until = The last day
export-unknown-format = The name of the file { $path } ends neither in csv nor in jsonl.
export-no-date = Write the day as 2026-11-22, or as 1448-06-12 H in the Hijri calendar.
export-no-days = The last day is before the first.
export-not-written = The file { $path } could not be written, or is there already.
export-done = { PLURAL($count) ->
    [one] One entry was written to { $path }
   *[other] { $count } entries were written to { $path }
}
