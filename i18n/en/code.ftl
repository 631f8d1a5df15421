# Step 4: the activation code.

code-title = Type the activation code
code-sentence = { PLURAL($count) ->
    [one] We sent { $count } digit to your mobile ending in { $last_two }.
   *[other] We sent { $count } digits to your mobile ending in { $last_two }.
}
code-label = Activation code
code-keypad = Number pad
code-delete-last = Delete the last digit
code-clear-all = Clear all
code-expires = The code expires in
code-expires-at = at { $moment }
code-never-aloud = Do not read the code aloud, and give it to nobody.
code-tries-left = { PLURAL($count) ->
    [zero] This code takes no more tries.
    [one] This code takes { $count } more try.
   *[other] This code takes { $count } more tries.
}
code-error-empty = Type the code that came to your mobile.
code-error-not-digits = The code is digits only. Type it as it stands in the message.
code-error-length = { PLURAL($count) ->
    [one] The code has { $count } digit. Type all of it, as in the message.
   *[other] The code has { $count } digits. Type all of it, as in the message.
}
code-error-wrong = { PLURAL($count) ->
    [zero] That is not the code, and it takes no more tries. Ask for a new one.
    [one] That is not the code. { $count } try is left; compare it with the last message.
   *[other] That is not the code. { $count } tries are left; compare it with the last message.
}
code-error-expired = The code has expired. Ask for a new one.
code-error-spent = This code was mistyped too often. Ask for a new one.
code-error-too-soon = You can ask for a new code in { $left }.
code-error-none-left = All codes of this visit were asked for. Use the last message you got, or tell the clerk.
code-resend = New code
code-resend-in = New code in { $left }
code-resent = A new code was asked for. The one before no longer works.
code-resends-left = { PLURAL($count) ->
    [zero] No more codes in this visit
    [one] { $count } code left
   *[other] { $count } codes left
}
code-checking = Checking the code

code-clerk-title = Waiting for the activation code
code-clerk-sentence = The code goes to the mobile on the account; the applicant types it on their screen.
code-clerk-sentence-training = The code goes to the training phone drawn beside this card.
code-clerk-sent-before = Asked for
code-clerk-resend-after = Send again in
code-clerk-left = Left in this visit
code-clerk-left-codes = { PLURAL($count) ->
    [zero] None
    [one] { $count } code
   *[other] { $count } codes
}
code-clerk-expired = This code has expired
code-clerk-tries = Wrong tries: { $number } of { $total }
code-clerk-saved = The message was saved
code-clerk-typing = The applicant is typing the code on their screen
code-clerk-training = In training you play both parts. Read the code from the phone, press { $key } and type it on the applicant’s screen.
