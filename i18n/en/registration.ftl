# Registration: its steps in the rail, what the clerk says at each, and when to stop.

registration-flow = New user

registration-conditions = Conditions
registration-personal = Personal data
registration-password = Password
registration-email = Email
registration-language = Account’s language
registration-captcha = Characters in the image
registration-terms = Terms and privacy
registration-codes = Codes to mobile and email
registration-questions = Security questions
registration-review = Review

registration-now-conditions = The clerk reads them out
registration-now-conditions-stopped = One is not met
registration-now-conditions-unknown = One is not known
registration-now-personal = The clerk types both numbers
registration-now-username = The applicant chooses it
registration-now-password = The applicant chooses it alone
registration-now-email = The applicant types it twice
registration-now-language = The applicant chooses it
registration-now-captcha = The applicant types them twice
registration-now-terms = The applicant reads, then accepts
registration-now-codes = Both codes are awaited
registration-now-codes-mobile = The mobile’s code is left
registration-now-codes-email = The email’s code is left
registration-now-questions = Being chosen and answered
registration-now-review = The applicant looks it over

registration-had-account-say = “Welcome. Have you ever had an account, even if you forgot its name?”

registration-conditions-say = “These are the conditions. I read them to you now, so that you lose no time: a valid document, a mobile in your name, an email you can open.”
registration-conditions-flag-1 = A registration that someone else asks for
registration-conditions-flag-2 = A document that is not theirs
registration-conditions-stopped-say = “You cannot register now; I see the reason here. Let me explain what to do and where, then come back to us.”
registration-conditions-unknown-say = “We could not make sure of your details now. It is not your fault; you can come back later or ask the supervisor.”

registration-personal-say = “May I have your document, and the mobile number that is registered to you?”
registration-personal-flag-1 = A mobile number read from paper, or asked of someone else
registration-personal-flag-2 = A mobile of an employer or of a service office
registration-personal-flag-3 = The ID of someone who is not here

registration-username-say = “Choose a name to sign in with. You can take one of those that are suggested. Do not tell it to me.”
registration-username-flag-1 = Someone choosing the name for them
registration-username-flag-2 = The screen being photographed

registration-password-say = “Choose a password that only you know, and type it twice. Do not tell it to me.”
registration-password-flag-1 = Someone choosing or dictating the password
registration-password-flag-2 = The password written on paper left at the desk
registration-password-flag-3 = The screen being photographed

registration-email-say = “Type your email twice. A code will come to it soon, so take one that you can open now.”
registration-email-flag-1 = The email of a service office or of someone else
registration-email-flag-2 = Someone making a new email for them on his own phone

registration-language-say = “In which language would you like the messages of your account?”
registration-language-flag-1 = Someone choosing a language that they do not understand

registration-captcha-say = “Type the letters in the image, then type them again. Capital and small letters are the same.”
registration-captcha-flag-1 = Someone else typing for them
registration-captcha-flag-2 = An applicant who does not know why they are here

registration-terms-say = “Read the terms and the privacy policy to the end, then tick the box yourself. Ask me what is not clear.”
registration-terms-flag-1 = Someone hurrying them to accept
registration-terms-flag-2 = An applicant who cannot read this language. Switch it for them.

registration-codes-say = “A code comes to your phone and one to your email. Type them on the screen before you; read them neither to me nor to anybody.”
registration-codes-flag-1 = The applicant calls someone to ask for the code
registration-codes-flag-2 = The phone or the email in someone else’s hands

registration-questions-say = “Choose questions that only you can answer, and answers you will not forget. I see neither.”
registration-questions-flag-1 = Someone dictating, here or on the phone
registration-questions-flag-2 = Answers written on paper left at the desk
registration-questions-flag-3 = Visible haste or fear

registration-review-say = “Look over what you typed and correct what you like. When you press “Make the account”, it is made.”
registration-review-flag-1 = An applicant who does not know the mobile or email shown
registration-review-flag-2 = Someone pressing for them

registration-clash-say = “We could not complete the registration now. The supervisor can look into it with you.”

registration-username-title = Choose a user name
registration-username-sentence = You always sign in with it. Capital and small letters count as the same; the clerk does not see it.
registration-password-title = Choose a password
registration-password-sentence = Choose it yourself and tell nobody. The clerk does not see it.
registration-captcha-title = Type the letters twice
registration-captcha-sentence = Type what you see in the image, then type it again. Capital and small letters are the same.
registration-captcha-repeat = Type the letters again
registration-captcha-error-repeat-empty = Type the letters again here.
registration-captcha-error-differs = The two entries differ. Compare them with the image and correct one; no try was counted.

registration-codes-title = Type both codes
registration-codes-sentence = One for your mobile and one for your email. Begin with whichever is there.
registration-codes-mobile = Code to the mobile ending in { $last_two }
registration-codes-email = Code to { $masked }
registration-codes-matched = Verified
registration-codes-clerk-title = Waiting for the codes to mobile and email
registration-codes-clerk-sentence = The applicant types them on their screen. You see a tick for each that matched.
registration-codes-clerk-then = Then the applicant chooses security questions and answers them.

registration-clash-title = The registration cannot be completed here
registration-clash-do = No account was made, and nothing that was typed is kept. A supervisor can go on with the applicant.
registration-had-account-already = You have an account with this identity and this mobile. Answer its questions, then see its user name or choose a new one.
registration-had-account-already-clerk = The applicant has an account already, so no other is made. They now answer its questions, then choose what they want.
