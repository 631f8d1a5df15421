# The keys of each screen, as F1 lists them. Names of keys as they are printed on them.

key-enter = Enter
key-escape = Esc
key-search = Ctrl F
key-page-up = PgUp
key-page-down = PgDn
key-tab = Tab
key-shift = Shift
key-space = Space

keys-title = Keys of this screen
keys-next-field = Next field
keys-previous-field = Previous field
keys-primary = Main action
keys-back = Back
keys-back-to = Back to { $step }
keys-help = Keys of this screen
keys-language = Change the language
keys-next-applicant = End the visit, next applicant
keys-hand-over = Hand the keyboard over
keys-take-back = Take the keyboard back
keys-page-on = Next page of the list
keys-page-back = Previous page of the list
keys-session = Your session: password, sign out
