# Steps 1 and 2 of a registration: conditions, and personal data. And what the clerk sees while name and password are chosen.

conditions-sentence = Read them to the applicant before they begin. Each is judged as soon as what it needs is known.
conditions-sentence-stopped = Registration stops here until the condition is met. Nothing that was typed was kept.
conditions-continue = Continue to register
conditions-correct = Correct the details
conditions-end = End the visit

personal-sentence = Type the number as it stands on the document, then a mobile registered in the applicant’s name.
personal-mobile = Mobile number
personal-mobile-help = Such as 050 123 4567. Its owner is looked up, then it receives a code.
personal-mobile-reads-as = Read as { $value }
personal-next = Look up and continue
personal-asking = Looking up
personal-document = The registry does not know the following. Type it as printed on the document; it is recorded as typed from there.
personal-name = Name as on the document
personal-name-help = In full, in the order it is printed.
personal-name-error-empty = Type the name as it is printed on the document.
personal-name-error-long = The name is longer than can be kept. Type first name, father’s name and family name.
personal-name-error-character = There is a sign in the name that cannot be printed. Remove what was pasted and type it again.
personal-expiry = Expiry date of the document
personal-expiry-help = As printed, Hijri or Gregorian: 1450/10/29 or 2029/03/14
personal-expiry-reads-as = Read as { $value }
personal-expiry-error-empty = Type the document’s expiry date as it is printed.
personal-expiry-error-not-a-date = This is no date. Type year, month and day, such as 1450/10/29.
personal-expiry-error-year = No document bears this year. Check the year.
personal-expiry-error-month = There is no month with this number. Months go from 1 to 12.
personal-expiry-error-day = That month has no such day. Check the day.

naming-clerk-title = The applicant chooses a user name
naming-clerk-sentence = They have the keyboard now. The name is not shown to you; do not suggest one.
naming-clerk-then = Then they choose a password.
password-clerk-then-email = Then they type their email.
password-later-new = As you go on we make sure that it is not a common one.
twice-clerk-sentence = They have the keyboard now, and type the characters twice. Neither the image nor what they type is shown to you.

codes-mobile = Code to the mobile
codes-email = Code to the email
codes-resend-mobile = Send the mobile’s code again
codes-resend-email = Send the email’s code again
