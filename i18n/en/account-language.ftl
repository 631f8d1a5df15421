# The account's language.

account-language-title = Choose the language of your account
account-language-sentence = Messages and notices come in it. You can change it later in your account.
account-language-choices = Language of messages
account-language-clerk-title = The applicant is choosing a language
account-language-clerk-sentence = The keyboard is theirs now. It is the language of messages, not of this screen.
account-language-clerk-then = Then they type the characters in the image twice.
