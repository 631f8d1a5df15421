//! The clerk's attestation that the applicant is there.

messages! {
    attest_open;
    attest_title;
    attest_sentence;
    attest_reason;
    attest_cannot_see;
    attest_cannot_read_latin;
    attest_cannot_type;
    attest_unreadable;
    attest_equipment_fails;
    attest_recorded;
    attest_error_empty;
    attest_submit;
}
