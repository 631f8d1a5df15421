# The start page.

start-title = Ready for the next applicant
start-wiped = The previous visit was wiped from fields, memory and clipboard at { $time }.
start-fresh = No visit is open, and nobody’s details are on this desk.
start-next-applicant = Next applicant
start-electronic-services = Electronic services
start-individual-services = Individuals’ services
start-supervision = Supervision and ledger
start-supervision-what = The day and the week in figures, what needs a look, and everything that happened at this desk.
start-services = Services
start-services-what = What the account opens, and what each service needs.
start-forgotten-password = Forgot your password?
start-forgotten-password-what = Once it is sure who they are, they choose a new password.
start-sign-in = Try signing in
start-sign-in-what = The applicant tries their name and new password on their own screen.

start-latest = Latest visits
start-latest-none = No visits since the program was opened
start-latest-completed = Done
start-latest-unfinished = Unfinished

start-no-gateway-title = No recovery that needs a code can start
start-no-gateway-why = This desk has no SMS gateway, so no activation code can be sent.
start-no-gateway-do = Ask your technical staff to add the gateway to the configuration, then open the program again.
start-gateway-down-title = The SMS gateway does not work now
start-gateway-down-do = Messages are kept and leave once it is back, so a code may be late. Tell the applicant or agree on another time; if it lasts, tell your technical staff.
start-no-email-title = No new user can register at this desk
start-no-email-why = A registration needs a code by email, and there is no email gateway here.
start-email-down-title = The email gateway does not work now
start-email-down-do = Emails are kept and leave once it is back, so the code of a registration may be late. If it lasts, tell your technical staff.

start-new-user = New user
start-new-user-what = A forgotten user name, or a first registration.

services-page-kind = Who the applicant is
services-page-sentence = What the account opens to whom, and what each service needs beforehand.
services-page-need = Needed beforehand: { $need }. It gives: { $gives }.

aside-services-say = “These are the services you can ask for from your account, and this is what to bring for each of them.”
