//! Messages that leave the desk.

messages! {
    message_code_bound_sms(code: Text);
    message_code_sms(minutes: Count, code: Text);
    message_password_changed_sms(reference: Text);
    message_recovery_paused_sms(reference: Text);
    message_username_sms(username: Text);
    message_username_changed_sms(reference: Text);
    message_account_made_sms(reference: Text);
    message_mobile_change_begun_sms(hours: Count, reference: Text);
    message_mobile_change_stopped_sms(reference: Text);
    message_mobile_changed_sms(reference: Text);
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
    message_mobile_change_begun_subject;
    message_mobile_change_begun_email(hours: Count, reference: Text);
    message_mobile_change_stopped_subject;
    message_mobile_change_stopped_email(reference: Text);
    message_mobile_changed_subject;
    message_mobile_changed_email(reference: Text);
}
