# What the commands say in a terminal.

command-about = Account recovery at the service counter
command-help-training = Opens it with made-up people and a phone on the screen
command-help-tour = Walks all screens without a display and writes a picture of each
command-help-captcha = Writes captcha images
command-help-import = Imports accounts from a CSV or JSON Lines file
command-help-find = Finds an account and shows it masked
command-help-verify = Checks the whole ledger
command-help-doctor = Checks configuration, key, store, gateways and display
command-help-drill = Runs random visits as a test
command-option-data = The data folder
command-option-config = The configuration file
command-option-json = Output for programs
command-option-out = The folder to write to
command-option-locale = The language of the screens
command-option-dry-run = Checks the file without importing it

command-wrong-use = That is not how the command is used. For help: { $usage }
command-unknown-locale = The language “{ $locale }” is not there. There are: { $known }
command-file-not-read = The file { $path } could not be read.

config-not-read = The configuration { $path } could not be read.
config-line = { $path }, line { $line }, field “{ $field }”: { $reason }
config-reason-syntax = the line is not well-formed
config-reason-unknown = unknown name
config-reason-missing = a needed value is missing
config-reason-range = out of range, { $least } to { $most }
config-reason-value = not a valid value

import-writing = Saving accounts: { $number } of { $total }
import-in-file = In the file { $path }:
import-line = Line { $line }, field “{ $field }”: { $reason }
import-row = Line { $line }: { $reason }
import-refused = { PLURAL($count) ->
    [one] { $count } line was refused, so nothing was imported. Correct it and run the command again.
   *[other] { $count } lines were refused, so nothing was imported. Correct them and run the command again.
}
import-done = { PLURAL($count) ->
    [one] { $count } account was imported.
   *[other] { $count } accounts were imported.
}
import-dry-run = { PLURAL($count) ->
    [one] The file is good: { $count } account is ready to import. Nothing was imported.
   *[other] The file is good: { $count } accounts are ready to import. Nothing was imported.
}
import-field-identity = identity number
import-field-kind = kind
import-field-name = name
import-field-mobile = mobile
import-field-email = email
import-field-username = user name
import-field-expiry = ID expiry
import-field-language = language
import-field-question = question
import-field-answer = answer
import-field-password = password hash
import-reason-encoding = the file is not UTF-8
import-reason-header = the column is missing in the header
import-reason-header-unknown = unknown column in the header
import-reason-columns = the number of columns does not agree with the header
import-reason-syntax = the line is not well-formed
import-reason-empty = empty
import-reason-not-digits = not digits alone
import-reason-length = wrong length
import-reason-check-digit = the check digit does not hold
import-reason-is-mobile = this is a mobile, not an identity number
import-reason-is-identity = this is an identity number
import-reason-unknown-kind = unknown kind
import-reason-kind-disagrees = the kind does not agree with the number’s first digit
import-reason-foreign = a number from outside the Kingdom
import-reason-not-mobile = not a mobile number
import-reason-email = not a valid email address
import-reason-arabic-letters = written in Arabic letters
import-reason-username = not a valid user name
import-reason-name = not a valid name
import-reason-date = not a date such as 2026-10-22 or 1448-05-01 H
import-reason-no-such-day = there is no such day in its calendar
import-reason-year = a year that no document bears
import-reason-language = unknown language
import-reason-question = a question that is not in the catalogue
import-reason-question-twice = the question stands twice
import-reason-answer = the answer is empty or too short
import-reason-answer-alone = an answer without a question, or a question without an answer
import-reason-hash = not a known form of hash
import-reason-twice = stands in line { $line } too
import-reason-taken = an existing account has it

find-none = No account has this value.
find-wrong-value = This is no identity number, mobile, email or user name.
find-questions = { PLURAL($count) ->
    [one] { $count } security question
   *[other] { $count } security questions
}
find-expiry = ID expires: { $expiry }
find-expired = ID expired: { $expiry }
find-no-expiry = ID expiry not known
find-password = has a password
find-no-password = has no password

verify-ok = { PLURAL($count) ->
    [one] The ledger agrees: { $count } frame, with { $hash }
   *[other] The ledger agrees: { $count } frames, the last { $hash }
}
verify-broken = The ledger does not agree at frame { $frame }.
verify-empty-folder = There is no ledger in { $path }.

doctor-ok = well
doctor-warn = note
doctor-bad = fault
doctor-line = { $state } · { $what }: { $finding }
doctor-remedy = Remedy: { $remedy }
doctor-config = configuration
doctor-key = key
doctor-store = store
doctor-ledger = ledger
doctor-gateway = gateway
doctor-fonts = fonts
doctor-display = display
doctor-config-ok = read from { $path }
doctor-config-default = no file; the defaults are in force
doctor-key-ok = there, in a file that its owner alone can read
doctor-key-none = not made yet; it is made when the desk is first opened
doctor-key-open = others can read the key file
doctor-key-open-do = let only its owner read { $path }
doctor-store-ok = opens and can be written to, of the kind “{ $kind }”
doctor-store-none = no data in { $path } yet
doctor-ledger-ok = { PLURAL($count) ->
    [one] { $count } frame, chained
   *[other] { $count } frames, chained
}
doctor-gateway-none = none; no recovery that needs a code can start
doctor-gateway-do = add gateways for SMS and email to the configuration
doctor-fonts-ok = embedded in the program
doctor-display-ok = there
doctor-display-none = not there
doctor-display-do = start the program in a graphical session
doctor-all-well = All is well.
doctor-problems = { PLURAL($count) ->
    [one] { $count } fault needs a remedy.
   *[other] { $count } faults need a remedy.
}

tour-done = { PLURAL($count) ->
    [one] { $count } picture was written to { $path }
   *[other] { $count } pictures were written to { $path }
}
tour-failed = The tour stopped at the screen “{ $screen }”: what was expected did not appear.
tour-clerk-keys = { PLURAL($count) ->
    [one] With one window a clerk pressed { $count } key from the next visitor to the printed receipt of a forgotten password, besides digits and letters of fields; at most { $most }.
   *[other] With one window a clerk pressed { $count } keys from the next visitor to the printed receipt of a forgotten password, besides digits and letters of fields; at most { $most }.
}
tour-clerk-keys-two = { PLURAL($count) ->
    [one] With a window for each side it was { $count } key; at most { $most }.
   *[other] With a window for each side they were { $count } keys; at most { $most }.
}

captcha-command-done = { PLURAL($count) ->
    [one] { $count } image was written to { $path }
   *[other] { $count } images were written to { $path }
}

drill-progress = Visit { $number } of { $total }
drill-done = { PLURAL($count) ->
    [one] { $count } visit at { $rate } a second
   *[other] { $count } visits at { $rate } a second
}
drill-check-ok = { PLURAL($count) ->
    [one] { $count } acknowledgement is there; ledger and store agree.
   *[other] All { $count } acknowledgements are there; ledger and store agree.
}
drill-check-missing = Frame { $frame } was acknowledged and is not in the ledger as it was.
drill-check-line = Line { $line } of the acknowledgements cannot be understood.
