//! New user: whether there was an account before.

messages! {
    had_account_title;
    had_account_sentence;
    had_account_yes;
    had_account_yes_what;
    had_account_no;
    had_account_no_what;
    had_account_unsure;
}
