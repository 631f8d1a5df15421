# Facts of the ledger: what happened, in a short sentence for whoever reads it.

ledger-desk-opened = The desk was opened
ledger-clock-jumped-forward = The clock was set forward by { $span }
ledger-clock-jumped-back = The clock was set back by { $span }
ledger-accounts-imported = { PLURAL($count) ->
    [one] One account was imported
   *[other] { $count } accounts were imported
}
ledger-registry-imported = { PLURAL($count) ->
    [one] The registry was imported: one person
   *[other] The registry was imported: { $count } people
}
ledger-exported = { PLURAL($count) ->
    [one] One entry of the ledger was saved as a file
   *[other] { $count } entries of the ledger were saved as a file
}
ledger-visit-opened = A visit began · { $flow }
ledger-document-seen = The document was seen · ending in { $digits }
ledger-captcha-shown = Image { $image } was shown
ledger-captcha-missed = The image was not read correctly
ledger-captcha-paused = The visit paused after images that were not read
ledger-captcha-passed = The image was read correctly
ledger-captcha-attested = The clerk attested that a person is there, instead of the image · { $reason }
ledger-visit-resumed = The clerk went on with the visit after the program had stopped
ledger-identity-given = Identity and mobile were given
ledger-registry-asked = The registry was asked about identity and mobile
ledger-answers-missed = The answers did not match in round { $round }
ledger-answers-matched = All answers matched
ledger-recovery-paused = Recovery was paused after too many tries
ledger-desk-paused = The desk was paused after too many that did not match
ledger-code-requested = Code { $number } was asked for
ledger-code-missed = A wrong code was typed
ledger-code-matched = The code matched
ledger-password-changed = The password was changed
ledger-username-free = A user name was asked about, and is free
ledger-username-taken = A user name was asked about, and is taken
ledger-username-shown = The user name was shown to its owner
ledger-username-changed = The user name was changed
ledger-conditions-read = The conditions of registration were read
ledger-condition-not-met = A condition was not met · { $condition }
ledger-document-typed = Details were taken from the document, not the registry
ledger-username-chosen = The user name was chosen
ledger-password-chosen = The password was chosen
ledger-email-given = The email was given
ledger-account-language-chosen = The language of the account was chosen
ledger-terms-accepted = Terms and privacy policy were accepted
ledger-contact-code-requested-sms = A code to the mobile was asked for
ledger-contact-code-requested-email = A code to the email was asked for
ledger-contact-proven-sms = The mobile is at hand
ledger-contact-proven-email = The email is at hand
ledger-questions-chosen = Security questions were chosen and answered
ledger-registration-clashed = The details given for a new account are those of one that is there
ledger-account-registered = The account was made
ledger-condition-unknown = The registry does not know · { $condition }
ledger-registration-approved = A supervisor approved a registration, though the registry does not know · { $conditions } · { $reason }
ledger-recovery-approved = A supervisor approved a recovery · { $purpose } · { $reason }
ledger-approval-seconded = A second supervisor approved
ledger-approval-refused = A supervisor signed in, and nothing was approved
ledger-mobile-change-begun = The wait for a new mobile began
ledger-mobile-change-stop-asked = A desk was asked to stop a change of mobile
ledger-mobile-change-stopped = A change of mobile was stopped
ledger-mobile-changed = The mobile on the account was changed
ledger-sign-in-agreed = Signing in was tried, and worked
ledger-sign-in-refused = Signing in was tried, and did not work
ledger-ended-completed = The visit ended, with everything done
ledger-ended-closed = The visit ended with the closing sentence
ledger-ended-abandoned = The clerk ended the visit early
ledger-ended-idle = The visit ended because nobody touched the desk
ledger-ended-too-long = The visit reached the end of its time
ledger-ended-interrupted = The visit was cut off as the program stopped
ledger-message-queued = A message waits for its turn
ledger-message-queued-again = A message has not gone out yet and is tried again · { $why }
ledger-message-sending = A message was handed to the gateway
ledger-message-sent = A message went out
ledger-message-delivered = A message arrived
ledger-message-failed = A message was refused and will not arrive
ledger-message-failed-why = A message will not arrive · { $why }
ledger-message-expired = A message expired before it went out
ledger-message-unknown = Nobody knows whether a message went out
ledger-set-up-completed = The desk was set up
ledger-staff-signed-in = A member of staff signed in
ledger-staff-signed-out = A member of staff signed out
ledger-staff-locked = The desk was locked
ledger-staff-unlocked = The desk was unlocked
ledger-staff-sign-in-missed = A member of staff could not sign in
ledger-staff-paused = Signing in was paused after too many tries
ledger-staff-password-changed = A member of staff changed their password
ledger-staff-vouched = A second member of staff proved who they are · { $staff }
ledger-staff-added = A member of staff was added · { $role } { $staff }
ledger-staff-disabled = A member of staff was disabled · { $staff }
ledger-staff-reset = A member of staff was given a password to change · { $staff }
ledger-phrase-used = The recovery phrase was used · { $staff }
ledger-phrase-missed = A wrong recovery phrase was typed
ledger-command-ran = A command was run · { $command }
ledger-drill-ran = Round { $visit } of the self-test
