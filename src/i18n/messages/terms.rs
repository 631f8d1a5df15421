//! Terms and privacy policy, on registration.

messages! {
    terms_title;
    terms_documents;
    terms_read(percent: Count);
    terms_accept(document: Text);
    terms_locked;
    terms_open;
    terms_page_down;
    terms_version;
    terms_since;
    terms_language;
    terms_not_translated;
    terms_recorded;
    terms_error_unread;
    terms_error_not_accepted;
    terms_error_changed;
    terms_clerk_title;
    terms_clerk_sentence;
    terms_clerk_then;
}
