# What the clerk says at each step, and when to stop.

aside-title = Help for this step
aside-say-first = Open with this
aside-say = Say to the applicant
aside-stop = Stop if you see
aside-before = Before you begin

aside-start-say = “Welcome. Have you forgotten your password? I need your ID, and your phone with you.”
aside-start-before-1 = The ID is an original, the photo matches
aside-start-before-2 = Their phone is here, with its SIM in it
aside-start-before-3 = Nobody stands near the applicant’s screen

aside-document-say = “May I have your document, please? I look at it and give it straight back.”
aside-document-flag-1 = A picture of an ID instead of the original
aside-document-flag-2 = The ID of someone who is not here
aside-document-flag-3 = A document that was scratched or altered

aside-captcha-say = “Type the letters you see in the image. If they are not clear, ask for another or for larger letters.”
aside-captcha-flag-1 = Someone else typing for them
aside-captcha-flag-2 = An applicant who does not know why they are here

aside-identity-say = “Please tell me the mobile number you opened the account with.”
aside-identity-flag-1 = A picture of an ID instead of the original
aside-identity-flag-2 = The ID of someone who is not here
aside-identity-flag-3 = A mobile number read from paper, or asked of someone else

aside-questions-say = { PLURAL($count) ->
    [one] “You will see { $count } question you chose when you opened your account. Answer it yourself; I cannot see what you type.”
   *[other] “You will see { $count } questions you chose when you opened your account. Answer them yourself; I cannot see what you type.”
}
aside-questions-flag-1 = Someone dictating, here or on the phone
aside-questions-flag-2 = Answers read from paper or a picture
aside-questions-flag-3 = Visible haste or fear

aside-code-say = { PLURAL($count) ->
    [one] “You will get a message with { $count } digit. Type it on the screen before you; read it neither to me nor to anybody.”
   *[other] “You will get a message with { $count } digits. Type them on the screen before you; read them neither to me nor to anybody.”
}
aside-code-flag-1 = The applicant calls someone to ask for the code
aside-code-flag-2 = The phone is not with them now

aside-password-say = “Choose a password that only you know, and type it twice. Do not tell it to me.”
aside-password-flag-1 = Someone choosing or dictating the password
aside-password-flag-2 = The password written on paper left at the desk
aside-password-flag-3 = The screen being photographed

aside-username-say = “Choose on the screen before you: see your user name, or take a new one. I do not see what appears.”
aside-username-flag-1 = Someone choosing or dictating the name
aside-username-flag-2 = The name written on paper left at the desk
aside-username-flag-3 = Someone else photographing the screen

aside-done-say = “It is changed. Give your password to nobody, not even to us.”
aside-done-username-say = “It is done. The user name and the password are yours alone. Give them to nobody, not even to us.”
aside-ending-say = “We could not complete the recovery now. Go over your details; you can try later or ask for a supervisor.”
