# The email, on registration.

email-title = Type your email
email-sentence = Notices go to it, and a code will come to it soon. Take one that you can open now.
email-label = Email
email-repeat = Type it again
email-slip = Do you mean { $meant }?
email-slip-take = Yes, correct it
email-slip-keep = No, it is as I typed it
email-same = Both are the same
email-repeat-not-yet = They are not the same yet. Go on typing.
email-error-empty = Type your email.
email-error-repeat-empty = Type the email again here.
email-error-arabic-keyboard = Your keyboard is Arabic. Switch it to Latin, then type the email.
email-error-at = An email has one @ in it: the name, the sign, then the name of the site.
email-error-local = Before the @ there is a space or a sign that cannot stand there. Check it letter by letter.
email-error-domain = What follows the @ is not the name of a site. It has a dot in it, with letters after that.
email-error-long = This email is longer than mail services accept. Check it, or type another.
email-error-differs = The two differ. Compare them letter by letter and correct one.
email-error-is-password = Your email is the password that you chose. Go back and choose another password.
email-clerk-title = The applicant is typing their email
email-clerk-sentence = The keyboard is theirs now. You do not see the email.
email-clerk-then = Then they choose the account’s language.
