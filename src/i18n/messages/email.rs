//! The email, on registration.

messages! {
    email_title;
    email_sentence;
    email_label;
    email_repeat;
    email_slip(meant: Text);
    email_slip_take;
    email_slip_keep;
    email_same;
    email_repeat_not_yet;
    email_error_empty;
    email_error_repeat_empty;
    email_error_arabic_keyboard;
    email_error_at;
    email_error_local;
    email_error_domain;
    email_error_long;
    email_error_differs;
    email_error_is_password;
    email_clerk_title;
    email_clerk_sentence;
    email_clerk_then;
}
