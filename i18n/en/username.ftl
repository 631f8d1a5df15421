# The user name: shown to its owner, or a new one chosen.

username-title = The user name of your account
username-sentence = We have made sure that the account is yours. Choose what you want.
username-see = Show me my user name
username-see-what = It appears on this screen only, and comes by SMS to the mobile on your account.
username-take = I want a new user name
username-take-what = It replaces the one before. The account and the password stay as they are.

username-new-title = Choose a new user name
username-new-sentence = You sign in with it instead of the one before.
username-new = New user name
username-new-help = Latin letters and digits. Capital and small ones count as the same.
username-meets-rules = It meets the rules. Ask whether it is free, or save it.
username-free = This name is free now, and yours once you save it.
username-check = Is it free?
username-checking = Asking for the name
username-save = Save the name
username-suggestions = Free now. Press one you like
username-suggestion = Choose the name { $name }
username-rule-length = Length: { $shortest } to { $longest }
username-rule-begins = It begins with a Latin letter
username-rule-characters = Latin letters and digits only
username-rule-lower = A small letter, such as a
username-rule-digit = At least one digit

username-error-empty = Type the new name, or choose one of those suggested.
username-error-arabic-keyboard = Your keyboard is Arabic. Switch it to Latin, then type the name.
username-error-is-identity = This is an identity number and cannot be a user name. Choose one that begins with a letter.
username-error-is-mobile = This is a mobile number and cannot be a user name. Choose one that begins with a letter.
username-error-is-email = This is an email address. Type a name of Latin letters and digits.
username-error-character = There is a symbol or a space in it. Remove it: a user name is Latin letters and digits only.
username-error-short = { PLURAL($count) ->
    [one] The name is too short. It needs at least { $count } letter or digit.
   *[other] The name is too short. It needs at least { $count } letters or digits.
}
username-error-long = { PLURAL($count) ->
    [one] The name is too long. It takes at most { $count } character.
   *[other] The name is too long. It takes at most { $count } characters.
}
username-error-begins = A user name begins with a Latin letter. Put one in front.
username-error-lower-case = Add a small Latin letter, such as a.
username-error-digit = Add at least one digit.
username-error-same = This is the name that you have. Choose another, or go back and have it shown.
username-error-taken = Somebody else has this name. Choose one of those suggested, or type another.
username-error-too-many = This desk has asked for many names. Try again at { $time }.

username-shown-title = This is the user name of your account
username-shown-sentence = Keep it where nobody else sees it. An SMS with it to the mobile on your account is ready.
username-changed-title = You have a new user name
username-changed-sentence = Sign in with it from now on. A notice of the change comes to the mobile and email of your account.
username-password-same = Your password has not changed.
username-noted = I have noted it

username-clerk-title = The applicant is choosing
username-clerk-sentence = The keyboard is theirs now: they see their user name, or take a new one. You do not see it; suggest none.
username-clerk-then = Once they have chosen, the visit moves on by itself.
