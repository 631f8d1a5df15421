# The set-up when a desk is started for the first time.

welcome-window = Istiada · set up the desk
welcome-steps = Steps of the set-up
welcome-step = Step { $number } of { $total } · { $name }
welcome-once = Asked once at each desk.
welcome-aside = Why is this asked?

welcome-language = Language
welcome-language-title = Welcome to Istiada
welcome-language-sentence = A few steps and the desk is ready. First choose the language of the clerk’s screen.
welcome-language-choices = Language of the clerk’s screen
welcome-language-why = F2 changes it at any time. The applicant’s screen has a language of its own.

welcome-workplace = Centre and desk
welcome-workplace-title = Centre and desk
welcome-workplace-sentence = These names stand in the top bar, on receipts and in the ledger.
welcome-centre = Name of the centre
welcome-centre-help = As visitors know it, such as City Service Centre
welcome-desk = Name of the desk
welcome-desk-help = A name or number that no other desk of the centre has, such as Desk 4
welcome-centre-missing = Type the name of the centre.
welcome-desk-missing = Type the name of the desk.
welcome-name-long = This is longer than can be shown. Shorten it.
welcome-name-character = A character in it cannot be shown. Remove it and type another.
welcome-workplace-why = A receipt names the desk, and the ledger says where each thing was done.

welcome-supervisor = First supervisor
welcome-supervisor-title = The first supervisor
welcome-supervisor-sentence = The first person to sign in at this desk. They add the other staff and give them their roles.
welcome-supervisor-name = Name as shown on the screen
welcome-supervisor-identity-help = The supervisor signs in with it, and is never served under it.
welcome-supervisor-name-missing = Type the supervisor’s name.
welcome-supervisor-why = Staff each have their number and password, so that the ledger knows who did what. Nobody serves themselves or approves their own visit.

welcome-password = Their password
welcome-password-title = The supervisor’s password
welcome-password-sentence = The supervisor chooses it, and tells nobody.
welcome-password-why = Nobody can see it or bring it back. If the last supervisor forgets it, only the recovery phrase sets another.


welcome-phrase = Recovery phrase
welcome-phrase-title = Write the recovery phrase on paper
welcome-phrase-sentence = Twelve words that are shown now and never again. Write them in their order, and keep the paper in a safe, away from the desk.
welcome-phrase-words = Words of the recovery phrase
welcome-phrase-warning = Do not photograph, print or send them. Whoever has them can set the supervisor’s password.
welcome-phrase-written = I have written them
welcome-phrase-ask-title = Are they written as they were shown?
welcome-phrase-ask-sentence = Read the two words asked for from your paper.
welcome-phrase-word = Word number { $number }
welcome-phrase-word-empty = Type the word from your paper.
welcome-phrase-word-wrong = It is not this word. Look at your paper, or go back to see the words again.
welcome-phrase-why = If the last supervisor forgets the password, this phrase alone sets another. It is kept nowhere else.

welcome-applicant = Applicant’s screen
welcome-applicant-title = Where does the applicant’s screen stand?
welcome-applicant-sentence = Answers, codes and passwords that the applicant types appear only there.
welcome-applicant-places = Place of the applicant’s screen
welcome-applicant-same = On this same screen
welcome-applicant-same-detail = One screen that changes hands between clerk and applicant.
welcome-applicant-own = On another screen before the applicant
welcome-applicant-own-detail = Its place is counted from the top left of the first screen.
welcome-applicant-x = From the left, in pixels
welcome-applicant-x-help = Mostly the width of the first screen, such as 1920
welcome-applicant-y = From the top, in pixels
welcome-applicant-y-help = Zero where both are level
welcome-applicant-number = Type a whole number, such as 1920.
welcome-applicant-mark-show = Show a mark there
welcome-applicant-mark = The applicant’s screen is here
welcome-applicant-mark-sentence = This mark goes away by itself.
welcome-applicant-why = With a screen before the applicant, the clerk never sees what is typed. The configuration file can change it later.

welcome-review = Review
welcome-review-title = Is everything right?
welcome-review-sentence = Once confirmed, the desk’s store is made and the supervisor signs in.
welcome-review-password = Chosen, and not shown
welcome-review-phrase = Written and checked
welcome-review-applicant-same = On this same screen
welcome-review-applicant-own = Another screen that begins at { $x } and { $y }
welcome-review-why = Nothing is saved yet. Esc goes back to what you want to correct; secrets are asked for again.
welcome-found = Make the desk
welcome-founding = Making the desk
