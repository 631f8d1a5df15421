# Handover and back, curtain, pauses, endings, the drawn phone, dialogs.

handover-back-title = The keyboard is yours again
handover-back-sentence = The applicant’s screen was blanked before yours appeared.

curtain-sentence = Nothing was typed for a while; the curtain keeps the applicant’s details private.
curtain-lift = Lift the curtain

idle-curtain = Curtain if idle in
idle-end = Visit ends if idle in
idle-life = Visit ends in
waits-title = Time left
waits-round = Round
waits-of = { $number } of { $total }

pause-sentence = Many recoveries ended without a match; the desk pauses for a while to protect accounts.
pause-until = This desk may go on at { $time }
pause-do = Apologise to the applicant, and send them to another desk or ask them back after that time.

ending-closing-title = The recovery cannot be completed now
ending-closing = The details given do not match, or cannot be used now.
ending-closing-clerk-do = Do not guess the reason. Go over both numbers with the applicant, then start a new visit or call a supervisor.
ending-closing-applicant-do = Go over your details with the clerk. You can try again later, or ask for a supervisor.
ending-abandoned-title = The visit has ended
ending-abandoned = The visit was ended before it was complete. Nothing was changed in any account.
ending-idle-title = The visit ended because nobody was there
ending-idle = Nothing was typed for a long time, so the visit was ended and wiped. Nothing was changed in any account.
ending-too-long-title = The visit’s time is over
ending-too-long = The visit reached its longest time, so it was ended and wiped. Nothing was changed in any account.
ending-interrupted-title = The visit was interrupted
ending-interrupted = The program stopped during the visit. Nothing was changed in any account; start over with another visit.
ending-wiped = The visit was wiped from fields, memory and clipboard.
ending-next = Start a new visit when the applicant is ready.

phone-title = The applicant’s phone
phone-chip = Training
phone-sender = Istiada
phone-number = Training phone · { $masked }
phone-today = Today { $time }
phone-empty = No messages yet

dialog-end-title = End this visit?
dialog-end-body = Its details are wiped from fields, memory and clipboard, and it cannot be resumed. Nothing was changed in the account.
