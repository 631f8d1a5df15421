//! The account's language.

messages! {
    account_language_title;
    account_language_sentence;
    account_language_choices;
    account_language_clerk_title;
    account_language_clerk_sentence;
    account_language_clerk_then;
}
