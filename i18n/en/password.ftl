# Step 5: the new password.

password-title = Choose a new password
password-sentence = Choose it yourself and tell nobody. The clerk does not see it.
password-new = New password
password-repeat = Type it again
password-save = Save the password
password-saving = Saving the password
password-rules = What a password needs
password-rule-met = Done
password-rule-open = Still to do
password-rule-recommended = Recommended
password-rule-length = { PLURAL($count) ->
    [one] At least { $count } character
   *[other] At least { $count } characters
}
password-rule-upper = A capital Latin letter, such as A
password-rule-lower = A small Latin letter, such as a
password-rule-same = Both are the same
password-rule-symbol = A symbol, such as - # @ !
password-later = As it is saved we make sure that it is none of your previous passwords and not a common one.
password-strength = Strength:
password-strength-0 = very weak
password-strength-1 = weak
password-strength-2 = fair
password-strength-3 = good
password-strength-4 = strong
password-strength-none = nothing typed yet
password-repeat-not-yet = They are not the same yet. Go on typing.
password-error-empty = Type the new password.
password-error-repeat-empty = Type the password again here.
password-error-short = { PLURAL($count) ->
    [one] The password is too short. It needs at least { $count } character.
   *[other] The password is too short. It needs at least { $count } characters.
}
password-error-long = { PLURAL($count) ->
    [one] The password is too long. It takes at most { $count } character.
   *[other] The password is too long. It takes at most { $count } characters.
}
password-error-upper = Add a capital Latin letter, such as A.
password-error-lower = Add a small Latin letter, such as a.
password-error-digit = Add at least one digit.
password-error-symbol = Add a symbol, such as - # @ !
password-error-repeat = The two differ. Type the second as you typed the first.
password-error-common = This is a common password, easily guessed. Choose another.
password-error-personal = The password is one of your own details, such as a name or a number. Choose another.
password-error-one-character = One character makes up more than half of it. Mix other ones in.
password-error-character = There is a character in it that cannot be taken. Remove it or choose another.
password-error-used-before = Your account has had this password before. Choose a new one.
password-error-arabic-keyboard = Your keyboard is Arabic. Switch it to Latin if you want Latin letters.
password-error-busy = The computer is busy. Nothing was saved; try again in a moment.
password-clerk-title = The applicant is choosing a password
password-clerk-sentence = The keyboard is theirs now. You see neither the password nor its length; suggest none.
password-clerk-then = Once it is saved, the visit moves on by itself.
