//! Step 6: done, and the receipt.

messages! {
    done_title;
    done_sentence_clerk;
    done_sentence;
    done_username_shown_title;
    done_username_shown_sentence_clerk;
    done_username_changed_title;
    done_username_changed_sentence_clerk;
    done_username_message;
    done_username_recorded;
    done_registered_title;
    done_registered_sentence_clerk;
    done_registered_title_you;
    done_registered_sentence;
    done_saved;
    done_notice_mobile;
    done_notice_you;
    done_no_sign_in;
    done_document_expired(expiry: Text, place: Text);
    renewal_citizen;
    renewal_resident;
    done_services;
    done_services_kind(kind: Text);
    done_services_none;
    done_next_applicant;
    done_try_sign_in;
}
