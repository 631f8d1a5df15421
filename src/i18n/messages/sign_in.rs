//! The sign-in card.

messages! {
    sign_in_title;
    sign_in_sentence;
    sign_in_username;
    sign_in_username_help;
    sign_in_password;
    sign_in_password_empty;
    sign_in_try;
    sign_in_trying;
    sign_in_accepted;
    sign_in_accepted_next(platform: Text);
    sign_in_refused;
    sign_in_refused_next;
}
