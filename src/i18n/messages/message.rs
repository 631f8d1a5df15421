//! Messages that leave the desk.

messages! {
    message_code_sms(minutes: Count, code: Text);
    message_password_changed_sms(reference: Text);
    message_recovery_paused_sms(reference: Text);
    message_username_sms(username: Text);
    message_username_changed_sms(reference: Text);
    message_account_made_sms(reference: Text);
    message_code_subject;
    message_code_email(minutes: Count, code: Text);
    message_password_changed_subject;
    message_password_changed_email(reference: Text);
    message_recovery_paused_subject;
    message_recovery_paused_email(reference: Text);
    message_username_subject;
    message_username_email(username: Text);
    message_username_changed_subject;
    message_username_changed_email(reference: Text);
    message_account_made_subject;
    message_account_made_email(reference: Text);
}
