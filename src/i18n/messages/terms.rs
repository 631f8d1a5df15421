//! Terms and privacy policy, on registration.

messages! {
    terms_title;
    terms_sentence;
    terms_documents;
    terms_read(percent: Count);
    terms_read_at(time: Clock);
    terms_accept(document: Text);
    terms_locked;
    terms_open;
    terms_page_down;
    terms_page_up;
    terms_other;
    terms_version;
    terms_since;
    terms_language;
    terms_not_translated;
    terms_recorded;
    terms_error_unread;
    terms_error_not_accepted;
    terms_error_changed;
    terms_refuse;
    terms_refuse_what;
    terms_clerk_title;
    terms_clerk_sentence;
    terms_clerk_then;
}
