# Step 2: identity and mobile, and the user name.

identity-title = Identity and mobile
identity-sentence = Type the number as it stands on the document in your hand, then the mobile as the applicant says it.
identity-number = National ID / Iqama / border number
identity-number-count = 10 digits
identity-number-help = Latin, Arabic and Persian digits are all read.
identity-number-forgotten = The number goes here, not a name: the user name is what was forgotten.
identity-by-username = Use the user name instead of the number
identity-by-number = Use the identity number instead of the user name
identity-username = User name
identity-username-help = Latin letters and digits, as the applicant chose it.
identity-mobile = Mobile number on the account
identity-mobile-help = Such as 050 123 4567. The code goes only to the mobile on the account.
identity-mobile-reads-as = Reads as { $value }. The code goes only to the mobile on the account.
identity-read-aloud = Read it aloud:
identity-checking = Preparing the questions

identity-error-empty = Type the identity number from the document.
identity-error-not-digits = There is something other than digits in it. Type the ten digits alone.
identity-error-short = { PLURAL($count) ->
    [one] { $count } digit was typed; 10 are needed. Complete it from the document.
   *[other] { $count } digits were typed; 10 are needed. Complete it from the document.
}
identity-error-long = { PLURAL($count) ->
    [one] { $count } digit was typed; 10 are needed. Compare it with the document.
   *[other] { $count } digits were typed; 10 are needed. Compare it with the document and remove the rest.
}
identity-error-check-digit = One digit is mistyped. Compare it with the document, digit by digit.
identity-error-is-mobile = This is a mobile number. Type the identity number here, and the mobile in the next field.
identity-error-unknown-kind = A national ID begins with 1, an iqama with 2, a border number with 3. Compare it with the document.
identity-error-document = This does not agree with the last four digits of the document you saw. Compare them, or go back to the document.
identity-error-own = This is your own identity number. Staff do not serve themselves; a colleague takes this visit.
identity-error-number-wanted = The user name is what was forgotten in this visit. Type the identity number from the document.

identity-mobile-error-empty = Type the mobile number as the applicant says it.
identity-mobile-error-not-digits = There is something other than digits in the mobile. Type its digits alone, such as 0501234567.
identity-mobile-error-short = { PLURAL($count) ->
    [one] { $count } digit of the mobile was typed. It has 10, beginning with 05.
   *[other] { $count } digits of the mobile were typed. It has 10, beginning with 05.
}
identity-mobile-error-long = { PLURAL($count) ->
    [one] { $count } digit of the mobile was typed. It has 10, beginning with 05.
   *[other] { $count } digits were typed, more than a mobile has. Go over it with the applicant.
}
identity-mobile-error-is-identity = This is an identity number. Type the mobile here, beginning with 05.
identity-mobile-error-foreign = This is a number from outside the Kingdom. Type a Saudi mobile, beginning with 05.
identity-mobile-error-not-mobile = This is not a mobile number. Type one that begins with 05, no landline and no unified number.

identity-username-error-empty = Type the user name.
identity-username-error-arabic-keyboard = Your keyboard is Arabic. Switch it to Latin, then type the user name.
identity-username-error-is-identity = This is an identity number. Type the user name here, or use the identity number instead.
identity-username-error-is-mobile = This is a mobile number. Type the user name here.
identity-username-error-is-email = This is an email address. Type the user name alone.
identity-username-error-character = There is a sign or a space in it. A user name has only Latin letters and digits.
identity-username-error-short = { PLURAL($count) ->
    [one] A user name has at least { $count } character. Go over it with the applicant.
   *[other] A user name has at least { $count } characters. Go over it with the applicant.
}
identity-username-error-long = { PLURAL($count) ->
    [one] A user name has at most { $count } character. Go over it with the applicant.
   *[other] A user name has at most { $count } characters. Go over it with the applicant.
}
identity-username-error-begins = A user name begins with a Latin letter. Go over it with the applicant.
identity-username-error-lower-case = A user name has at least one small Latin letter. Go over it with the applicant.
identity-username-error-digit = A user name has at least one digit. Go over it with the applicant.
