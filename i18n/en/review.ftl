# Everything once more before the account is made, and what is said once it is.

review-title = Look it over
review-sentence = This is what you entered. Correct what you like, then make the account.
review-name = Name
review-identity = Identity number
review-expiry = Document expires
review-from-document = From the document
review-from-registry = From the official registry
review-mobile = Mobile
review-email = Email
review-username = User name
review-password = Password
review-language = Account’s language
review-terms = Terms and privacy policy
review-questions = Security questions
review-set = Set
review-accepted = Accepted
review-change = Change
review-create = Make the account
review-creating = Making the account
review-back-secret = If you go back to the step of a secret, you are asked to type it again.
review-clerk-title = The applicant is looking it over
review-clerk-sentence = The keyboard is theirs now. When they press “Make the account”, it is made.
review-clerk-then = Then the receipt and the services open to them appear.
