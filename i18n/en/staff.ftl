# Staff: signing in, the lock, and their passwords.

staff-sign-in-title = Staff sign-in
staff-sign-in-sentence = Type your identity number and your password for this desk.
staff-identity = National ID / Iqama
staff-identity-help = Your own number, not the applicant’s.
staff-password = Password
staff-sign-in = Sign in
staff-signing-in = Checking
staff-wrong = The identity number or the password is not right.
staff-wrong-do = Look at what you typed and at the keyboard. If the password is forgotten, a supervisor sets a new one.
staff-paused = Tries are paused. Left:
staff-paused-do = Wrong passwords were typed too often. Wait for the count to end; a restart does not shorten it.
staff-lock-title = The screen is locked
staff-lock-sentence = The session is { $name }’s. Their password alone opens it, and the visit stays as it is.
staff-unlock = Unlock
staff-unlocking = Checking
staff-unlock-wrong = The password is not right.
staff-somebody-else = Sign in as somebody else and end this session
staff-practice-password = Training: the password of staff here is { $password }
staff-sign-out = Sign out
staff-session-in-visit = { $role }. Signing out ends the open visit.
staff-lock = Lock the screen
staff-change = Change my password
staff-change-title = Change your password
staff-change-sentence = Choose a new one yourself, and tell nobody.
staff-must-change-title = Choose a password of your own
staff-must-change-sentence = Somebody else set the password you signed in with. Choose one that only you know; then the work begins.
staff-current = Current password
staff-current-given = The password you were given
staff-current-empty = Type the current password.
staff-current-wrong = The current password is not right.
staff-password-used-before = This password was yours before. Choose a new one.
staff-changed-title = Your password is changed
staff-changed-sentence = The new password is saved; you sign in with it from now on.
staff-changed-do = The one before is no longer taken.

