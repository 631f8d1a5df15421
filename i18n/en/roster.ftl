# Staff at the command line: signing in there, and the list of staff.

roster-command = Adds, disables, resets and lists staff
roster-command-add = Adds a member of staff, with a password that they change when they first sign in
roster-command-disable = Lets a member of staff sign in no more
roster-command-reset = Gives a member of staff another password, which they must change
roster-command-list = Lists staff, with masked numbers
roster-option-as = Your own identity number; asked for without it
roster-option-password-file = A file that only you can read, with your password in its first line, or - for standard input
roster-option-given-file = The same with the password that is given
roster-option-identity = The identity number of the member of staff
roster-option-name = Their name
roster-option-role = Their role: { $roles }
roster-option-with-phrase = The recovery phrase of the desk instead of a sign-in, for the password of a supervisor
roster-option-phrase-file = A file with the recovery phrase in its first line, or - for standard input

roster-not-set-up = This desk is not set up yet.
roster-not-set-up-do = Open the program once and set it up; then run the command again.
roster-prompt-identity = Your identity number:
roster-prompt-password = Your password:
roster-prompt-given = The password to give:
roster-prompt-repeat = The same once more:
roster-prompt-phrase = The twelve words of the recovery phrase:
roster-no-terminal = There is no terminal here to type in.
roster-no-terminal-do = In a script, give { $identity } with your identity number and { $file } with the file of your password.
roster-file-open = Others can read the file { $path }.
roster-file-open-do = Let only yourself read it, and change the password if somebody may have seen it.
roster-not-matched = The identity number or the password is not right.
roster-not-matched-do = Look at what you typed and try again. If the password is forgotten, a supervisor sets a new one.
roster-paused = Tries are paused until { $time }
roster-paused-do = Wait until then and try again; a restart does not shorten it.
roster-must-change-do = Sign in at the desk once and choose one that only you know; then run the command again.
roster-there = There is a member of staff with this number already.
roster-not-there = There is no member of staff with this number.
roster-last-supervisor = This is the last supervisor, who cannot be disabled.
roster-last-supervisor-do = Add another supervisor first.
roster-not-taken = The password was not taken:
roster-used-before = This password was used before.
roster-phrase-count = { PLURAL($count) ->
    [one] A recovery phrase has twelve words; this is { $count }.
   *[other] A recovery phrase has twelve words; these are { $count }.
}
roster-phrase-unknown = Word { $place } is no word of recovery phrases. Look how it is spelt.
roster-phrase-wrong = The phrase is not that of this desk, or the number is not that of a supervisor.
roster-phrase-wrong-do = Look at the paper with the phrase, and at the number.
roster-added = The member of staff was added. At their first sign-in they choose a password of their own.
roster-disabled = The member of staff can sign in no more. What they did stays in the ledger.
roster-reset = The password was set. At their next sign-in they choose one of their own.
roster-reset-own = The password was set. Sign in with it.
roster-line = { $name } · { $number } · { $role } · { $state }
roster-state-active = active
roster-state-must-change = must choose a password
roster-state-disabled = disabled

doctor-staff = staff
doctor-staff-ok = { PLURAL($count) ->
    [one] { $count } person can sign in
   *[other] { $count } people can sign in
}
doctor-staff-one = one supervisor only; whoever leaves or forgets leaves nobody behind
doctor-staff-one-do = add a second supervisor
doctor-staff-none = not set up yet
doctor-staff-none-do = open the program and set the desk up
doctor-staff-not-seen = not read while the store is not open
