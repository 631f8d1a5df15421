//! Step 2: identity and mobile.

messages! {
    identity_title;
    identity_sentence;
    identity_number;
    identity_number_count;
    identity_number_help;
    identity_number_forgotten;
    identity_by_username;
    identity_by_number;
    identity_username;
    identity_username_help;
    identity_mobile;
    identity_mobile_help;
    identity_mobile_reads_as(value: Text);
    identity_read_aloud;
    identity_checking;
    identity_error_empty;
    identity_error_not_digits;
    identity_error_short(count: Count);
    identity_error_long(count: Count);
    identity_error_check_digit;
    identity_error_is_mobile;
    identity_error_unknown_kind;
    identity_error_document;
    identity_error_own;
    identity_error_number_wanted;
    identity_mobile_error_empty;
    identity_mobile_error_not_digits;
    identity_mobile_error_short(count: Count);
    identity_mobile_error_long(count: Count);
    identity_mobile_error_is_identity;
    identity_mobile_error_foreign;
    identity_mobile_error_not_mobile;
    identity_username_error_empty;
    identity_username_error_arabic_keyboard;
    identity_username_error_is_identity;
    identity_username_error_is_mobile;
    identity_username_error_is_email;
    identity_username_error_character;
    identity_username_error_short(count: Count);
    identity_username_error_long(count: Count);
    identity_username_error_begins;
    identity_username_error_lower_case;
    identity_username_error_digit;
}
