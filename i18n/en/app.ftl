# Windows, top bar, training band and the About page.

app-name = Istiada
app-window-clerk = Istiada · clerk’s screen
app-window-applicant = Istiada · applicant’s screen
app-window-training = Istiada · training
app-workplace = { $centre } · { $desk }
app-role-clerk = Service clerk
app-role-supervisor = Supervisor
app-role-auditor = Auditor
app-signed-in = { $name }, { $role }
app-change-language = Change the language
app-training = Training
app-training-what = Made-up people; no message is sent and no account is changed
app-training-chip = Training
app-keys = Keys of this screen
app-appearance = Appearance
app-appearance-light = Light
app-appearance-dark = Dark
app-appearance-contrast = High contrast
app-text-size = Text size
app-text-larger = Larger text
app-text-smaller = Smaller text
app-applicant-progress = Step { $number } of { $total }
app-applicant-unseen = The clerk does not see what you type here.
app-applicant-help = Need help? Tell the clerk at any time.
app-applicant-wait-title = One moment, please
app-applicant-wait-sentence = The clerk is typing now. Your next step will appear here.

about-title = About this program
about-what = Istiada is a program for service counters, with which a clerk helps a person back into their account on { $platform }.
about-not-official = It is not an official product of { $platform } or of any government body.
about-version = Version { $version }
about-licence = Licence: { $licence }
about-typeface = Typeface: { $typeface }
