# New user: was there an account before?

had-account-title = Have you had an account before?
had-account-sentence = Ask the applicant this first: the answer decides the way.
had-account-yes = Yes, there was an account
had-account-yes-what = They prove that it is theirs, then see its user name or choose a new one for the same account.
had-account-no = No, this is the first time
had-account-no-what = A new account is made, with a user name, a password and security questions that they choose themselves.
had-account-unsure = If they do not remember, choose “No”. If there is an account, it shows after both codes, and no second one is made.
