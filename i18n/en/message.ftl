# Messages that leave the desk. An SMS is 160 characters of GSM-7: no curly quotes, no marks.

message-code-sms = { PLURAL($minutes) ->
    [one] Activation code { $code }, good for { $minutes } minute. Staff never ask for it. Give it to nobody.
   *[other] Activation code { $code }, good for { $minutes } minutes. Staff never ask for it. Give it to nobody.
}
message-password-changed-sms = The password of your account was changed at a desk. Reference { $reference }. If this was not you, go to the nearest centre with your ID.
message-recovery-paused-sms = Wrong details were given for your account at a desk; recovery is paused for a while. Reference { $reference }. Your password is unchanged.
message-username-sms =
    The user name of your account:
    { $username }
    If you did not ask for it at a desk, go to the nearest centre.
message-username-changed-sms = The user name of your account was changed at a desk. Reference { $reference }. If this was not you, go to the nearest centre with your ID.
message-account-made-sms = An account was made for you at a desk. Reference { $reference }. If this was not you, go to the nearest centre with your ID.
# A last line that binds the code to the platform's site follows.
message-code-bound-sms = Activation code { $code }. Staff never ask for it. Give it to nobody.
message-code-subject = Activation code
message-code-email = { PLURAL($minutes) ->
    [one] Activation code: { $code }. It is good for { $minutes } minute. Staff never ask for it; give it to nobody.
   *[other] Activation code: { $code }. It is good for { $minutes } minutes. Staff never ask for it; give it to nobody.
}
message-password-changed-subject = The password of your account was changed
message-password-changed-email = The password of your account was changed at a service desk. Visit { $reference }. If this was not you, go to the nearest centre with your ID and give this reference.
message-recovery-paused-subject = Recovery of your account is paused
message-recovery-paused-email = Wrong details were given for your account at a service desk, so its recovery is paused for a while. Visit { $reference }. Your password is unchanged. If this was not you, go to the nearest centre with your ID.
message-username-subject = The user name of your account
message-username-email = The user name of your account is { $username }. It was asked for at a service desk. If this was not you, go to the nearest centre with your ID.
message-username-changed-subject = The user name of your account was changed
message-username-changed-email = The user name of your account was changed at a service desk; the name before it no longer opens the account. Visit { $reference }. Your password is unchanged. If this was not you, go to the nearest centre with your ID and give this reference.
message-account-made-subject = An account was made for you
message-account-made-email = An account was made for you at a service desk. Visit { $reference }. If this was not you, go to the nearest centre with your ID and give this reference.
message-mobile-change-begun-sms = { PLURAL($hours) ->
    [one] The mobile of your account is to be replaced in { $hours } hour. Not you? Go to any centre, which stops it. Reference { $reference }.
   *[other] The mobile of your account is to be replaced in { $hours } hours. Not you? Go to any centre, which stops it. Reference { $reference }.
}
message-mobile-change-stopped-sms = The change of the mobile of your account was stopped; your mobile stays as it is. Reference { $reference }.
message-mobile-changed-sms = The mobile of your account was changed at a desk. Reference { $reference }. If this was not you, go to the nearest centre with your ID.
message-mobile-change-begun-subject = The mobile of your account is to be replaced
message-mobile-change-begun-email = { PLURAL($hours) ->
    [one] At a service centre it was asked that the mobile of your account be replaced. That will be possible in { $hours } hour. Visit { $reference }. If this was not you, go to any centre before then and give this reference: it is stopped at once.
   *[other] At a service centre it was asked that the mobile of your account be replaced. That will be possible in { $hours } hours. Visit { $reference }. If this was not you, go to any centre before then and give this reference: it is stopped at once.
}
message-mobile-change-stopped-subject = The change of the mobile on your account was stopped
message-mobile-change-stopped-email = At a service centre the change of the mobile of your account was stopped; your number stays as it is. Visit { $reference }. If it was you who asked for the change, go to any centre with your ID.
message-mobile-changed-subject = The mobile of your account was changed
message-mobile-changed-email = The mobile of your account was changed at a service centre. Visit { $reference }. If this was not you, go to the nearest centre with your ID and give this reference.
