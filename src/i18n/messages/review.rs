//! Everything once more before the account is made.

messages! {
    review_title;
    review_sentence;
    review_name;
    review_identity;
    review_expiry;
    review_from_document;
    review_from_registry;
    review_mobile;
    review_email;
    review_username;
    review_password;
    review_language;
    review_terms;
    review_questions;
    review_set;
    review_accepted;
    review_change;
    review_create;
    review_creating;
    review_back_secret;
    review_clerk_title;
    review_clerk_sentence;
    review_clerk_then;
}
