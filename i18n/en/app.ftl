# Windows, top bar, training band and the About page.

app-name = Istiada
app-window-clerk = Istiada · clerk’s screen
app-window-applicant = Istiada · applicant’s screen
app-window-training = Istiada · training
app-workplace = { $centre } · { $desk }
app-role-clerk = Service clerk
app-role-supervisor = Supervisor
app-role-auditor = Auditor
app-training = Training
app-training-what = Made-up people; no message is sent and no account is changed
app-keys = Keys of this screen
app-text-size = Text size
app-applicant-progress = Step { $number } of { $total }
app-applicant-unseen = The clerk does not see what you type here.
app-applicant-help = Need help? Tell the clerk at any time.
app-applicant-wait-title = One moment, please
app-applicant-wait-sentence = The clerk is typing now. Your next step will appear here.
