# The rail: the visit's card and its steps.

rail-visit = Visit
rail-identity-unknown = Identity not known yet
rail-person = { $kind } · { $masked }
rail-flow-password = Forgotten password
rail-flow-username = Forgotten user name
rail-steps = Steps of the visit

rail-document = Document seen
rail-captcha = Characters in the image
rail-identity = Identity and mobile
rail-questions = Security questions
rail-code = SMS code
rail-password = New password
rail-username = User name
rail-done = Done and receipt

rail-now-document = The clerk looks at the document
rail-now-captcha = The applicant types what they see
rail-now-captcha-paused = A short pause
rail-now-identity = The clerk types both numbers
rail-now-questions = The applicant is answering
rail-now-questions-again = Another round
rail-now-code = Sent for; the applicant types it
rail-now-code-expired = The code has expired
rail-now-password = The applicant chooses it alone
rail-now-username = The applicant sees or changes it
rail-now-done = Changed
rail-now-shown = Shown to its owner
rail-now-ended = The visit has ended

kind-citizen = Citizen
kind-resident = Resident
kind-visitor = Visitor
kind-citizen-document = National ID
kind-resident-document = Iqama
kind-visitor-document = Border number
