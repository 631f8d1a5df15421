# The keys of each screen, as F1 lists them. Names of keys as they are printed on them.

key-enter = Enter
key-escape = Esc
key-tab = Tab
key-shift = Shift
key-space = Space
key-arrows = Arrows
key-f1 = F1
key-f2 = F2
key-f4 = F4
key-f8 = F8
key-f9 = F9

keys-title = Keys of this screen
keys-next-field = Next field
keys-previous-field = Previous field
keys-primary = Main action
keys-next = Next
keys-back = Back
keys-back-to = Back to { $step }
keys-choose = Move inside a group
keys-toggle = Tick or untick
keys-press = Press the button
keys-help = Keys of this screen
keys-language = Change the language
keys-next-applicant = End the visit, next applicant
keys-next-applicant-start = Next applicant
keys-hand-over = Hand the keyboard over
keys-take-back = Take the keyboard back
keys-lock = Lock the desk
keys-close = Close this list
keys-curtain = Cover the screen
