# Terms and privacy policy, on registration. The texts themselves lie in assets/legal.

terms-title = Read, then accept
terms-documents = Texts
terms-read = { $percent }% read
terms-accept = I accept: { $document }
terms-locked = Opens at the end of the text
terms-open = Tick it if you accept
terms-page-down = Page down
terms-version = Version
terms-since = In force since
terms-language = Language of the text
terms-not-translated = This text is not there in your language; it is shown in Arabic.
terms-recorded = We record version, language and time, so that you can come back to them.
terms-error-unread = There is a text whose end you have not reached. Read it to the end, and its box opens.
terms-error-not-accepted = Tick each text if you accept it. Without that no account is made.
terms-error-changed = There is a newer version of this text. Read it, then accept.
terms-clerk-title = The applicant is reading terms and privacy policy
terms-clerk-sentence = The keyboard is theirs now. Do not accept for them, and do not hurry them.
terms-clerk-then = Once they accept, a code goes to their mobile and another to their email.
