# The sign-in card: it tries a password and opens nothing.

sign-in-title = Try signing in
sign-in-sentence = Try your user name and password. This is only a test; it does not open the account here.
sign-in-username = User name
sign-in-username-help = Latin letters and digits
sign-in-password = Password
sign-in-password-empty = Type the password.
sign-in-try = Try
sign-in-trying = Checking
sign-in-accepted = The user name and the password are right.
sign-in-accepted-next = You can sign in to { $platform } on your own device whenever you like.
sign-in-refused = The user name or the password is not right, or they cannot be used now.
sign-in-refused-next = Look again at what you typed and at the keyboard’s language, or start a password recovery.
